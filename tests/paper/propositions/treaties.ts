import { HOLD } from '../../../shared/model/actions.ts';
import { neutral, restrictLikeABot } from '../characters.ts';
import { dial, indicator, last, meanOfPairs, over } from '../gauges.ts';
import { run, type Script } from '../lab.ts';
import { parallelTreaties, rewritten, twoGroups, withoutBlocs } from '../openings.ts';
import type { Bench, Proposition } from '../proposition.ts';
import { FEW } from '../proposition.ts';
import { between, falls, rises } from '../trials.ts';

/** Parallel treaties make a universal mechanism harder. */
export const parallel: Proposition = {
  number: 12,
  phrase: '平行条约 / 分别参与 / 低度参与',
  section: '1.3',
  statement: {
    en: 'Parallel treaties, selective and low participation make a universal mechanism harder; divergent rulebooks raise the cost of coordination.',
    zh: '平行条约、分别参与和低度参与使普遍机制更难建立；规则分歧抬高协调成本。',
  },
  seeds: FEW,
  trials: [
    rises(
      {
        id: 'P14a',
        en: 'regime fragmentation over 3 rounds: one treaty → four without a common member',
        zh: '3 轮平均机制碎片化：一部条约 → 四部成员互不重叠的条约',
        kind: 'direct',
        byConstruction: 'yes',
      },
      between(1, 4, (bench, count) =>
        over(
          run(bench, { play: neutral, rounds: 3, opening: parallelTreaties(count) }),
          indicator('regimeFragmentation'),
        ),
      ),
    ),
    falls(
      {
        id: 'P14b',
        en: 'common rules after 10 rounds in which all cooperate, the same change',
        zh: '同样变化下，全体合作 10 轮后的共同规则',
        kind: 'indirect',
        byConstruction: 'yes',
      },
      between(1, 4, (bench, count) =>
        last(
          run(bench, { play: 'unconditional-cooperator', rounds: 10, opening: parallelTreaties(count) }),
          dial('regime'),
        ),
      ),
    ),
    rises(
      {
        id: 'P23',
        en: 'technical barriers after 16 rounds: no groups → two rival rulebooks',
        zh: '16 轮后的技术壁垒：无合作圈 → 两套对立的规则',
        kind: 'direct',
        byConstruction: 'yes',
      },
      between(withoutBlocs, twoGroups(false), (bench, opening) =>
        meanOfPairs(run(bench, { play: neutral, rounds: 16, opening }).world, 'barrier'),
      ),
    ),
  ],
  quick: 4,
};

function connectivityAfter(bench: Bench, localization: number, barrier: number): number {
  const game = run(bench, {
    play: neutral,
    rounds: 1,
    opening: (opening) => ({
      ...opening,
      seats: opening.seats.map((seat) => ({
        ...seat,
        localization: Math.min(1, seat.localization + localization),
      })),
    }),
    world: (world) => rewritten(world, 'barrier', (value) => Math.min(0.9, value + barrier)),
  });
  return last(game, indicator('efficiency'));
}

/** Security trades off with connectivity. */
export const tradeOff: Proposition = {
  number: 13,
  phrase: '安全性和联通性本身就是一对矛盾',
  section: '1.3',
  statement: {
    en: 'Security measures trade off with connectivity.',
    zh: '安全举措与联通性此消彼长。',
  },
  seeds: FEW,
  trials: [
    falls(
      {
        id: 'P15',
        en: 'connectivity after one round: opening → localization .4 higher',
        zh: '1 轮后的联通：常规开局 → 数据本地化高 .4',
        kind: 'direct',
        byConstruction: 'yes',
      },
      between(0, 0.4, (bench, more) => connectivityAfter(bench, more, 0)),
    ),
  ],
  quick: 3,
};

/** One round in which everybody follows a script, connectivity after it. */
function afterOneRoundOf(bench: Bench, script: Script): number {
  return last(run(bench, { play: 'hold', rounds: 1, script }), indicator('efficiency'));
}

const everybodyHolds: Script = () => HOLD;

/** Three paths of fragmentation. */
export const threePaths: Proposition = {
  number: 14,
  phrase: '技术的…政治的…商业的碎片化 / IPv4 和 IPv6',
  section: '1.3',
  statement: {
    en: 'Each of three paths, technical, political and commercial, lowers connectivity on its own.',
    zh: '技术、政治、商业三条路径各自都会降低联通。',
  },
  seeds: FEW,
  trials: [
    falls(
      {
        id: 'P16a',
        en: 'technical: connectivity after one round, barriers .2 higher',
        zh: '技术路径：技术壁垒高 .2，1 轮后的联通',
        kind: 'direct',
        byConstruction: 'yes',
      },
      between(0, 0.2, (bench, more) => connectivityAfter(bench, 0, more)),
    ),
    falls(
      {
        id: 'P16b',
        en: 'political: connectivity after one round in which all hold → all localize',
        zh: '政治路径：一轮内全体按兵不动 → 全体数据本地化，其后的联通',
        kind: 'direct',
        byConstruction: 'yes',
      },
      between(everybodyHolds, () => ({ action: 'localize' }), afterOneRoundOf),
    ),
    falls(
      {
        id: 'P16c',
        en: 'commercial: connectivity after one round in which all hold → all restrict',
        zh: '商业路径：一轮内全体按兵不动 → 全体清单限制，其后的联通',
        kind: 'direct',
        byConstruction: 'yes',
      },
      between(everybodyHolds, restrictLikeABot, afterOneRoundOf),
    ),
    falls(
      {
        id: 'P19',
        en: 'connectivity over 4 rounds: natural incompatibility .05 → .30 (addressing, names)',
        zh: '4 轮平均联通：固有不兼容 .05 → .30（地址、域名）',
        kind: 'direct',
        byConstruction: 'yes',
      },
      between(0.05, 0.3, (bench, tau0) =>
        over(run(bench, { play: neutral, rounds: 4, parameters: { tau0 } }), indicator('efficiency')),
      ),
    ),
  ],
  quick: 3,
};
