import { z } from 'zod';
import { actionIds } from '../model/actions.ts';
import { stages } from '../model/world.ts';
import { dispositionIds } from '../session/vocabulary/actors.ts';
import { templateIds } from '../session/topics/agreements/templates.ts';
import known from './mechanisms.json' with { type: 'json' };
import { scenarioIds } from '../scenario/packs.ts';
import { bilingual, objectiveIds } from '../scenario/schema.ts';

const name = z.string().min(1).max(120);

/** Where something that the paper names appears in the game. */
const place = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('action'), id: z.enum(actionIds) }),
  /** An event of the deck of at least one shipped scenario. */
  z.strictObject({ kind: z.literal('event'), id: z.string().regex(/^[a-z][a-z0-9-]{0,39}$/) }),
  z.strictObject({ kind: z.literal('bot'), id: z.enum(dispositionIds) }),
  z.strictObject({ kind: z.literal('stage'), id: z.enum(stages) }),
  z.strictObject({ kind: z.literal('objective'), id: z.enum(objectiveIds) }),
  /** An agreement to start from. */
  z.strictObject({ kind: z.literal('agreement'), id: z.enum(templateIds) }),
  /** A stored quantity of the world or of a bloc, or a fixed attribute of a seat. */
  z.strictObject({ kind: z.literal('quantity'), id: name }),
  z.strictObject({ kind: z.literal('indicator'), id: name }),
  z.strictObject({ kind: z.literal('parameter'), id: name }),
  /** A bloc by its English name, or a restriction as `from>to`, at the opening of a shipped scenario. */
  z.strictObject({
    kind: z.literal('scenario'),
    scenario: z.enum(scenarioIds),
    element: z.enum(['bloc', 'restriction']),
    id: name,
  }),
]);
/** Where a mechanism of the paper appears in the game. */
export type MechanismPlace = z.infer<typeof place>;

const mechanism = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]{0,39}$/),
  name: bilingual,
  /** The section of the paper, such as `1.2`. */
  section: z.string().regex(/^[1-5](\.[1-3])?$/),
  places: z.array(place).min(1),
  source: bilingual,
  /** How sure the facts around it are. */
  confidence: z.enum(['high', 'medium', 'low']),
  date: z.string().max(20).optional(),
  /** How the paper reads it, and how others do. */
  readings: z.strictObject({ paper: bilingual, other: bilingual }),
});
/** A mechanism or example that the paper names, with its place in the game. */
export type PaperMechanism = z.infer<typeof mechanism>;

/** Every mechanism and example that the paper names, with its place in the game. [model A.3] */
export const paperMechanisms: readonly PaperMechanism[] = z.array(mechanism).parse(known);
