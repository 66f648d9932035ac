import { z } from 'zod';
import { actionIds } from './actions.ts';
import { worldEventIds } from './world.ts';

// Limits of a script: far more than a session can have, and little enough to print.
const MOST_SEATS = 64;
const MOST_ROUNDS = 1000;
const MOST_OF_ONE_KIND = 4096;

const unit = z.number().min(0).max(1);
const seatId = z.string().min(1);
const field = z.literal([0, 1, 2]);
const side = z.literal([1, -1]);
const targets = z.array(seatId).max(MOST_SEATS);

const order = z
  .discriminatedUnion('action', [
    z.strictObject({ action: z.literal(['dialogue', 'build-capacity', 'restrict']), targets }),
    z.strictObject({
      action: z.literal(['commit', 'open-standards', 'open-bloc', 'harden', 'localize', 'roll-back', 'hold']),
    }),
    z.strictObject({
      action: z.literal('bridge'),
      pair: z.tuple([seatId, seatId]).optional(),
      groups: z.tuple([targets, targets]).optional(),
      coordinate: field.optional(),
    }),
    z.strictObject({
      action: z.literal('join-functional'),
      field: field.optional(),
      bloc: z.int().optional(),
      side: side.optional(),
    }),
    z.strictObject({ action: z.literal('join-exclusive'), bloc: z.int().optional(), side: side.optional() }),
    z.strictObject({ action: z.literal('leave'), bloc: z.int() }),
    z.strictObject({
      action: z.literal('build-force'),
      targets: targets.optional(),
      operation: z.literal(['attributed', 'unattributed']).optional(),
    }),
  ])
  .describe(`one of ${actionIds.join(', ')}`);

const event = z.union([
  z.literal('draw'),
  z.enum(worldEventIds).exclude(['misattributed-intrusion']),
  z.strictObject({ id: z.enum(worldEventIds).exclude(['misattributed-intrusion']) }),
  z.strictObject({ id: z.literal('misattributed-intrusion'), victim: seatId, blamed: seatId }),
]);

const pledge = z.strictObject({
  between: z.tuple([seatId, seatId]),
  breachedBy: z.union([seatId, z.array(seatId)]).optional(),
  public: z.boolean().optional(),
});

const round = z.strictObject({
  event: event.nullish(),
  orders: z.record(seatId, order).optional(),
  pledges: z.array(pledge).max(MOST_OF_ONE_KIND).optional(),
  recognition: z
    .array(z.strictObject({ field, groups: z.tuple([z.int(), z.int()]) }))
    .max(MOST_OF_ONE_KIND)
    .optional(),
});

const attribute = z.number().min(0).max(1);
const seat = z.strictObject({
  id: seatId,
  name: z.string().optional(),
  archetype: z.int().optional(),
  capability: attribute,
  market: attribute,
  dependence: attribute,
  exposure: attribute,
  rulemaking: attribute,
  development: attribute,
  position: z.number().min(-1).max(1),
  defence: unit.optional(),
  localization: unit.optional(),
  force: unit.optional(),
});

const bloc = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('exclusive'), side, depth: unit.optional(), members: z.array(seatId) }),
  z.strictObject({
    kind: z.literal('functional'),
    side,
    field,
    coordinated: z.boolean().optional(),
    members: z.array(seatId),
  }),
]);

const stocks = z.strictObject({
  development: unit.optional(),
  defence: unit.optional(),
  localization: unit.optional(),
  force: unit.optional(),
});

const opening = z.strictObject({
  trust: z.array(z.array(z.number())).optional(),
  trustShift: z.number().optional(),
  restriction: z
    .array(z.strictObject({ from: seatId, to: seatId, value: unit }))
    .max(MOST_OF_ONE_KIND)
    .optional(),
  blocs: z.array(bloc).max(MOST_OF_ONE_KIND).optional(),
  regime: unit.optional(),
  institutions: unit.optional(),
  opacity: unit.optional(),
  competition: unit.optional(),
  seats: z.record(seatId, stocks).optional(),
});

/** The input of `crossroads resolve`: a table, changes to its opening and parameters, and scripted rounds. Numbers are in units. */
export const scriptSchema = z.strictObject({
  about: z.string().optional(),
  scenario: z.string().optional(),
  seats: z.array(seat).min(2).max(MOST_SEATS).optional(),
  seed: z.int().min(0).max(4294967295).optional(),
  steps: z.int().min(1).max(50).optional(),
  opening: opening.optional(),
  parameters: z
    .record(
      z.string(),
      z.union([z.number(), z.boolean(), z.string().max(40), z.record(z.string(), z.number())]),
    )
    .optional(),
  matrices: z.union([z.literal(['all', 'last']), z.array(z.int())]).optional(),
  rounds: z.array(round).max(MOST_ROUNDS).optional(),
});
/** A file of scripted rounds. */
export type Script = z.infer<typeof scriptSchema>;
/** One round of a script. */
export type ScriptRound = z.infer<typeof round>;
