import { at, num } from '../../../shared/lib/at.ts';
import { HOLD } from '../../../shared/model/actions.ts';
import type { Mix } from '../../../shared/bots/mixes.ts';
import { neutral, wary } from '../characters.ts';
import { derivedAtEnd, indicator, joiningCamps, last, over, securitizing } from '../gauges.ts';
import { run, type Script } from '../lab.ts';
import type { Bench, Proposition, Reading } from '../proposition.ts';
import { SOME } from '../proposition.ts';
import { meanOf } from '../statistics.ts';
import { between, falls, rises } from '../trials.ts';

/** Twelve rounds of adaptive states under strong or weak institutions. */
function adaptive(bench: Bench, restingInstitutions: number) {
  return run(bench, { play: wary(0.3), events: true, parameters: { restingInstitutions } });
}

/** Weak institutions make like-minded states cluster. */
export const likeMinded: Proposition = {
  number: 18,
  phrase: '倾向于与意识形态相近…的国家形成阵营',
  section: '2.2',
  statement: {
    en: 'Where institutions are weak, like-minded states gather in camps.',
    zh: '机制薄弱时，各国倾向于与立场相近的国家结成阵营。',
  },
  seeds: { 12: 100, 40: 16 },
  trials: [
    rises(
      {
        id: 'P21a',
        en: 'share of orders that join or deepen a camp over 12 rounds of adaptive states: institutions .75 → .15',
        zh: '适应性国家 12 轮内加入或加深阵营的比例：制度质量 .75 → .15',
        kind: 'emergent',
        byConstruction: 'no',
      },
      between(0.75, 0.15, (bench, institutions) => over(adaptive(bench, institutions), joiningCamps)),
    ),
    falls(
      {
        id: 'P21b',
        en: 'distance of positions after 12 rounds: all pairs → pairs of the same camp',
        zh: '12 轮后的立场距离：所有国家对 → 同一阵营内的国家对',
        kind: 'emergent',
        byConstruction: 'yes',
      },
      distances,
    ),
  ],
};

function distances(bench: Bench): Reading {
  const game = run(bench, { play: wary(0.3) });
  const { camp } = derivedAtEnd(game);
  const all: number[] = [];
  const mates: number[] = [];
  for (const [i, a] of game.setting.seats.entries()) {
    for (const [j, b] of game.setting.seats.entries()) {
      if (i === j) continue;
      const distance = Math.abs(a.position - b.position);
      all.push(distance);
      if (at(camp, i) >= 0 && camp[i] === camp[j]) mates.push(distance);
    }
  }
  return { low: meanOf(all), high: mates.length === 0 ? meanOf(all) : meanOf(mates) };
}

const BUILDERS = 3;

/** The first three seats arm, or hold. */
function arming(isArming: boolean): Script {
  return (_, seat) => (seat >= BUILDERS ? null : isArming ? { action: 'build-force' } : HOLD);
}

/** Self-help where institutions are weak. */
export const selfHelp: Proposition = {
  number: 19,
  phrase: '选择单边行动…军备竞赛…安全困境',
  section: '2.2',
  statement: {
    en: 'Without institutions states act alone, and one side’s build-up frightens the rest.',
    zh: '机制缺位时各国选择单边行动；一方扩军使其余国家更感威胁。',
  },
  seeds: { 12: 100, 40: 16 },
  trials: [
    rises(
      {
        id: 'P22a',
        en: 'share of securitizing orders over 12 rounds of adaptive states: institutions .75 → .15',
        zh: '适应性国家 12 轮内安全化行动的比例：制度质量 .75 → .15',
        kind: 'emergent',
        byConstruction: 'no',
      },
      between(0.75, 0.15, (bench, institutions) => over(adaptive(bench, institutions), securitizing)),
    ),
    rises(
      {
        id: 'P22b',
        en: 'threat felt by the others after 4 rounds: three states hold → they build force',
        zh: '4 轮后其余国家的威胁感：三国按兵不动 → 三国网络扩军',
        kind: 'direct',
        byConstruction: 'yes',
      },
      between(false, true, (bench, isArming) => {
        const game = run(bench, { play: neutral, rounds: 4, script: arming(isArming) });
        const { threat } = derivedAtEnd(game);
        return meanOf(game.seats.flatMap((_, seat) => (seat < BUILDERS ? [] : [num(threat, seat)])));
      }),
    ),
  ],
};

/** Direction after 16 rounds of a population under some institutions. */
function directionOf(
  bench: Bench,
  play: Mix | 'unconditional-cooperator',
  restingInstitutions: number,
): number {
  const game = run(bench, { play, rounds: 16, events: true, parameters: { restingInstitutions } });
  return last(game, indicator('direction'));
}

function effectOnDirection(bench: Bench, play: Mix | 'unconditional-cooperator'): number {
  return directionOf(bench, play, 0.7) - directionOf(bench, play, 0.2);
}

/** Institutions amplify; they do not decide. */
export const amplifier: Proposition = {
  number: 35,
  phrase: '机制类…中介变量或者放大器…并不能成为方向的决定性因素',
  section: '3',
  statement: {
    en: 'Institutions amplify but do not set the direction.',
    zh: '机制类因素是中介变量或放大器，并不决定方向。',
  },
  seeds: SOME,
  trials: [
    rises(
      {
        id: 'P34a',
        en: 'direction after 16 rounds of unconditional cooperators: institutions .2 → .7',
        zh: '无条件合作者 16 轮后的方向：制度质量 .2 → .7',
        kind: 'emergent',
        byConstruction: 'partly',
      },
      between(0.2, 0.7, (bench, institutions) =>
        directionOf(bench, 'unconditional-cooperator', institutions),
      ),
    ),
    rises(
      {
        id: 'P34b',
        en: 'what institutions .2 → .7 add to the direction: four fifths worst-case planners → unconditional cooperators',
        zh: '制度质量 .2 → .7 给方向带来的增量：五分之四为最坏打算者 → 全为无条件合作者',
        kind: 'emergent',
        byConstruction: 'partly',
      },
      between<Mix | 'unconditional-cooperator'>(wary(0.8), 'unconditional-cooperator', effectOnDirection),
    ),
    falls(
      {
        id: 'P34c',
        en: 'direction of worst-case planners after 16 rounds: nothing → what it is under strong institutions (.7)',
        zh: '最坏打算者 16 轮后的方向：零 → 强制度（.7）之下的数值',
        kind: 'emergent',
        byConstruction: 'no',
      },
      (bench) => ({ low: 0, high: directionOf(bench, wary(0.8), 0.7) }),
    ),
  ],
  quick: 6,
};
