import type { Mix } from '../../../shared/bots/mixes.ts';
import { turningAfter, wary } from '../characters.ts';
import { indicator, last } from '../gauges.ts';
import { goOn, run } from '../lab.ts';
import type { Bench, Proposition, Trial } from '../proposition.ts';
import { against, notCounted, rises } from '../trials.ts';

/** Mostly conditional cooperators: states that could go either way. */
const conditional: Mix = [
  { disposition: 'conditional-cooperator', share: 0.9 },
  { disposition: 'hedger', share: 0.1 },
];

/** Rounds that create a past, and rounds for which rivalry is then held at one level. */
const PAST = 16;
const PRESENT = 40;

/** How many seeds make the branches clear: they are long games that differ widely. */
const ENOUGH = 6;

type Past = 'good' | 'bad';

/** Direction after a long time at one rivalry, by the past; there is no lock. */
function directionAfter(bench: Bench, past: Past, rivalry: number): number {
  const made = past === 'good' ? 0.1 : 0.9;
  const free = { confirm: 999, Krelax: 0.3, rounds: PAST + PRESENT };
  const before = run(bench, {
    play: conditional,
    rounds: PAST,
    events: true,
    parameters: { ...free, restingCompetition: made },
    ...(past === 'good' ? { seated: turningAfter(0) } : {}),
  });
  const after = goOn(bench, before, {
    play: conditional,
    rounds: PRESENT,
    events: true,
    parameters: { restingCompetition: rivalry },
  });
  return last(after, indicator('direction'));
}

function branches(id: string, rivalry: number): Trial {
  const shown = `.${rivalry * 10}`;
  return rises(
    {
      id,
      en: `direction after 40 rounds with rivalry held at ${shown}, without the lock: from a bad past → from a good past`,
      zh: `不设锁定、竞争保持 ${shown} 40 轮后的方向：来自坏的过去 → 来自好的过去`,
      kind: 'emergent',
      byConstruction: 'no',
    },
    (bench) => {
      if (bench.seed > ENOUGH) return notCounted;
      return { low: directionAfter(bench, 'bad', rivalry), high: directionAfter(bench, 'good', rivalry) };
    },
  );
}

/** The predicament is hard to undo. */
export const hysteresis: Proposition = {
  number: 26,
  phrase: '不可逆转 / 无法逆转的困境',
  section: '3',
  statement: {
    en: 'The predicament is hard to undo.',
    zh: '困境一旦形成便难以逆转。',
  },
  seeds: { 12: 40, 40: 20 },
  trials: [
    branches('E26a', 0.2),
    branches('E26b', 0.5),
    branches('E26c', 0.8),
    rises(
      {
        id: 'E26d',
        en: 'share of games of 30 rounds without the lock (85 % conditional cooperators) that end far from the middle (direction beyond ± .2), against .75',
        zh: '不设锁定 30 轮（85% 为有条件合作者）后远离中间（方向超出 ± .2）的对局比例，对照 .75',
        kind: 'emergent',
        byConstruction: 'no',
        scale: 'share',
      },
      (bench) => {
        const parameters = { confirm: 999, rounds: 30 };
        const game = run(bench, { play: wary(0.15), rounds: 30, events: true, parameters });
        return against(0.75, Math.abs(last(game, indicator('direction'))) > 0.2);
      },
    ),
  ],
  note: {
    en: 'Shown here without any lock: among conditional players the bad state sustains itself. Against total cooperation it does not (see 25); strict irreversibility is a rule of ours that follows the paper.',
    zh: '此处不设锁定：在有条件合作者之间，坏的状态能够自我维持；面对全体合作则不能（见 25）。严格的不可逆是依论文设定的规则。',
  },
};
