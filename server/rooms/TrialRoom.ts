import { type AuthContext, type Client, Room, ServerError } from '@colyseus/core';
import { schema, type SchemaType, t } from '@colyseus/schema';
import { TRIAL_ROOM, trialOptionsSchema } from '#shared/wire/trial.ts';
import type { Asker } from '../lib/asker.ts';
import { askerIn } from './roomAsker.ts';

/** How many devices have joined the trial room. */
const Trial = schema({ devices: t.uint16().default(0) }, 'Trial');
type Trial = SchemaType<typeof Trial>;

/** The most connections at once. */
const MOST_DEVICES = 200;

/** The most connections from one address: more than a class. */
export const MOST_OF_ADDRESS = 80;

/** The most connections of one browser. */
const MOST_OF_BROWSER = 6;

type TrialClient = Client<{ auth: Asker }>;

/**
 * A room without a session: a device that joins it has proved that it reaches this server by page and by socket. The host's
 * readiness page watches and counts; nothing is stored.
 */
export class TrialRoom extends Room<{ state: Trial; client: TrialClient }> {
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

  static override async onAuth(_token: string, _options: unknown, context: AuthContext): Promise<Asker> {
    return askerIn(context.headers);
  }

  override onJoin(client: TrialClient, options: unknown): void {
    const { device, address } = client.auth ?? { device: null, address: 'unknown' };
    const askers = this.clients.flatMap(({ auth }) => auth ?? []);
    const ofBrowser = askers.filter((one) => device !== null && one.device === device).length;
    const ofAddress = askers.filter((one) => one.address === address).length;
    if (ofBrowser > MOST_OF_BROWSER || ofAddress > MOST_OF_ADDRESS)
      throw new ServerError(526, 'too many are trying from there');
    if (trialOptionsSchema.safeParse(options).data?.watching === true) this.#watching.add(client.sessionId);
    this.#count();
  }

  override onLeave(client: TrialClient): void {
    this.#watching.delete(client.sessionId);
    this.#count();
  }

  #count(): void {
    this.state.devices = this.clients.filter(({ sessionId }) => !this.#watching.has(sessionId)).length;
  }
}
