import { z } from 'zod';
import type { Order } from './actions.ts';
import { drawEvent } from './chance.ts';
import { indicatorsOf, derive } from './indicators.ts';
import { apply } from './ledger.ts';
import { legalityOf } from './legality.ts';
import { toUnits } from './micro.ts';
import { finalScores } from './opening.ts';
import { resolveRound } from './resolve.ts';
import { scriptSchema } from './script.ts';
import type { Script, ScriptRound } from './script.ts';
import { scriptReportOf } from './scriptReport.ts';
import { scriptTableOf } from './scriptTable.ts';
import type { Pledge, Setting, World, WorldEvent } from './world.ts';
import type { RoundInput } from './roundInput.ts';

/** What `crossroads resolve` prints: every quantity after every round, in units. */
export interface ScriptOutput {
  readonly seats: readonly string[];
  readonly constants: Readonly<Record<string, readonly number[]>>;
  readonly opening: Readonly<Record<string, unknown>>;
  readonly rounds: readonly Readonly<Record<string, unknown>>[];
  readonly finalScores: readonly number[];
}

/**
 * Plays scripted rounds from plain JSON and reports every quantity. Throws an error whose message is a sentence with the place of
 * the fault, such as `rounds.2.orders.meridia: tooManyTargets`. [contracts, resolve and vectors]
 */
export function resolveScript(input: unknown): ScriptOutput {
  const parsed = scriptSchema.safeParse(input);
  if (!parsed.success) throw new Error(faultText(parsed.error));
  const script = parsed.data;
  const { setting, world: openingWorld } = scriptTableOf(script);
  const given = script.rounds ?? [];
  const rounds: ScriptOutput['rounds'][number][] = [];
  let world = openingWorld;
  for (const [index, round] of given.entries()) {
    const outcome = resolveRound(setting, world, inputOf(setting, world, script, round, index));
    world = apply(world, outcome.entries);
    rounds.push(scriptReportOf(setting, world, outcome, hasMatrices(script, index + 1)));
  }
  return {
    seats: setting.seats.map(({ id }) => id),
    constants: constantsOf(setting),
    opening: scriptReportOf(setting, openingWorld, null, hasMatrices(script, 0)),
    rounds,
    finalScores: finalScores(setting, world, indicatorsOf(setting, derive(setting, world))).map(toUnits),
  };
}

function faultText(error: z.ZodError): string {
  const issue = error.issues[0];
  if (issue === undefined) return 'not a script';
  const place = issue.path.map(String).join('.');
  return place === '' ? issue.message : `${place}: ${issue.message}`;
}

function hasMatrices({ matrices = 'all', rounds = [] }: Script, round: number): boolean {
  if (matrices === 'all') return true;
  return matrices === 'last' ? round === rounds.length : matrices.includes(round);
}

function constantsOf({ seats }: Setting): ScriptOutput['constants'] {
  return {
    weight: seats.map(({ weight }) => weight),
    capability: seats.map(({ capability }) => capability),
    market: seats.map(({ market }) => market),
    dependence: seats.map(({ dependence }) => dependence),
    exposure: seats.map(({ exposure }) => exposure),
    rulemaking: seats.map(({ rulemaking }) => rulemaking),
    position: seats.map(({ position }) => position),
  };
}

function inputOf(
  setting: Setting,
  world: World,
  script: Script,
  round: ScriptRound,
  index: number,
): RoundInput {
  const seed = script.seed ?? 1;
  const place = `rounds.${index}`;
  return {
    seed,
    orders: ordersOf(setting, world, round, place),
    events: eventsOf(setting, world, seed, round, place),
    pledges: pledgesOf(setting, round, place),
    recognitions: recognitionsOf(world, round, place),
  };
}

function seatIndex({ seats }: Setting, id: string, place: string): number {
  const index = seats.findIndex((seat) => seat.id === id);
  if (index < 0) throw new Error(`${place}: unknown seat ${id}`);
  return index;
}

function ordersOf(
  setting: Setting,
  world: World,
  { orders = {} }: ScriptRound,
  place: string,
): RoundInput['orders'] {
  const legal: Record<string, Order> = {};
  for (const [seat, given] of Object.entries(orders)) {
    const where = `${place}.orders.${seat}`;
    const order = withoutUndefined(given);
    const fault = legalityOf(setting, world, seatIndex(setting, seat, where), order);
    if (fault !== null) throw new Error(`${where}: ${fault}`);
    legal[seat] = order;
  }
  return legal;
}

/** The order without absent arguments: the parser types them as possibly `undefined`, the rules do not. */
function withoutUndefined(given: NonNullable<ScriptRound['orders']>[string]): Order {
  switch (given.action) {
    case 'bridge': {
      const { pair, groups, coordinate } = given;
      return {
        action: 'bridge',
        ...(pair && { pair }),
        ...(groups && { groups }),
        ...(coordinate !== undefined && { coordinate }),
      };
    }
    case 'join-functional':
    case 'join-exclusive': {
      const { bloc, side } = given;
      const common = { ...(bloc !== undefined && { bloc }), ...(side !== undefined && { side }) };
      if (given.action === 'join-exclusive') return { action: 'join-exclusive', ...common };
      return {
        action: 'join-functional',
        ...common,
        ...(given.field !== undefined && { field: given.field }),
      };
    }
    case 'build-force': {
      const { targets, operation } = given;
      return { action: 'build-force', ...(targets && { targets }), ...(operation && { operation }) };
    }
    case 'dialogue':
    case 'build-capacity':
    case 'restrict':
    case 'leave':
    case 'commit':
    case 'open-standards':
    case 'open-bloc':
    case 'harden':
    case 'localize':
    case 'roll-back':
    case 'hold':
      return given;
  }
}

function eventsOf(
  setting: Setting,
  world: World,
  seed: number,
  { event }: ScriptRound,
  place: string,
): readonly WorldEvent[] {
  if (event === undefined || event === null) return [];
  if (event === 'draw') {
    const drawn = drawEvent(setting, seed, world.round + 1);
    return drawn === null ? [] : [drawn];
  }
  if (typeof event === 'string') return [{ id: event }];
  if (event.id !== 'misattributed-intrusion') return [event];
  seatIndex(setting, event.victim, `${place}.event.victim`);
  seatIndex(setting, event.blamed, `${place}.event.blamed`);
  return [event];
}

function pledgesOf(setting: Setting, { pledges = [] }: ScriptRound, place: string): readonly Pledge[] {
  const seen = new Set<string>();
  return pledges.map(({ between, breachedBy = [], public: isPublic = true }, index) => {
    const where = `${place}.pledges.${index}`;
    const [a, b] = between.map((seat) => seatIndex(setting, seat, where));
    if (a === b) throw new Error(`${where}: a pledge is between two seats`);
    const key = between.toSorted().join(' ');
    if (seen.has(key)) throw new Error(`${where}: one pledge per pair and round`);
    seen.add(key);
    const breakers = [breachedBy].flat();
    if (breakers.some((seat) => !between.includes(seat)))
      throw new Error(`${where}.breachedBy: names a party`);
    return { between, breachedBy: breakers, public: isPublic };
  });
}

function recognitionsOf(
  world: World,
  { recognition = [] }: ScriptRound,
  place: string,
): RoundInput['recognitions'] {
  for (const [index, { field, groups }] of recognition.entries()) {
    const known = groups.every((id) =>
      world.blocs.some((bloc) => bloc.id === id && bloc.kind === 'functional' && bloc.field === field),
    );
    if (!known || groups[0] === groups[1]) {
      throw new Error(`${place}.recognition.${index}: names two groups of one field`);
    }
  }
  return recognition;
}
