import { type Client, Room } from '@colyseus/core';
import { schema, type SchemaType, t } from '@colyseus/schema';
import { TRIAL_ROOM, trialOptionsSchema } from '#shared/wire/trial.ts';

/** How many devices have come to try the way. */
const Trial = schema({ devices: t.uint16().default(0) }, 'Trial');
type Trial = SchemaType<typeof Trial>;

const MOST_DEVICES = 100;

/**
 * A room without a session: a device that joins it has shown that it reaches this server by page and by socket. The host's
 * readiness page watches and counts; nothing is kept.
 */
export class TrialRoom extends Room<{ state: Trial }> {
  override autoDispose = false;
  override maxClients = MOST_DEVICES;
  override maxMessagesPerSecond = 5;
  override patchRate: number | null = 250;
  readonly #watching = new Set<string>();

  override onCreate(): void {
    this.roomId = TRIAL_ROOM;
    this.state = new Trial();
    this.onMessage('clock', () => ({ nowMs: Date.now() }));
    this.onMessage('*', () => undefined);
    void this.setPrivate(true);
  }

  override onJoin(client: Client, options: unknown): void {
    if (trialOptionsSchema.safeParse(options).data?.watching === true) this.#watching.add(client.sessionId);
    this.#count();
  }

  override onLeave(client: Client): void {
    this.#watching.delete(client.sessionId);
    this.#count();
  }

  #count(): void {
    this.state.devices = this.clients.filter(({ sessionId }) => !this.#watching.has(sessionId)).length;
  }
}
