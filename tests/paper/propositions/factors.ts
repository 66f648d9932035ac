import type { Parameters } from '../../../shared/model/parameters.ts';
import { people } from '../characters.ts';
import { indicator, last } from '../gauges.ts';
import { run } from '../lab.ts';
import type { Bench, Proposition, Reading } from '../proposition.ts';
import { rises } from '../trials.ts';

/** Direction after 16 rounds of the mix HUMAN with some numbers changed. */
function directionWith(bench: Bench, parameters: Partial<Parameters>): number {
  return last(run(bench, { play: people, rounds: 16, events: true, parameters }), indicator('direction'));
}

type RestingDial = 'restingInstitutions' | 'restingOpacity' | 'restingCompetition';

/** A dial's effect on the direction when it moves by .5, from .25 on the worse side of its middle to .25 on the better. */
function swing(bench: Bench, dial: RestingDial, middle: number): number {
  const better = dial === 'restingInstitutions' ? 0.25 : -0.25;
  return (
    directionWith(bench, { [dial]: middle + better }) - directionWith(bench, { [dial]: middle - better })
  );
}

function swings(other: RestingDial, middle: number): (bench: Bench) => Reading {
  return (bench) => ({
    low: swing(bench, other, middle),
    high: swing(bench, 'restingCompetition', 0.5),
  });
}

/** Of the three factors rivalry matters most. */
export const rivalryFirst: Proposition = {
  number: 36,
  phrase: '竞争类…必须要重点处理的一类因素',
  section: '3',
  statement: {
    en: 'Of the three factors, rivalry matters most.',
    zh: '三类因素中，竞争类因素最需要重点处理。',
  },
  seeds: { 12: 60, 40: 10 },
  trials: [
    rises(
      {
        id: 'P35',
        en: 'what a dial moved by ± .25 gives to the direction in 16 rounds of the mix HUMAN: institutions → rivalry (falling)',
        zh: 'HUMAN 组合 16 轮，因素拨动 ± .25 对方向的增益：制度 → 竞争（下降）',
        kind: 'emergent',
        byConstruction: 'partly',
      },
      swings('restingInstitutions', 0.45),
    ),
    rises(
      {
        id: 'P35b',
        en: 'the same: technical opacity → rivalry',
        zh: '同上：技术不透明度 → 竞争',
        kind: 'emergent',
        byConstruction: 'partly',
      },
      swings('restingOpacity', 0.5),
    ),
  ],
  note: {
    en: 'The units of the three dials cannot be compared; their order is partly our calibration.',
    zh: '三个因素的单位不可比；其次序部分出自我们的校准。',
  },
};

/** Acting on all three factors beats the best single one. */
export const threeFactors: Proposition = {
  number: 38,
  phrase: '三类要素…协同改造',
  section: '3',
  statement: {
    en: 'Acting on all three factors together beats acting on the best single one.',
    zh: '三类因素协同改造，胜过只改造其中最有效的一类。',
  },
  seeds: { 12: 60, 40: 12 },
  trials: [
    rises(
      {
        id: 'P37',
        en: 'direction gained in 16 rounds of the mix HUMAN: rivalry at .3 → also opacity at .3 and institutions at .65',
        zh: 'HUMAN 组合 16 轮的方向增益：仅竞争降至 .3 → 另使不透明度为 .3、制度质量为 .65',
        kind: 'emergent',
        byConstruction: 'partly',
      },
      (bench) => {
        const idle = directionWith(bench, {});
        const rivalry = { restingCompetition: 0.3 };
        const all = { ...rivalry, restingOpacity: 0.3, restingInstitutions: 0.65 };
        return { low: directionWith(bench, rivalry) - idle, high: directionWith(bench, all) - idle };
      },
    ),
  ],
};
