import { toUnits } from '../../../shared/model/micro.ts';
import { always, neutral, oneIn, wary } from '../characters.ts';
import { indicator, joiningCamps, last, meanOfPairs, over, securitizing } from '../gauges.ts';
import { run, type Script } from '../lab.ts';
import { blank, capabilityGap, together, trustAt } from '../openings.ts';
import type { Bench, Proposition } from '../proposition.ts';
import { FEW, SOME } from '../proposition.ts';
import { between, falls, rises } from '../trials.ts';

/** Opacity breeds insecurity. */
export const opacity: Proposition = {
  number: 15,
  phrase: '匿名性、虚拟性…溯源…困难…不安全感',
  section: '2.1',
  statement: {
    en: 'Technical opacity raises insecurity and pushes states to securitize.',
    zh: '技术不透明（匿名、虚拟、溯源困难）加剧不安全感，推动安全化。',
  },
  seeds: SOME,
  trials: [
    rises(
      {
        id: 'P17a',
        en: 'mean threat over 8 rounds of the same orders: opacity .2 → .9',
        zh: '相同行动 8 轮的平均威胁感：技术不透明度 .2 → .9',
        kind: 'direct',
        byConstruction: 'yes',
      },
      between(0.2, 0.9, (bench, restingOpacity) =>
        over(
          run(bench, { play: neutral, rounds: 8, parameters: { restingOpacity } }),
          indicator('meanThreat'),
        ),
      ),
    ),
    rises(
      {
        id: 'P17b',
        en: 'share of securitizing orders over 10 rounds of adaptive states, the same change',
        zh: '同样变化下，适应性国家 10 轮内安全化行动的比例',
        kind: 'emergent',
        byConstruction: 'no',
      },
      between(0.2, 0.9, (bench, restingOpacity) =>
        over(
          run(bench, { play: wary(0.4), rounds: 10, events: true, parameters: { restingOpacity } }),
          securitizing,
        ),
      ),
    ),
  ],
  quick: 16,
};

const noHelp: Script = ({ orders }, seat) =>
  orders[seat]?.action === 'build-capacity' ? { action: 'commit' } : null;

/** Gaps of capability block cooperation and favour camps. */
export const gaps: Proposition = {
  number: 16,
  phrase: '技术能力和市场体量差距…为阵营化创造了条件',
  section: '2.1',
  statement: {
    en: 'Gaps of capability block cooperation and favour camps.',
    zh: '技术能力差距阻碍合作，为阵营化创造条件。',
  },
  seeds: { 12: 300, 40: 40 },
  trials: [
    falls(
      {
        id: 'P18a',
        en: 'mean trust after 6 rounds of the same cooperation: gaps of development × .2 → × 1.6 about the same mean',
        zh: '相同合作 6 轮后的平均信任：均值不变，发展差距 × .2 → × 1.6',
        kind: 'direct',
        byConstruction: 'yes',
      },
      between(0.2, 1.6, (bench, factor) => {
        const opening = together(blank, capabilityGap(factor));
        const game = run(bench, { play: 'unconditional-cooperator', rounds: 6, opening, script: noHelp });
        return last(game, indicator('meanTrust'));
      }),
    ),
    rises(
      {
        id: 'P18b',
        en: 'share of orders that join or deepen a camp over 12 rounds of adaptive states, the same change',
        zh: '同样变化下，适应性国家 12 轮内加入或加深阵营的比例',
        kind: 'emergent',
        byConstruction: 'no',
      },
      between(0.2, 1.6, (bench, factor) =>
        over(run(bench, { play: wary(0.3), events: true, opening: capabilityGap(factor) }), joiningCamps),
      ),
    ),
  ],
  note: {
    en: 'The effect on camps is real but small.',
    zh: '对阵营化的影响真实存在，但幅度很小。',
  },
};

/** Technical factors can be governed. */
export const governableTechnology: Proposition = {
  number: 17,
  phrase: '可以通过特定的治理手段…有效规制',
  section: '2.1',
  statement: {
    en: 'Technical factors can be governed.',
    zh: '技术类因素可以通过治理手段得到有效规制。',
  },
  seeds: FEW,
  trials: [
    falls(
      {
        id: 'P20',
        en: 'opacity plus mean technical barrier after 10 rounds: all hold → a quarter opens standards each round',
        zh: '10 轮后技术不透明度与平均技术壁垒之和：全体按兵不动 → 每轮四分之一国家开放标准',
        kind: 'direct',
        byConstruction: 'yes',
      },
      between<Script>(
        () => null,
        oneIn(4, always({ action: 'open-standards' })),
        (bench, script) => {
          const { world } = run(bench, { play: 'hold', rounds: 10, script });
          return toUnits(world.opacity) + meanOfPairs(world, 'barrier');
        },
      ),
    ),
  ],
  quick: 3,
};

const talkToNeighbours: Script = ({ setting }, seat) => {
  const n = setting.seats.length;
  const targets = [(seat + 1) % n, (seat + n - 1) % n].flatMap((target) => setting.seats[target]?.id ?? []);
  return { action: 'dialogue', targets };
};

/** What technical cooperation achieves at low trust. */
export const lowTrustOpening: Proposition = {
  number: 34,
  phrase: '利用技术类因素…成为推动合作治理的契机',
  section: '3',
  statement: {
    en: 'Technical cooperation still works where trust is low.',
    zh: '即便信任不足，技术合作仍然有效，可成为推动合作治理的契机。',
  },
  seeds: FEW,
  trials: [
    rises(
      {
        id: 'P33',
        en: 'trust gained at trust .25 as a share of that gained at .70: everybody opens dialogues → everybody opens standards',
        zh: '信任 .25 时的信任增益与 .70 时之比：全体对话互信 → 全体开放标准',
        kind: 'direct',
        byConstruction: 'yes',
      },
      between<Script>(
        talkToNeighbours,
        () => ({ action: 'open-standards' }),
        (bench, script) => {
          return gainOf(bench, script, 0.25) / gainOf(bench, script, 0.7);
        },
      ),
    ),
  ],
  quick: 3,
};

/** Trust that a round of a script adds to one of holding, as a share of the possible gain. */
function gainOf(bench: Bench, script: Script, trust: number): number {
  const opening = together(blank, trustAt(trust));
  const arm = { play: 'hold', rounds: 1, opening } as const;
  const [idle, acting] = [run(bench, arm), run(bench, { ...arm, script })];
  return (last(acting, indicator('meanTrust')) - last(idle, indicator('meanTrust'))) / (1 - trust);
}
