import type { Mix } from '../../../shared/bots/mixes.ts';
import { neutral } from '../characters.ts';
import { indicator, last } from '../gauges.ts';
import { run } from '../lab.ts';
import { deeperCamps, type Reopening, securitized, together } from '../openings.ts';
import type { Bench, Proposition, Reading } from '../proposition.ts';
import { asNumber, notCounted, rises } from '../trials.ts';

const campShock = deeperCamps(0.3);
const securityShock = securitized(0.15);

/** The excess of both shocks over the sum of each alone: low is the sum, high is both. */
function excess(read: (opening: Reopening) => number): Reading {
  const none = read((opening) => opening);
  const [camps, security] = [read(campShock), read(securityShock)];
  return { low: camps + security - 2 * none, high: read(together(campShock, securityShock)) - none };
}

/** States that mostly cooperate if others do, so that single shocks do not already decide every game. */
const balanced: Mix = [
  { disposition: 'conditional-cooperator', share: 0.66 },
  { disposition: 'hedger', share: 0.1 },
  { disposition: 'unconditional-cooperator', share: 0.06 },
  { disposition: 'worst-case-planner', share: 0.09 },
  { disposition: 'free-rider', share: 0.09 },
];

function predicament(bench: Bench, opening: Reopening, competition: number | null): number {
  const parameters = competition === null ? {} : { restingCompetition: competition };
  const until = (world: { readonly locked: boolean }) => world.locked;
  const arm = { play: balanced, rounds: 16, events: true, opening, parameters, until };
  return asNumber(run(bench, arm).world.locked);
}

/** The two costly trials use only the seeds up to this one. */
const FEW_FOR_THREAT = 60;

/** The trends compound. */
export const compounding: Proposition = {
  number: 33,
  phrase: '联系和叠加效应',
  section: '3',
  statement: {
    en: 'The trends compound: together they are worse than their sum.',
    zh: '三大趋势相互联系、相互叠加：合在一起比各自之和更糟。',
  },
  seeds: { 12: 1500, 40: 70 },
  trials: [
    rises(
      {
        id: 'P31a',
        en: 'rise of mean threat after 4 rounds of the same orders: camps .3 deeper and walls and force .15 higher, each alone and added → both at once',
        zh: '相同行动 4 轮后平均威胁感的上升：阵营深 .3 与壁垒武力高 .15 分别施加后相加 → 同时施加',
        kind: 'indirect',
        byConstruction: 'partly',
      },
      (bench) => {
        if (bench.seed > FEW_FOR_THREAT) return notCounted;
        const parameters = { confirm: 999 };
        return excess((opening) =>
          last(run(bench, { play: neutral, rounds: 4, opening, parameters }), indicator('meanThreat')),
        );
      },
    ),
    rises(
      {
        id: 'P31b',
        en: 'rise of the share of predicaments after 16 rounds of adaptive states, likewise, at the shipped resting rivalry',
        zh: '适应性国家 16 轮后困境比例的上升，同上，竞争取随附静息值',
        kind: 'emergent',
        byConstruction: 'no',
      },
      (bench) => excess((opening) => predicament(bench, opening, null)),
    ),
  ],
  note: {
    en: 'The effect on outcomes is modest at 12 seats. At 40 seats 24 seeds left it undecided (+.208 [−.040, .457]); 70 seeds, a number fixed before they were played, decide it. The reference numbers found it there (+.067 ± .044, 1,500 games) only at a resting rivalry of .47, a setting chosen after seeing that.',
    zh: '12 席时，对结局的叠加效应不大。40 席时，24 个种子未能定论（+.208 [−.040, .457]）；种子数事先定为 70，结果得以定论。参考数值只在静息值 .47 时测得该效应（+.067 ± .044，1500 局），而该设定是看过结果之后选定的。',
  },
};
