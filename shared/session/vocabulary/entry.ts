import { z } from 'zod';

/** Who may still join: anybody at any time, anybody until the start, or nobody. People who have a seat can always come back. */
export const newcomerRules = ['always', 'untilStart', 'never'] as const;

/** How people come to a seat: by choosing one, by being given the emptiest, or by waiting until the host places them. */
export const arrivals = ['choose', 'given', 'wait'] as const;

/** Most people a host may expect in one session. */
export const MOST_EXPECTED = 300;

/** How one gets into a session that runs. */
export const entrySchema = z.strictObject({
  newcomers: z.enum(newcomerRules),
  arrival: z.enum(arrivals),
  /** Whether people without a seat may watch what lies open on the table. */
  observers: z.boolean(),
  /** Whoever is new waits until the host admits them; absent: they come in by themselves. */
  admission: z.literal('byHost').exactOptional(),
  /** The host has closed the way in for now; who may come when it is open again stays as it was. */
  closed: z.literal(true).exactOptional(),
  /** How many people the host expects; absent: not said. */
  expected: z.int().min(1).max(MOST_EXPECTED).exactOptional(),
});
/** Who may join, and how. */
export type EntryRules = z.infer<typeof entrySchema>;

/** As long as the host says nothing. */
export const OPEN_ENTRY: EntryRules = { newcomers: 'always', arrival: 'choose', observers: true };

/** Most people who wait for a seat at once. */
export const MOST_WAITING = 150;

/** Whether somebody new may come in at this phase. */
export function isEntryOpen({ newcomers, closed }: EntryRules, phase: string): boolean {
  if (phase === 'ended' || newcomers === 'never' || closed === true) return false;
  return newcomers === 'always' || phase === 'lobby';
}

/** The way in as it is when the host shuts it with one key. */
export function closedEntry(entry: EntryRules): EntryRules {
  return { ...entry, closed: true };
}

/** The way in as it is when the host opens it with one key: as before it was shut, or else for everybody. */
export function openedEntry({ closed: _shut, ...entry }: EntryRules, phase: string): EntryRules {
  return isEntryOpen(entry, phase) ? entry : { ...entry, newcomers: 'always' };
}

/** Whether whoever is new has to wait for the host, whatever they wish for. */
export function isAskedFirst({ arrival, admission }: EntryRules): boolean {
  return arrival === 'wait' || admission === 'byHost';
}
