import { MICRO } from '../../../shared/model/micro.ts';
import { at } from '../../../shared/lib/at.ts';
import { HOLD } from '../../../shared/model/actions.ts';
import { always, neutral, oneIn, restrictLikeABot, turnOf, wary } from '../characters.ts';
import { type Gauge, indicator, last, meanLoss, over, scoreOf, securitizing } from '../gauges.ts';
import { type Arm, type Script, run } from '../lab.ts';
import { type Reopening, securitized } from '../openings.ts';
import type { Bench, Proposition } from '../proposition.ts';
import { FEW, SOME } from '../proposition.ts';
import { between, falls, rises, stays } from '../trials.ts';

/** A securitized outlook erodes the base for cooperation. */
export const erodedBase: Proposition = {
  number: 7,
  phrase: '安全化…合作基础被削弱',
  section: '1.2',
  statement: {
    en: 'A securitized outlook erodes the base for cooperation.',
    zh: '安全化的视角削弱合作的基础。',
  },
  seeds: FEW,
  trials: [
    falls(
      {
        id: 'P09',
        en: 'mean trust after 8 rounds of the same orders: opening → walls and force .3 higher',
        zh: '相同行动 8 轮后的平均信任：常规开局 → 数据壁垒与网络武力各高 .3',
        kind: 'indirect',
        byConstruction: 'yes',
      },
      between(0, 0.3, (bench, more) => {
        return last(
          run(bench, { play: neutral, rounds: 8, opening: securitized(more) }),
          indicator('meanTrust'),
        );
      }),
    ),
  ],
  quick: 8,
};

const exposed: Reopening = (opening) => ({
  ...opening,
  seats: opening.seats.map((seat) => ({ ...seat, exposure: Math.min(1, seat.exposure + 0.2) })),
});

/** Exposure and incidents raise the demand for securitization. */
export const exposure: Proposition = {
  number: 8,
  phrase: '脆弱性…低烈度冲突频次逐年攀升',
  section: '1.2',
  statement: {
    en: 'More exposure and more low-intensity incidents raise the demand for securitization.',
    zh: '脆弱性上升、低烈度冲突增多，会推高安全化的需求。',
  },
  seeds: SOME,
  trials: [
    rises(
      {
        id: 'P10',
        en: 'share of restrictions, localizations and build-ups over 6 rounds: opening → exposure .2 higher and a shock of .15',
        zh: '6 轮内限制、本地化与扩军的比例：常规开局 → 脆弱性高 .2 并遭 .15 冲击',
        kind: 'emergent',
        byConstruction: 'partly',
      },
      (bench) => {
        const arm: Arm = { play: wary(0.4), rounds: 6 };
        const shocked: Arm = {
          ...arm,
          opening: exposed,
          world: (world) => ({ ...world, shock: world.shock.map(() => 0.15 * MICRO) }),
        };
        return { low: over(run(bench, arm), securitizing), high: over(run(bench, shocked), securitizing) };
      },
    ),
  ],
  quick: 16,
};

const moderate: Script = oneIn(3, always({ action: 'harden' }));
const sweeping: Script = oneIn(3, (moment, seat) =>
  turnOf(moment, seat) % 2 === 1 ? { action: 'localize' } : restrictLikeABot(moment, seat),
);
const still: Script = () => null;

/** Six rounds of a script among states that otherwise hold. */
function scripted(bench: Bench, script: Script) {
  return run(bench, { play: 'hold', rounds: 6, script });
}

/** Moderate securitization is reasonable. */
export const moderateSecuritization: Proposition = {
  number: 9,
  phrase: '适度的安全化…符合一般性逻辑',
  section: '1.2',
  statement: {
    en: 'Moderate securitization protects at almost no cost to trust.',
    zh: '适度的安全化能够提供保护，而几乎不损害信任。',
  },
  seeds: FEW,
  trials: [
    falls(
      {
        id: 'P11a',
        en: 'incident loss over 6 rounds: all hold → a third hardens its defence each round',
        zh: '6 轮平均事件损失：全体按兵不动 → 每轮三分之一国家适度防护',
        kind: 'direct',
        byConstruction: 'yes',
      },
      between(still, moderate, (bench, script) => over(scripted(bench, script), meanLoss)),
    ),
    stays(
      {
        id: 'P11b',
        en: 'mean trust after 6 rounds, the same change (an equivalence test)',
        zh: '同样变化下 6 轮后的平均信任（等价检验）',
        kind: 'direct',
        byConstruction: 'partly',
      },
      0.03,
      between(still, moderate, (bench, script) => last(scripted(bench, script), indicator('meanTrust'))),
    ),
  ],
  quick: 4,
};

/** Pan-securitization upsets order. */
export const panSecuritization: Proposition = {
  number: 10,
  phrase: '泛安全化…扰乱…治理秩序',
  section: '1.2',
  statement: {
    en: 'The same number of pan-securitizing moves damages trust and connectivity.',
    zh: '同样数量的举措，若属泛安全化，则损害信任和联通。',
  },
  seeds: FEW,
  trials: [
    falls(
      {
        id: 'P12a',
        en: 'mean trust after 6 rounds: hardening → localizing and restricting, order for order',
        zh: '6 轮后的平均信任：适度防护 → 等量的数据本地化与清单限制',
        kind: 'indirect',
        byConstruction: 'yes',
      },
      between(moderate, sweeping, (bench, script) => last(scripted(bench, script), indicator('meanTrust'))),
    ),
    falls(
      {
        id: 'P12b',
        en: 'connectivity after 6 rounds, the same change',
        zh: '同样变化下 6 轮后的联通',
        kind: 'indirect',
        byConstruction: 'yes',
      },
      between(moderate, sweeping, (bench, script) => last(scripted(bench, script), indicator('efficiency'))),
    ),
  ],
  quick: 4,
};

const LISTING = 0;
const LISTED = 1;

/** Seat 0 lists seat 1 twice, or never, and then holds or does as it likes. */
function listing(isListed: boolean, thenHolds: boolean): Script {
  return ({ setting, round }, seat) => {
    if (seat !== LISTING) return null;
    if (round > 2) return thenHolds ? HOLD : null;
    return isListed ? { action: 'restrict', targets: [at(setting.seats, LISTED).id] } : HOLD;
  };
}

const restrictingOthers: Gauge = ({ orders }) =>
  orders.filter(({ action }, seat) => seat !== LISTING && action === 'restrict').length / (orders.length - 1);

/** A listed state is hurt and strikes back. */
export const entityListing: Proposition = {
  number: 11,
  phrase: '列入实体清单…审查甚至封禁',
  section: '1.2',
  statement: {
    en: "Listing a state's firms hurts it and invites listings in return.",
    zh: '将一国企业列入实体清单会伤害该国，并招致反制。',
  },
  seeds: { 12: 60, 40: 24 },
  trials: [
    falls(
      {
        id: 'P13a',
        en: "the target's score after 4 rounds: not listed → listed twice by the hub power",
        zh: '目标国 4 轮后的得分：未被列入 → 两次被枢纽大国列入清单',
        kind: 'indirect',
        byConstruction: 'partly',
      },
      between(false, true, (bench, isListed) =>
        scoreOf(
          run(bench, { play: 'conditional-cooperator', rounds: 4, script: listing(isListed, false) }),
          LISTED,
        ),
      ),
    ),
    rises(
      {
        id: 'P13b',
        en: 'share of the other states that restrict in rounds 2–5, the same change',
        zh: '同样变化下第 2—5 轮其他国家采取限制行动的比例',
        kind: 'emergent',
        byConstruction: 'partly',
      },
      between(false, true, (bench, isListed) =>
        over(
          run(bench, { play: 'conditional-cooperator', rounds: 5, script: listing(isListed, true) }),
          restrictingOthers,
          1,
        ),
      ),
    ),
  ],
  quick: 16,
};
