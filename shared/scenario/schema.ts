import { z } from 'zod';
import { LARGEST_EFFECT, MOST_EFFECTS, tones } from '../model/eventDeck.ts';
import { scenarioNumbers, governanceRules } from '../model/parameters.ts';
import { MICRO } from '../model/micro.ts';
import { sizedEffects } from '../model/world.ts';

/** A text in both languages of the program; a missing one is invalid. */
export const bilingual = z.strictObject({ en: z.string().min(1).max(4000), zh: z.string().min(1).max(4000) });
/** A text in English and in Chinese. */
export type Bilingual = z.infer<typeof bilingual>;

/** A remark on a source, in both languages; older packs have one plain text, which everybody reads. */
const remark = z.union([z.string().min(1).max(1000), bilingual]);
/** A remark on a source. */
/** A source, in both languages or as one text. */
export type Remark = z.infer<typeof remark>;

/** Fewest states at a table. */
export const FEWEST_SEATS = 3;

/** Names that every JavaScript object has: used as an id, one would be found where nothing was put. */
const inEveryObject: readonly string[] = ['constructor', 'prototype'];
const slug = z
  .string()
  .regex(/^[a-z][a-z0-9-]{0,39}$/)
  .refine((id) => !inEveryObject.includes(id));
const unit = z.number().min(0).max(1);
const attribute = z.number().min(0.05).max(1);
const side = z.literal([1, -1]);
const field = z.literal([0, 1, 2]);

/** Secret objectives that simulation showed to be neither too easy nor hopeless. */
export const objectiveIds = [
  'rule-maker',
  'reconciler',
  'non-aligned',
  'camp-leader',
  'shield',
  'gap-closer',
] as const;
/** A kind of objective. */
export type ObjectiveId = (typeof objectiveIds)[number];

const seat = z.strictObject({
  id: slug,
  name: bilingual,
  role: bilingual,
  /** What only this seat's delegates may read: interests, fears, red lines. */
  brief: bilingual,
  /** One that fits its interest and one that costs it something. */
  objectives: z.tuple([z.enum(objectiveIds), z.enum(objectiveIds)]),
  /** Seats of one archetype share its weight. */
  archetype: z.int().min(0).max(999),
  capability: attribute,
  market: attribute,
  dependence: attribute,
  exposure: attribute,
  rulemaking: attribute,
  development: unit,
  position: z.number().min(-1).max(1),
  defence: unit,
  localization: unit,
  force: unit,
  /** Place on the 1380 × 800 sheet of the map. */
  place: z.strictObject({ x: z.number().min(0).max(1380), y: z.number().min(0).max(800) }),
  /** Where the numbers come from, or the word `invented`. */
  provenance: remark,
});

const bloc = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('exclusive'),
    name: bilingual,
    side,
    depth: z.number().min(0.1).max(1),
    members: z.array(slug),
  }),
  z.strictObject({ kind: z.literal('functional'), name: bilingual, side, field, members: z.array(slug) }),
]);

/** How long each phase lasts, in seconds; 0 leaves the phase out. */
const seconds = z.strictObject({
  briefing: z.int().min(0).max(3600),
  negotiation: z.int().min(0).max(3600),
  decision: z.int().min(5).max(3600),
  reveal: z.int().min(5).max(3600),
  review: z.int().min(0).max(3600),
});

/**
 * The pack's own rules: numbers by name, and how good governance is recognised. Missing ones are as in the reference. [decision
 * 0054]
 */
const rules = z.strictObject({
  governanceMarks: z.enum(governanceRules).exactOptional(),
  numbers: z.partialRecord(z.enum([...scenarioNumbers]), z.number().min(-1).max(20)).exactOptional(),
});

const plan = z.strictObject({
  id: z.string().regex(/^\d{1,2}x\d{1,2}$/),
  /** Minutes of a whole session with joining and debrief. */
  minutes: z.int().min(5).max(600),
  rounds: z.int().min(1).max(40),
  steps: z.int().min(1).max(10),
  seconds,
  /** Added to negotiation in the first round. */
  firstRoundExtraSeconds: z.int().min(0).max(3600),
  /** The rules in which this plan differs from its scenario. */
  rules: rules.exactOptional(),
  /** Mean final score in points by seat over simulated games, for *Nation* in the ending; null if not measured. */
  pars: z.record(slug, z.number()).nullable(),
  /**
   * The same games round by round: mean score by seat after each round, and what the dial adds at the end; absent if not measured.
   */
  usual: z
    .strictObject({
      scores: z.record(slug, z.array(z.number()).max(40)),
      legacy: z.array(z.number()).max(40),
    })
    .exactOptional(),
});
/** How many rounds a session has, and how long their phases are in seconds. */
export type Plan = z.infer<typeof plan>;

const largest = LARGEST_EFFECT / MICRO;

/** One effect of an event: sizes in units, negative for the opposite. */
const effect = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.enum(sizedEffects), amount: z.number().min(-largest).max(largest) }),
  z.strictObject({ kind: z.literal('blame') }),
]);

const event = z.strictObject({
  id: slug,
  title: bilingual,
  text: bilingual,
  /** What it does to the world, in one sentence. */
  mechanism: bilingual,
  source: remark,
  /** Either all events of a scenario have a tone and a weight, or none has: then the deck is the reference deck. */
  tone: z.enum(tones).exactOptional(),
  /** Its weight in the draw. */
  weight: z.int().min(1).max(100).exactOptional(),
  /** Its effects; the eight events of the rules have their own and name none. */
  effects: z.array(effect).min(1).max(MOST_EFFECTS).exactOptional(),
});

/**
 * A scenario pack: everything a session is opened from. Numbers are in units (0..1; position −1..1), texts in both languages.
 * `checkScenario` adds what a shape cannot say (known seats, distinct ids).
 */
export const scenarioSchema = z.strictObject({
  format: z.literal('crossroads-scenario'),
  version: z.literal(1),
  id: slug,
  title: bilingual,
  summary: bilingual,
  seats: z.array(seat).min(FEWEST_SEATS).max(40),
  /** States that a host may leave out, in this order: the table is then played with so many fewer. Absent: always with all. */
  leaveOut: z.array(slug).max(37).exactOptional(),
  fields: z.tuple([bilingual, bilingual, bilingual]),
  /** Names of camps founded in play, by side: +1, then −1. */
  campNames: z.tuple([bilingual, bilingual]),
  opening: z.strictObject({
    blocs: z.array(bloc),
    restrictions: z.array(z.strictObject({ from: slug, to: slug, value: unit })),
    regime: unit,
    /** Added to all trust. */
    trustShift: z.number().min(-0.5).max(0.5).exactOptional(),
    institutions: unit,
    opacity: unit,
    competition: unit,
  }),
  /** True: there is a way back from the predicament, and it is hard; false: there is none. */
  scarred: z.boolean(),
  rules: rules.exactOptional(),
  events: z.array(event),
  /** The first plan is the default. */
  plans: z.array(plan).min(1),
  facilitatorNotes: bilingual,
  provenance: remark,
});
/** A scenario pack. */
export type Scenario = z.infer<typeof scenarioSchema>;
