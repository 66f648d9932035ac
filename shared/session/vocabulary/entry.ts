import { z } from 'zod';

/** Who may still join: anybody at any time, anybody until the start, or nobody. People who have a seat can always come back. */
export const newcomerRules = ['always', 'untilStart', 'never'] as const;

/** How people get a seat: by choosing one, by being given the emptiest, or by waiting until the host places them. */
export const arrivals = ['choose', 'given', 'wait'] as const;

/** Most people a host may expect in one session. */
export const MOST_EXPECTED = 300;

/** How people join a session. */
export const entrySchema = z.strictObject({
  newcomers: z.enum(newcomerRules),
  arrival: z.enum(arrivals),
  /** Whether people without a seat may watch what everybody sees. */
  observers: z.boolean(),
  /** New people wait until the host admits them; absent: they come in by themselves. */
  admission: z.literal('byHost').exactOptional(),
  /** The host has closed the way in for now; the other rules stay for when it opens again. */
  closed: z.literal(true).exactOptional(),
  /** How many people the host expects; absent: not said. */
  expected: z.int().min(1).max(MOST_EXPECTED).exactOptional(),
});
/** Who may join, and how. */
export type EntryRules = z.infer<typeof entrySchema>;

/** The rules while the host has chosen nothing. */
export const OPEN_ENTRY: EntryRules = { newcomers: 'always', arrival: 'choose', observers: true };

/** Most people who may wait for a seat at once. */
export const MOST_WAITING = 150;

/** Whether new people may join in this phase. */
export function isEntryOpen({ newcomers, closed }: EntryRules, phase: string): boolean {
  if (phase === 'ended' || newcomers === 'never' || closed === true) return false;
  return newcomers === 'always' || phase === 'lobby';
}

/** The rules after the host closes the way in with one key. */
export function closedEntry(entry: EntryRules): EntryRules {
  return { ...entry, closed: true };
}

/** The rules after the host opens the way in with one key: as they were before, or else for everybody. */
export function openedEntry({ closed: _shut, ...entry }: EntryRules, phase: string): EntryRules {
  return isEntryOpen(entry, phase) ? entry : { ...entry, newcomers: 'always' };
}

/** Whether new people have to wait for the host, whatever they wish for. */
export function isAskedFirst({ arrival, admission }: EntryRules): boolean {
  return arrival === 'wait' || admission === 'byHost';
}
