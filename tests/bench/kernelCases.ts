import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { drawEvent } from '../../shared/model/chance.ts';
import { apply } from '../../shared/model/ledger.ts';
import { openWorld, profilesOf } from '../../shared/model/opening.ts';
import { parametersFor } from '../../shared/model/parameters.ts';
import { resolveRound } from '../../shared/model/resolve.ts';
import { standardOpening, standardRoster } from '../../shared/model/roster.ts';
import { planRound } from '../../shared/model/rules/moves.ts';
import type { Setting, World } from '../../shared/model/world.ts';
import type { RoundInput } from '../../shared/model/roundInput.ts';
import { kernelRoom, kernelRound, load, unload } from './kernel.js';

/** Rounds of the vector `twelve-states` with every action and every event, before the world locks. */
interface Case {
  readonly world: World;
  readonly input: RoundInput;
  readonly after: World;
}

const SEED = 7;
const roster = standardRoster(12, SEED);
/** Twelve states for sixteen rounds of one pass. */
export const setting: Setting = { seats: profilesOf(roster), parameters: parametersFor(12, 16, 1) };

function casesOf(): readonly Case[] {
  const file = join(import.meta.dirname, '../model/vectors/twelve-states.json');
  const { input } = JSON.parse(readFileSync(file, 'utf8'));
  const cases: Case[] = [];
  let world = openWorld(setting, standardOpening(roster));
  for (const { event, orders } of input.rounds) {
    const named = typeof event === 'string' && event !== 'draw' ? { id: event } : (event ?? null);
    const drawn = event === 'draw' ? drawEvent(setting, SEED, world.round + 1) : named;
    const round: RoundInput = {
      seed: SEED,
      orders,
      events: drawn ? [drawn] : [],
      pledges: [],
      recognitions: [],
    };
    const after = apply(world, resolveRound(setting, world, round).entries);
    if (!world.locked) cases.push({ world, input: round, after });
    world = after;
  }
  return cases;
}

export const cases = casesOf();
export const room = kernelRoom(12);
const column = (
  of: 'weight' | 'capability' | 'market' | 'dependence' | 'exposure' | 'rulemaking' | 'position',
) => Float64Array.from(setting.seats, (seat) => seat[of]);
/** The states in the form that the kernel takes. */
export const seats = {
  w: column('weight'),
  cap: column('capability'),
  mkt: column('market'),
  dep: column('dependence'),
  vul: column('exposure'),
  dip: column('rulemaking'),
  pos: column('position'),
};

/**
 * The differences between the kernel's numbers and the engine's; with any, it would be no fair comparison. Sums in another order
 * may differ in the last digits.
 */
export function differences(): readonly string[] {
  return cases.flatMap(({ world, input, after }) => {
    load(room, world);
    kernelRound(room, seats, setting.parameters, planRound(setting, input));
    const state = unload(room);
    return compared.flatMap((quantity) => {
      const differs = after[quantity].some((value, index) => {
        const own = state[quantity][index] ?? Number.NaN;
        return !(Math.abs(value - own) <= 4);
      });
      return differs ? [`${quantity} of round ${after.round}`] : [];
    });
  });
}

const compared = ['trust', 'restriction', 'barrier', 'score', 'force', 'shock'] as const;
