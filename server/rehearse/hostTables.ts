import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { Command } from '#shared/session/vocabulary/commands.ts';
import type { TableNow } from '#shared/wire/gatherings.ts';
import { ApiNo, type RehearsalApi } from './api.ts';
import type { HostPace } from './hostHand.ts';

/** How often the scripted host looks at the overview. */
const LOOK_EVERY_MS = 250;
/** How long it asks a server again that does not answer. */
const PATIENCE_MS = 30_000;

/** A scripted host's way to an event. */
interface HostOfEvent {
  readonly api: RehearsalApi;
  readonly cookie: string;
  readonly code: string;
}

/**
 * Hosts an event from the lobby to the end by its overview alone: starts all tables at once, and closes each phase after its time
 * at all tables that are due. Resolves to how long each act took to be done at all its tables, ms.
 */
export async function hostTables(host: HostOfEvent, pace: HostPace): Promise<readonly number[]> {
  const { api, cookie, code } = host;
  const took: number[] = [];
  const since = new Map<string, number>();
  const ended = new Set<number>();
  const { tables } = await api.eventNow(cookie, code);
  took.push(await act(host, tables, { type: 'startSession' }));
  for (;;) {
    await wait(LOOK_EVERY_MS);
    const now = (await patiently(async () => api.eventNow(cookie, code))).tables;
    // A table whose server died is missing for a moment; one that has ended may rest.
    for (const { number, phase } of now) if (phase === 'ended') ended.add(number);
    if (ended.size === tables.length) return took;
    const due = now.filter((table) => isDue(table, since, pace));
    if (due.length > 0) took.push(await act(host, due, { type: 'closePhase', because: 'host' }));
  }
}

/** Asks again, as a person presses again, while nothing answers; rejects after a while, and at once with a refusal. */
async function patiently<Value>(ask: () => Promise<Value>): Promise<Value> {
  for (const end = Date.now() + PATIENCE_MS; ; await wait(LOOK_EVERY_MS)) {
    try {
      return await ask();
    } catch (error) {
      if (!(error instanceof ApiNo && error.isForNow) || Date.now() > end) throw error;
    }
  }
}

function isDue(table: TableNow, since: Map<string, number>, pace: HostPace): boolean {
  const { number, phase, phaseLine } = table;
  if (phase === 'lobby' || phase === 'ended') return false;
  const moment = `${number} ${phaseLine}`;
  const began = since.get(moment) ?? Date.now();
  since.set(moment, began);
  return Date.now() - began > (phase === 'decision' ? pace.decisionMs : pace.phaseMs / 2);
}

async function act(
  { api, cookie, code }: HostOfEvent,
  tables: readonly TableNow[],
  command: Command,
): Promise<number> {
  const chosen = tables.map(({ number, phaseLine }) => ({ number, phaseLine }));
  const start = performance.now();
  const key = randomUUID();
  const answers = await patiently(async () =>
    api.actAtTables(cookie, code, { key, tables: chosen, command }),
  );
  const took = performance.now() - start;
  for (const { number, reply } of answers) {
    if (reply.ok) continue;
    const name = 'refusal' in reply ? reply.refusal.code : reply.undelivered;
    // The clock may have closed the same phase a moment before; what was not stored is due again.
    if (name !== 'wrongPhase' && name !== 'notStored')
      throw new Error(`table ${number} refused the host: ${name}`);
  }
  return took;
}
