import { z } from 'zod';
import type { TalkLevel } from './moves.ts';
import type { TalkMode } from './talk.ts';
import type { TrustSight } from './trustSeen.ts';

/**
 * What may hold at one table of an event and not at another: how people talk, whose trust each state sees, or whether agreements can
 * be made binding.
 */
export const treatments = [
  'talkWords',
  'talkMoves',
  'talkNone',
  'trustAll',
  'trustOwn',
  'forceEither',
  'forcePledge',
] as const;
/** What holds at a table, in the one setting in which the tables of an event differ. */
export type Treatment = (typeof treatments)[number];

/** The settings in which tables may differ, each with what may hold there. An event's tables differ in one of them. */
export const contrasts = {
  talk: ['talkWords', 'talkMoves', 'talkNone'],
  trust: ['trustAll', 'trustOwn'],
  force: ['forceEither', 'forcePledge'],
} as const satisfies Readonly<Record<string, readonly Treatment[]>>;
/** A setting in which tables may differ. */
export type Contrast = keyof typeof contrasts;
/** Every setting in which tables may differ, in the order in which they are offered. */
export const contrastNames = ['talk', 'trust', 'force'] as const satisfies readonly Contrast[];

/** What tables of an event may differ in: at least two treatments of one setting. */
export const contrastedSchema = z
  .array(z.enum(treatments))
  .min(2)
  .refine((list) => new Set(list).size === list.length)
  .refine((list) => Object.values(contrasts).some((one) => list.every((each) => includes(one, each))));

/** The treatment of a table, as its record keeps it, with those that any table of the event may have. */
export const tableTreatmentSchema = z
  .strictObject({ here: z.enum(treatments), among: contrastedSchema })
  .refine(({ here, among }) => among.includes(here));
/** The treatment of a table, with those that any table of its event may have. */
export interface TableTreatment {
  readonly here: Treatment;
  readonly among: readonly Treatment[];
}

/** The options of a session that a treatment sets. Treatments of one setting set the same ones. */
interface TreatedOptions {
  readonly talk?: TalkMode;
  readonly talkLevel?: TalkLevel;
  readonly trustSeen?: TrustSight;
  readonly pledgesOnly?: boolean;
}

/** What a treatment means for the options of a session. */
export const treatedOptions: Readonly<Record<Treatment, TreatedOptions>> = {
  talkWords: { talk: 'open', talkLevel: 'words' },
  talkMoves: { talk: 'open', talkLevel: 'moves' },
  talkNone: { talk: 'closed', talkLevel: 'words' },
  trustAll: { trustSeen: 'all' },
  trustOwn: { trustSeen: 'own' },
  forceEither: { pledgesOnly: false },
  forcePledge: { pledgesOnly: true },
};

/** The setting to which some treatments belong. */
export function contrastOf([first]: readonly Treatment[]): Contrast {
  const found = contrastNames.find((name) => first !== undefined && includes(contrasts[name], first));
  return found ?? 'talk';
}

function includes(list: readonly Treatment[], one: Treatment): boolean {
  return list.includes(one);
}
