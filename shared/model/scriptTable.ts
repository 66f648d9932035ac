import type { ListedSeat, Opening } from './opening.ts';
import { openWorld, profilesOf } from './opening.ts';
import {
  type Parameters,
  REFERENCE_PARAMETERS,
  restingCompetitionFor,
  governanceRules,
} from './parameters.ts';
import { smallRoster, standardOpening, standardRoster } from './roster.ts';
import type { Script } from './script.ts';
import { actionIds } from './actions.ts';
import { toMicro } from './micro.ts';
import type { Setting, World } from './world.ts';

/** Names of resting values in the rules, in addition to the engine's own. [model D.1] */
const aliases: Readonly<Record<string, keyof Parameters>> = {
  K0: 'restingCompetition',
  I0: 'restingInstitutions',
  omega0: 'restingOpacity',
};

/** The table that a script describes. Throws a sentence if it names something that does not exist. */
export function scriptTableOf(script: Script): { readonly setting: Setting; readonly world: World } {
  const seed = script.seed ?? 1;
  const base = script.seats
    ? listedOpening(script.seats)
    : scenarioOpening(script.scenario ?? 'twelve-states', seed);
  const setting: Setting = {
    seats: profilesOf(base.seats),
    parameters: parametersOf(script, base.seats.length),
  };
  requireSeats(setting, script);
  return { setting, world: withStocks(setting, script, openWorld(setting, changedOpening(base, script))) };
}

function scenarioOpening(scenario: string, seed: number): Opening {
  if (scenario === 'archipelago') return standardOpening(smallRoster(6));
  if (scenario === 'twelve-states') return standardOpening(standardRoster(12, seed));
  const size = /^seats-(\d{1,2})$/.exec(scenario)?.[1];
  if (size === undefined) throw new Error(`scenario: unknown scenario ${scenario}`);
  if (Number(size) < 2) throw new Error('scenario: at least two seats');
  return standardOpening(standardRoster(Number(size), seed));
}

function listedOpening(listed: NonNullable<Script['seats']>): Opening {
  const seats = listed.map(({ name: _name, archetype, ...seat }): ListedSeat => {
    const stocks = { defence: 0.25, localization: 0.05, force: 0.1, ...defined(seat) };
    return { ...seat, ...stocks, ...(archetype === undefined ? {} : { archetype }) };
  });
  return { seats, blocs: [], restrictions: [] };
}

/** The fields of a seat in a script that are stocks. */
function defined(seat: {
  defence?: number | undefined;
  localization?: number | undefined;
  force?: number | undefined;
}) {
  return {
    ...(seat.defence === undefined ? {} : { defence: seat.defence }),
    ...(seat.localization === undefined ? {} : { localization: seat.localization }),
    ...(seat.force === undefined ? {} : { force: seat.force }),
  };
}

function changedOpening(base: Opening, { opening = {} }: Script): Opening {
  return {
    ...base,
    ...(opening.blocs && { blocs: opening.blocs.map(listedBloc) }),
    ...(opening.restriction && { restrictions: opening.restriction }),
    ...(opening.trust && { trust: opening.trust }),
    ...(opening.trustShift !== undefined && { trustShift: opening.trustShift }),
    ...(opening.regime !== undefined && { regime: opening.regime }),
  };
}

function listedBloc(
  bloc: NonNullable<NonNullable<Script['opening']>['blocs']>[number],
): Opening['blocs'][number] {
  if (bloc.kind === 'exclusive') {
    const { depth, ...rest } = bloc;
    return depth === undefined ? rest : { ...rest, depth };
  }
  const { coordinated = false, ...rest } = bloc;
  return { ...rest, coordinated };
}

function withStocks(setting: Setting, { opening }: Script, world: World): World {
  const changed = { ...world };
  for (const [seat, stocks] of Object.entries(opening?.seats ?? {})) {
    const index = setting.seats.findIndex(({ id }) => id === seat);
    for (const stock of ['development', 'defence', 'localization', 'force'] as const) {
      const value = stocks[stock];
      if (value !== undefined) changed[stock] = changed[stock].with(index, toMicro(value));
    }
  }
  return changed;
}

function parametersOf({ steps = 1, opening = {}, parameters = {} }: Script, seats: number): Parameters {
  let changed: Parameters = {
    ...REFERENCE_PARAMETERS,
    steps,
    restingCompetition: opening.competition ?? restingCompetitionFor(seats),
    restingInstitutions: opening.institutions ?? REFERENCE_PARAMETERS.restingInstitutions,
    restingOpacity: opening.opacity ?? REFERENCE_PARAMETERS.restingOpacity,
  };
  for (const [name, value] of Object.entries(parameters)) {
    const key = Object.hasOwn(aliases, name) ? (aliases[name] ?? name) : name;
    if (!Object.hasOwn(REFERENCE_PARAMETERS, key)) throw new Error(`parameters.${name}: no such parameter`);
    changed = key === 'cost' ? withCosts(changed, value) : withParameter(changed, key, value);
  }
  return changed;
}

function withParameter(parameters: Parameters, key: string, value: unknown): Parameters {
  if (key === 'governanceMarks') {
    const rule = governanceRules.find((known) => known === value);
    if (rule === undefined) throw new Error(`parameters.${key}: expects ${governanceRules.join(' or ')}`);
    return { ...parameters, governanceMarks: rule };
  }
  const wanted = key === 'scarred' ? 'boolean' : 'number';
  if (typeof value !== wanted) throw new Error(`parameters.${key}: expects a ${wanted}`);
  return { ...parameters, [key]: value };
}

function withCosts(parameters: Parameters, costs: unknown): Parameters {
  if (typeof costs !== 'object' || costs === null)
    throw new Error('parameters.cost: expects costs by action');
  const known: readonly string[] = actionIds;
  for (const action of Object.keys(costs)) {
    if (!known.includes(action)) throw new Error(`parameters.cost.${action}: no such action`);
  }
  return { ...parameters, cost: { ...parameters.cost, ...costs } };
}

function requireSeats({ seats }: Setting, { opening = {} }: Script): void {
  const require = (id: string, path: string) => {
    if (!seats.some((seat) => seat.id === id)) throw new Error(`${path}: unknown seat ${id}`);
  };
  if (new Set(seats.map(({ id }) => id)).size < seats.length) throw new Error('seats: ids must differ');
  for (const [index, { from, to }] of (opening.restriction ?? []).entries()) {
    require(from, `opening.restriction.${index}.from`);
    require(to, `opening.restriction.${index}.to`);
  }
  for (const [index, { members }] of (opening.blocs ?? []).entries()) {
    for (const member of members) require(member, `opening.blocs.${index}.members`);
  }
  for (const id of Object.keys(opening.seats ?? {})) require(id, 'opening.seats');
  const { trust } = opening;
  if (trust && (trust.length !== seats.length || trust.some((row) => row.length !== seats.length))) {
    throw new Error('opening.trust: a row and a column for each seat');
  }
}
