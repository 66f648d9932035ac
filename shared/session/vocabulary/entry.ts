import { z } from 'zod';

/** Who may still join: anybody at any time, anybody until the start, or nobody. People who have a seat can always come back. */
export const newcomerRules = ['always', 'untilStart', 'never'] as const;

/** How people come to a seat: by choosing one, by being given the emptiest, or by waiting until the host places them. */
export const arrivals = ['choose', 'given', 'wait'] as const;

/** How one gets into a session that runs. */
export const entrySchema = z.strictObject({
  newcomers: z.enum(newcomerRules),
  arrival: z.enum(arrivals),
  /** Whether people without a seat may watch what lies open on the table. */
  observers: z.boolean(),
});
/** Who may join, and how. */
export type EntryRules = z.infer<typeof entrySchema>;

/** As long as the host says nothing. */
export const OPEN_ENTRY: EntryRules = { newcomers: 'always', arrival: 'choose', observers: true };

/** Most people who wait for a seat at once. */
export const MOST_WAITING = 60;

/** Whether somebody new may come in at this phase. */
export function isEntryOpen({ newcomers }: EntryRules, phase: string): boolean {
  if (phase === 'ended' || newcomers === 'never') return false;
  return newcomers === 'always' || phase === 'lobby';
}
