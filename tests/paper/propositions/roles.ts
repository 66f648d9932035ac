import { at } from '../../../shared/lib/at.ts';
import { HOLD } from '../../../shared/model/actions.ts';
import { toUnits } from '../../../shared/model/micro.ts';
import type { World } from '../../../shared/model/world.ts';
import { helpLikeABot, mediateLikeABot, neutral, oneIn } from '../characters.ts';
import { acrossCamps, derivedAtEnd, dial, indicator, last, meanOfMatrix, meanOfPairs } from '../gauges.ts';
import { type Run, run, type Script } from '../lab.ts';
import { type Reopening, rewritten, twoCamps } from '../openings.ts';
import type { Bench, Proposition } from '../proposition.ts';
import { FEW } from '../proposition.ts';
import { deviationOf } from '../statistics.ts';
import { between, falls, rises } from '../trials.ts';

/** Archetypes outside both camps: the entrepôt and the island state. */
const NEUTRAL = [5, 10];

const split = twoCamps(0.1, -0.15);

function isNeutral(archetype: number | undefined): boolean {
  return archetype !== undefined && NEUTRAL.includes(archetype);
}

/** Trust between members of the two camps after 8 rounds in which the neutral states follow a script. */
function trustAcross(bench: Bench, script: Script): number {
  const neutrals = neutralSeats(bench);
  const game = run(bench, {
    play: neutral,
    rounds: 8,
    opening: split,
    script: (moment, seat) => (neutrals.includes(seat) ? script(moment, seat) : null),
  });
  return meanOfPairs(game.world, 'trust', acrossCamps(derivedAtEnd(game)));
}

/** The neutral seats of a table, read from its opening. */
function neutralSeats(bench: Bench): readonly number[] {
  const { seats } = run(bench, { play: 'hold', rounds: 0 });
  return seats.flatMap(({ archetype }, seat) => (isNeutral(archetype) ? [seat] : []));
}

const SEVERE = 0.85;

/** Connection along the best path between the camps of a world cut in two, with the neutral states open to all or closed. */
function connectionAcross(bench: Bench, isOpen: boolean): number {
  const neutrals = neutralSeats(bench);
  const positions = run(bench, { play: 'hold', rounds: 0 }).seats.map(({ position }) => position);
  const severed = (world: World) =>
    rewritten(world, 'restriction', (value, i, j) => {
      if (neutrals.includes(i)) return isOpen ? 0 : SEVERE;
      if (neutrals.includes(j) && isOpen) return 0;
      return at(positions, i) * at(positions, j) < 0 ? SEVERE : value;
    });
  const walled: Reopening = (opening) => {
    const cut = split(opening);
    return { ...cut, blocs: cut.blocs.map((bloc) => ({ ...bloc, depth: 1 })) };
  };
  const game = run(bench, { play: 'hold', rounds: 1, opening: walled, world: severed });
  const derived = derivedAtEnd(game);
  return meanOfMatrix(derived.n, derived.path, acrossCamps(derived));
}

/** Common rules after 6 rounds in which only the heaviest or the lightest quarter commits. */
function rulesBy(bench: Bench, order: 'lightest' | 'heaviest'): number {
  const script: Script = ({ setting }, seat) => {
    const { seats } = setting;
    const ranked = seats.map((_, index) => index);
    const sign = order === 'heaviest' ? -1 : 1;
    ranked.sort((a, b) => sign * (at(seats, a).weight - at(seats, b).weight) || a - b);
    return ranked.slice(0, Math.round(seats.length / 4)).includes(seat) ? { action: 'commit' } : null;
  };
  return last(run(bench, { play: 'hold', rounds: 6, script }), dial('regime'));
}

function helped(bench: Bench, script: Script): Run {
  return run(bench, { play: 'hold', rounds: 10, script });
}

const nobody: Script = () => HOLD;
const aQuarterHelps: Script = oneIn(4, helpLikeABot);

/** Bridge, rule-maker and provider of solutions. */
export const threeRoles: Proposition = {
  number: 40,
  phrase: '合作的桥梁 / 规则制定者 / 解决方案提供者',
  section: '4',
  statement: {
    en: 'Three roles work: bridges mend ties across camps, weighty states make rules count, capacity building narrows the gap.',
    zh: '三种角色有效：合作的桥梁修复跨阵营联系，分量重的规则制定者使规则见效，解决方案提供者缩小能力差距。',
  },
  seeds: FEW,
  trials: [
    rises(
      {
        id: 'P40',
        en: 'trust across two camps after 8 rounds: the neutral states hold → they build bridges',
        zh: '8 轮后跨阵营的信任：中立国家按兵不动 → 充当合作的桥梁',
        kind: 'direct',
        byConstruction: 'yes',
      },
      between(nobody, mediateLikeABot, trustAcross),
    ),
    rises(
      {
        id: 'P40b',
        en: 'connection of the camps of a world cut in two: neutral states closed → open',
        zh: '一分为二的世界里两阵营之间的联通：中立国家封闭 → 开放',
        kind: 'indirect',
        byConstruction: 'yes',
      },
      between(false, true, connectionAcross),
    ),
    rises(
      {
        id: 'P41',
        en: 'common rules after 6 rounds of the same commitments: by the lightest quarter → by the heaviest quarter of the states',
        zh: '同样的承诺 6 轮后的共同规则：由最轻的四分之一国家 → 由最重的四分之一国家作出',
        kind: 'direct',
        byConstruction: 'yes',
      },
      between<'lightest' | 'heaviest'>('lightest', 'heaviest', rulesBy),
    ),
    falls(
      {
        id: 'P42a',
        en: 'spread of development after 10 rounds: all hold → a quarter builds capacity each round',
        zh: '10 轮后发展水平的差距：全体按兵不动 → 每轮四分之一国家能力建设',
        kind: 'direct',
        byConstruction: 'yes',
      },
      between(nobody, aQuarterHelps, (bench, script) =>
        deviationOf(helped(bench, script).world.development.map(toUnits)),
      ),
    ),
    rises(
      {
        id: 'P42b',
        en: 'connectivity after 10 rounds, the same change',
        zh: '同样变化下 10 轮后的联通',
        kind: 'indirect',
        byConstruction: 'yes',
      },
      between(nobody, aQuarterHelps, (bench, script) => last(helped(bench, script), indicator('efficiency'))),
    ),
  ],
  quick: 4,
};
