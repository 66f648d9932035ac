import { dial, last, lossOf, meanLoss, over, scoreOf } from '../gauges.ts';
import { neutral, people } from '../characters.ts';
import { run } from '../lab.ts';
import { dialAt, leaningSeats, oneCamp, type Reopening, withoutBlocs } from '../openings.ts';
import type { Bench, Proposition } from '../proposition.ts';
import { FEW, SOME } from '../proposition.ts';
import { meanOf } from '../statistics.ts';
import { between, falls } from '../trials.ts';

/** Governance stalls while incidents grow. */
export const stall: Proposition = {
  number: 1,
  phrase: '治理进程却逐渐放缓',
  section: '1',
  statement: {
    en: 'The multilateral, multistakeholder and bilateral tracks stall when rivalry is high, and incidents grow while rules lag behind.',
    zh: '竞争激烈时，多边、多利益攸关方和双边进程趋于停滞；规则滞后，网络事件随之增多。',
  },
  seeds: SOME,
  trials: [
    falls(
      {
        id: 'P01',
        en: 'common rules after 12 rounds of the mix HUMAN: resting rivalry .25 → .80',
        zh: 'HUMAN 组合 12 轮后的共同规则：竞争静息值 .25 → .80',
        kind: 'emergent',
        byConstruction: 'partly',
      },
      between(0.25, 0.8, (bench, restingCompetition) =>
        last(run(bench, { play: people, events: true, parameters: { restingCompetition } }), dial('regime')),
      ),
    ),
    falls(
      {
        id: 'P02',
        en: 'incident loss over 4 rounds: common rules .05 → .60 at the start',
        zh: '4 轮平均事件损失：初始共同规则 .05 → .60',
        kind: 'direct',
        byConstruction: 'yes',
      },
      between(0.05, 0.6, (bench, rules) =>
        over(run(bench, { play: neutral, rounds: 4, world: dialAt('regime', rules) }), meanLoss),
      ),
    ),
  ],
  quick: 12,
};

/** Exclusive circles widen inequality. */
export const exclusion: Proposition = {
  number: 2,
  phrase: '将…其他国家排除在外…扩展…不平等性',
  section: '1.1',
  statement: {
    en: 'Exclusive circles widen the inequality between insiders and outsiders.',
    zh: '排他性的圈子扩大圈内与圈外国家之间的不平等。',
  },
  seeds: FEW,
  trials: [
    falls(
      {
        id: 'P03',
        en: 'score of outsiders minus insiders after 8 rounds: no camp → a camp of 60 % of the seats',
        zh: '8 轮后圈外减圈内国家的得分：无阵营 → 六成席位组成一个阵营',
        kind: 'indirect',
        byConstruction: 'partly',
      },
      between(withoutBlocs, oneCamp(0.6, 0.5), outsidersLessInsiders),
    ),
  ],
  quick: 6,
};

function outsidersLessInsiders(bench: Bench, opening: Reopening): number {
  const game = run(bench, { play: neutral, rounds: 8, opening });
  const inside = leaningSeats(game.seats, 0.6);
  const outside = game.seats.map((_, seat) => seat).filter((seat) => !inside.includes(seat));
  const mean = (seats: readonly number[]) => meanOf(seats.map((seat) => scoreOf(game, seat)));
  return mean(outside) - mean(inside);
}

/** Incident loss over some rounds of the half of the seats that a group or camp gathers. */
export function lossOfLeaning(bench: Bench, opening: Reopening, rounds: number, regime?: number): number {
  const world = regime === undefined ? {} : { world: dialAt('regime', regime) };
  const game = run(bench, { play: neutral, rounds, opening, ...world });
  return over(game, lossOf(leaningSeats(game.seats, 0.5)));
}
