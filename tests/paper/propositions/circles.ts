import { neutral } from '../characters.ts';
import { dial, indicator, last, meanLoss, meanOfPairs, over } from '../gauges.ts';
import { run } from '../lab.ts';
import { leaningSeats, oneCamp, oneGroup, type Reopening, twoGroups, withoutBlocs } from '../openings.ts';
import type { Bench, Proposition } from '../proposition.ts';
import { FEW } from '../proposition.ts';
import { between, falls, rises } from '../trials.ts';
import { lossOfLeaning } from './stall.ts';

/** Functional groups relieve at once, most where rules are weak. */
export const functionalRelief: Proposition = {
  number: 3,
  phrase: '功能性的阵营化 / 在总体共识无法达成的背景下',
  section: '1.1',
  statement: {
    en: 'Functional groups bring relief in the short run, most of all where there is no general consensus.',
    zh: '功能性的合作圈短期内能缓解问题，在总体共识缺位时尤其如此。',
  },
  seeds: FEW,
  trials: [
    falls(
      {
        id: 'P04',
        en: "members' incident loss in rounds 1–3: no group → a functional group of half the seats",
        zh: '第 1—3 轮成员的事件损失：无合作圈 → 半数席位组成功能合作圈',
        kind: 'direct',
        byConstruction: 'yes',
      },
      between(withoutBlocs, oneGroup(0.5), (bench, opening) => lossOfLeaning(bench, opening, 3)),
    ),
    falls(
      {
        id: 'P05a',
        en: 'everybody’s incident loss in rounds 1–3: no groups → two uncoordinated groups',
        zh: '第 1—3 轮全体事件损失：无合作圈 → 两个互不协调的合作圈',
        kind: 'direct',
        byConstruction: 'yes',
      },
      between(withoutBlocs, twoGroups(false), (bench, opening) =>
        over(run(bench, { play: neutral, rounds: 3, opening }), meanLoss),
      ),
    ),
    rises(
      {
        id: 'P08',
        en: "members' relief by a group over 2 rounds: common rules .7 → .1",
        zh: '合作圈 2 轮内给成员的缓解：共同规则 .7 → .1',
        kind: 'direct',
        byConstruction: 'yes',
      },
      between(0.7, 0.1, (bench, rules) => {
        return lossOfLeaning(bench, withoutBlocs, 2, rules) - lossOfLeaning(bench, oneGroup(0.5), 2, rules);
      }),
    ),
  ],
  quick: 6,
};

/** Uncoordinated groups divide in the long run. */
export const uncoordinatedGroups: Proposition = {
  number: 4,
  phrase: '阵营之间长期无法协调，将进一步导致分化',
  section: '1.1',
  statement: {
    en: 'Left uncoordinated, functional groups divide the network in the long run.',
    zh: '合作圈之间若长期得不到协调，会使网络走向分化。',
  },
  seeds: FEW,
  trials: [
    falls(
      {
        id: 'P05b',
        en: 'connectivity after 20 rounds: two coordinated groups → two uncoordinated ones',
        zh: '20 轮后的联通：两个已协调的合作圈 → 两个未协调的合作圈',
        kind: 'indirect',
        byConstruction: 'yes',
      },
      between(true, false, (bench, coordinated) => {
        const game = run(bench, { play: neutral, rounds: 20, opening: twoGroups(coordinated) });
        return last(game, indicator('efficiency'));
      }),
    ),
  ],
  quick: 3,
};

/** A camp divides more than a group of the same states. */
export const purposiveCircles: Proposition = {
  number: 5,
  phrase: '目的性的阵营化…排他性…更加突出',
  section: '1.1',
  statement: {
    en: 'Purposive blocs divide more than functional ones with the same members.',
    zh: '成员相同时，目的性阵营比功能性合作圈更具排他性、更易造成分裂。',
  },
  seeds: FEW,
  trials: [
    falls(
      {
        id: 'P06',
        en: 'trust between insiders and outsiders after 8 rounds: functional group → camp of the same half of the seats',
        zh: '8 轮后圈内外之间的信任：同样半数席位组成功能合作圈 → 组成阵营',
        kind: 'indirect',
        byConstruction: 'yes',
      },
      between(oneGroup(0.5), oneCamp(0.5, 0.3), trustAcross),
    ),
  ],
  quick: 6,
};

function trustAcross(bench: Bench, opening: Reopening): number {
  const game = run(bench, { play: neutral, rounds: 8, opening });
  const inside = leaningSeats(game.seats, 0.5);
  return meanOfPairs(game.world, 'trust', (i, j) => inside.includes(i) !== inside.includes(j));
}

/** Small circles drain the universal platform. */
export const drainedPlatform: Proposition = {
  number: 6,
  phrase: '削弱了联合国等多边平台的功能',
  section: '1.1',
  statement: {
    en: 'Small circles drain the universal platform.',
    zh: '小圈子削弱联合国等普遍性平台的功能。',
  },
  seeds: FEW,
  trials: [
    falls(
      {
        id: 'P07',
        en: 'institutions after 12 rounds: no camp → a deep camp of half the seats',
        zh: '12 轮后的制度质量：无阵营 → 半数席位组成一个深阵营',
        kind: 'direct',
        byConstruction: 'yes',
      },
      between(withoutBlocs, oneCamp(0.5, 0.6), (bench, opening) =>
        last(run(bench, { play: neutral, opening }), dial('institutions')),
      ),
    ),
  ],
  quick: 4,
};
