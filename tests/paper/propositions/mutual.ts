import { at } from '../../../shared/lib/at.ts';
import { toUnits } from '../../../shared/model/micro.ts';
import { neutral, people } from '../characters.ts';
import { derivedAtEnd, indicator, last, meanOfMatrix, over, securitizing } from '../gauges.ts';
import { run } from '../lab.ts';
import { oneCamp, type Reopening, securitized, twoCamps, withoutBlocs } from '../openings.ts';
import type { Bench, Proposition } from '../proposition.ts';
import { FEW, SOME } from '../proposition.ts';
import { meanOf } from '../statistics.ts';
import { between, falls, rises } from '../trials.ts';

/** Securitization feeds camps. */
export const securityFeedsCamps: Proposition = {
  number: 29,
  phrase: '以安全化的视角…与传统军事盟友加强联系',
  section: '3',
  statement: {
    en: 'Securitization feeds camps.',
    zh: '安全化助长阵营化。',
  },
  seeds: SOME,
  trials: [
    rises(
      {
        id: 'P28',
        en: 'bloc index after 10 rounds of the mix HUMAN: opening → walls and force .3 higher',
        zh: 'HUMAN 组合 10 轮后的阵营化指数：常规开局 → 数据壁垒与网络武力各高 .3',
        kind: 'emergent',
        byConstruction: 'no',
      },
      between(0, 0.3, (bench, more) =>
        last(run(bench, { play: people, rounds: 10, opening: securitized(more) }), indicator('blocIndex')),
      ),
    ),
    rises(
      {
        id: 'P28b',
        en: 'mean depth of the camps after 10 rounds in which nobody joins, the same change',
        zh: '同样变化下，无人加入 10 轮后阵营的平均深度',
        kind: 'indirect',
        byConstruction: 'yes',
      },
      between(0, 0.3, (bench, more) => {
        const { world } = run(bench, { play: neutral, rounds: 10, opening: securitized(more) });
        return meanOf(
          world.blocs.flatMap((bloc) => (bloc.kind === 'exclusive' ? [toUnits(bloc.depth)] : [])),
        );
      }),
    ),
  ],
  quick: 12,
};

const opposed = twoCamps(0.1, -0.05);

function threatAcross(bench: Bench, opening: Reopening): number {
  const game = run(bench, { play: neutral, rounds: 6, opening });
  const position = (seat: number) => at(game.seats, seat).position;
  const isAcross = (i: number, j: number) => position(i) > 0.1 && position(j) < -0.05;
  const { threatBy } = derivedAtEnd(game);
  return meanOfMatrix(game.seats.length, threatBy, (i, j) => isAcross(i, j) || isAcross(j, i));
}

/** Camps feed securitization. */
export const campsFeedSecurity: Proposition = {
  number: 30,
  phrase: '排他性阵营…威胁感知更加突出…安全化的加深',
  section: '3',
  statement: {
    en: 'Exclusive camps feed the perception of threat and so securitization.',
    zh: '排他性阵营使威胁感知更加突出，进而加深安全化。',
  },
  seeds: SOME,
  trials: [
    rises(
      {
        id: 'P27a',
        en: 'threat felt across the boundary after 6 rounds of the same orders: no camp → two camps',
        zh: '相同行动 6 轮后跨阵营的威胁感：无阵营 → 两个阵营',
        kind: 'indirect',
        byConstruction: 'yes',
      },
      between(withoutBlocs, opposed, threatAcross),
    ),
    rises(
      {
        id: 'P27b',
        en: 'securitization index after 16 rounds in which all hold, the same change',
        zh: '同样变化下，全体按兵不动 16 轮后的安全化指数',
        kind: 'indirect',
        byConstruction: 'yes',
      },
      between(withoutBlocs, opposed, (bench, opening) =>
        last(run(bench, { play: 'hold', rounds: 16, opening }), indicator('securitizationIndex')),
      ),
    ),
    rises(
      {
        id: 'P27c',
        en: 'share of securitizing orders over 10 rounds of the mix HUMAN, the same change',
        zh: '同样变化下，HUMAN 组合 10 轮内安全化行动的比例',
        kind: 'emergent',
        byConstruction: 'no',
      },
      between(withoutBlocs, opposed, (bench, opening) =>
        over(run(bench, { play: people, rounds: 10, opening }), securitizing),
      ),
    ),
  ],
  quick: 10,
};

/** Camps push fragmentation. */
export const campsFragment: Proposition = {
  number: 31,
  phrase: '阵营化…政治和商业两个角度推动了碎片化',
  section: '3',
  statement: {
    en: 'Camps push fragmentation, politically and commercially.',
    zh: '阵营化从政治和商业两个角度推动碎片化。',
  },
  seeds: FEW,
  trials: [
    rises(
      {
        id: 'P29',
        en: 'fragmentation index after 12 rounds: no camp → a deep camp of half the seats',
        zh: '12 轮后的碎片化指数：无阵营 → 半数席位组成一个深阵营',
        kind: 'direct',
        byConstruction: 'yes',
      },
      between(withoutBlocs, oneCamp(0.5, 0.6), (bench, opening) =>
        last(run(bench, { play: neutral, opening }), indicator('fragmentationIndex')),
      ),
    ),
    falls(
      {
        id: 'P29b',
        en: 'connectivity alone (without the count of treaties), the same change',
        zh: '同样变化下的联通（不计条约数目）',
        kind: 'direct',
        byConstruction: 'yes',
      },
      between(withoutBlocs, oneCamp(0.5, 0.6), (bench, opening) =>
        last(run(bench, { play: neutral, opening }), indicator('efficiency')),
      ),
    ),
  ],
  quick: 4,
};

/** Securitization pushes fragmentation. */
export const securityFragments: Proposition = {
  number: 32,
  phrase: '以“国家安全”为由设置限制性…措施',
  section: '3',
  statement: {
    en: 'Securitization pushes fragmentation.',
    zh: '安全化推动碎片化。',
  },
  seeds: FEW,
  trials: [
    rises(
      {
        id: 'P30',
        en: 'fragmentation index after 12 rounds of the same orders: opening → walls and force .3 higher',
        zh: '相同行动 12 轮后的碎片化指数：常规开局 → 数据壁垒与网络武力各高 .3',
        kind: 'direct',
        byConstruction: 'yes',
      },
      between(0, 0.3, (bench, more) =>
        last(run(bench, { play: neutral, opening: securitized(more) }), indicator('fragmentationIndex')),
      ),
    ),
  ],
  quick: 4,
};
