import { z } from 'zod';
import { facet } from '../../lib/facet.ts';
import { sameJson } from '../../lib/sameJson.ts';
import { decisionRules, MAX_DELEGATES } from './delegations.ts';
import { entrySchema, OPEN_ENTRY } from './entry.ts';
import { languageChoices } from './languages.ts';
import { talkLevels } from './moves.ts';
import { ownPaceSchema } from './ownPace.ts';
import { talkModes } from './talk.ts';
import { type TableTreatment, tableTreatmentSchema } from './treatments.ts';
import { trustSights } from './trustSeen.ts';

/** Seconds until a bot stands in for people who are away, as a host may choose. */
export const coverDelays = [30, 60, 180] as const;

/** An option: what a host may choose, its default, and its form in a record, where the default is left out. */
function option<Chosen, Kept>(chosen: z.ZodDefault<z.ZodType<Chosen>>, kept: z.ZodType<Kept>) {
  return { chosen, usual: chosen.parse(undefined), kept: z.exactOptional(kept) };
}

/** An option that is off unless the host turns it on. */
const tick = option(z.boolean().default(false), z.literal(true));

/** An option of a few words, recorded by the same word. */
function oneOf<const Word extends string>(words: readonly Word[], usual: NoInfer<Word>) {
  return option(z.enum(words).default(usual), z.enum(words));
}

/**
 * Everything a host may choose when a session is opened. The form, the body of the API, the header of the record and the rules all
 * follow from this table. `openDeck` and `coverEmptySeats` are older and always recorded.
 */
const choices = {
  /** The decision rule of delegations. */
  decisionRule: oneOf(decisionRules, 'anyone'),
  /** Most people at one state's table. */
  delegationSize: option(
    z.int().min(1).max(MAX_DELEGATES).default(MAX_DELEGATES),
    z.int().min(1).max(MAX_DELEGATES),
  ),
  /** The same question is asked before play and in the debrief. */
  survey: tick,
  /** Whether there is a way back from the predicament; null: as the scenario says. */
  scarred: option(z.boolean().nullable().default(null), z.boolean()),
  /** Who may talk at the start. */
  talk: oneOf(talkModes, 'open'),
  /** Whether people speak in words, in moves, or in both. */
  talkLevel: oneOf(talkLevels, 'words'),
  /** After the end, participants also read private talk. */
  privateTalkOpens: tick,
  /** The host reads private talk and secret agreements while the session runs. */
  hostReadsTalk: tick,
  /** Who may join at the start, and how. */
  entry: option(entrySchema.default(OPEN_ENTRY), entrySchema),
  /** Seconds after which a bot stands in for an undecided seat whose people are away. */
  coverAfterSeconds: option(z.literal(coverDelays).default(60), z.int().min(10).max(3600)),
  /** A bot that stands in for people may also sign, offer and speak for them; otherwise it only seals. */
  standInsBargain: tick,
  /** Whose trust each state sees while the session runs. */
  trustSeen: oneOf(trustSights, 'all'),
  /** Agreements are pledges: none can be made binding. [decision 0110] */
  pledgesOnly: tick,
  /** Rounds and seconds that the host chose; null: the plan's. */
  pace: option(ownPaceSchema.nullable().default(null), ownPaceSchema),
  /** The last round is drawn and kept hidden. [decision 0056] */
  hiddenEnd: tick,
  /** The languages of delegates and the projector. */
  languages: option(z.enum(languageChoices).default('both'), z.enum(languageChoices).exclude(['both'])),
};
const untreated: { readonly treatment: TableTreatment | null } = { treatment: null };
const usual = { ...facet(choices, 'usual'), ...untreated };

/** What a host may send when a session is opened; what is absent has its default. */
export const chosenOptions = {
  /** All cards from the start, instead of the deck that opens round by round. */
  openDeck: z.boolean().default(false),
  /** Bots cover empty seats when the session starts. */
  coverEmptySeats: z.boolean().default(true),
  ...facet(choices, 'chosen'),
};

/** The options as a record holds them: defaults are left out, so that older records stay the same. */
export const recordedOptionsSchema = z.strictObject({
  /** Id of one of the scenario's plans. */
  plan: z.string().max(10),
  openDeck: z.boolean(),
  /** One person against bots: no clock, no negotiation, no briefing. */
  practice: z.boolean(),
  coverEmptySeats: z.boolean(),
  ...facet(choices, 'kept'),
  /** What holds at this table of an event whose tables differ in one setting; nobody there is told before the end. */
  treatment: z.exactOptional(tableTreatmentSchema),
});
type RecordedOptions = z.infer<typeof recordedOptionsSchema>;

/** What the host chose, nothing left out. */
export type OptionsInForce = Required<{
  readonly [Name in keyof RecordedOptions]:
    | RecordedOptions[Name]
    | (Name extends keyof typeof usual ? (typeof usual)[Name] : never);
}>;

/** The options of an opening; an absent one has its default. */
export type SessionOptions = Omit<OptionsInForce, keyof typeof usual> & Partial<OptionsInForce>;

/** Fills in the defaults. */
export function optionsInForce(options: SessionOptions): OptionsInForce {
  return { ...usual, ...options };
}

/** Leaves out the defaults. */
export function recordedOptions(inForce: OptionsInForce): RecordedOptions {
  const standard: Readonly<Record<string, unknown>> = usual;
  const unusual = Object.entries(inForce).filter(
    ([name, value]) => !Object.hasOwn(standard, name) || !sameJson(value, standard[name]),
  );
  return recordedOptionsSchema.parse(Object.fromEntries(unusual));
}
