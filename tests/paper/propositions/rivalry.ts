import { always, people, restrictLikeABot, wary } from '../characters.ts';
import { indicator, last, meanOfPairs, scoreOf } from '../gauges.ts';
import { run, type Script } from '../lab.ts';
import { dialAt, type Reopening, twoGroups, withoutBlocs } from '../openings.ts';
import type { Bench, Proposition } from '../proposition.ts';
import { FEW, SOME } from '../proposition.ts';
import { between, rises } from '../trials.ts';

/** Twelve rounds of the mix HUMAN at some resting rivalry. */
function underRivalry(bench: Bench, restingCompetition: number) {
  return run(bench, { play: people, events: true, parameters: { restingCompetition } });
}

/** Rivalry drives camps. */
export const rivalryAndCamps: Proposition = {
  number: 20,
  phrase: '地缘政治竞争引发了网络空间的阵营化',
  section: '2.3',
  statement: {
    en: 'Geopolitical rivalry drives the formation of camps.',
    zh: '地缘政治竞争引发网络空间的阵营化。',
  },
  seeds: SOME,
  trials: [
    rises(
      {
        id: 'P24',
        en: 'bloc index after 12 rounds of the mix HUMAN: resting rivalry .25 → .80',
        zh: 'HUMAN 组合 12 轮后的阵营化指数：竞争静息值 .25 → .80',
        kind: 'emergent',
        byConstruction: 'partly',
      },
      between(0.25, 0.8, (bench, rivalry) => last(underRivalry(bench, rivalry), indicator('blocIndex'))),
    ),
  ],
  quick: 6,
};

/** Worst-case planning drives an arms race. */
export const worstCases: Proposition = {
  number: 21,
  phrase: '往往从最坏的情况做准备',
  section: '2.3',
  statement: {
    en: 'Planning for the worst case, and lack of trust, drive an arms race.',
    zh: '从最坏情况做准备以及互信缺失，推动军备竞赛。',
  },
  seeds: SOME,
  trials: [
    rises(
      {
        id: 'P25',
        en: 'securitization index after 12 rounds: worst-case planners 10 % → 40 %',
        zh: '12 轮后的安全化指数：最坏打算者 10% → 40%',
        kind: 'emergent',
        byConstruction: 'partly',
      },
      between(0.1, 0.4, (bench, planners) =>
        last(run(bench, { play: wary(planners), events: true }), indicator('securitizationIndex')),
      ),
    ),
    rises(
      {
        id: 'P25b',
        en: 'securitization index after 12 rounds of the mix HUMAN: initial trust .12 higher → .18 lower',
        zh: 'HUMAN 组合 12 轮后的安全化指数：初始信任高 .12 → 低 .18',
        kind: 'emergent',
        byConstruction: 'no',
      },
      between(0.12, -0.18, (bench, trustShift) => {
        const opening: Reopening = (standard) => ({ ...standard, trustShift });
        return last(run(bench, { play: people, events: true, opening }), indicator('securitizationIndex'));
      }),
    ),
  ],
  quick: 8,
};

/** Rivalry fragments, and makes barriers pay. */
export const rivalryAndFragmentation: Proposition = {
  number: 22,
  phrase: '经济技术竞争导致了…碎片化 / 技术壁垒',
  section: '2.3',
  statement: {
    en: 'Economic and technological rivalry fragments; it raises the private return on barriers.',
    zh: '经济技术竞争导致碎片化，并抬高设置壁垒的私利。',
  },
  seeds: SOME,
  trials: [
    rises(
      {
        id: 'P26',
        en: 'fragmentation index after 12 rounds of the mix HUMAN: resting rivalry .25 → .80',
        zh: 'HUMAN 组合 12 轮后的碎片化指数：竞争静息值 .25 → .80',
        kind: 'emergent',
        byConstruction: 'partly',
      },
      between(0.25, 0.8, (bench, rivalry) =>
        last(underRivalry(bench, rivalry), indicator('fragmentationIndex')),
      ),
    ),
    rises(
      {
        id: 'P44',
        en: 'what one restriction adds to its author’s score in 5 rounds while others hold: rivalry .2 → .8',
        zh: '他国按兵不动时，一次限制 5 轮内给实施国得分的增量：竞争 .2 → .8',
        kind: 'direct',
        byConstruction: 'yes',
      },
      between(0.2, 0.8, temptation),
    ),
  ],
  quick: 6,
};

const AUTHOR = 1;

function temptation(bench: Bench, restingCompetition: number): number {
  const score = (script: Script) =>
    scoreOf(
      run(bench, {
        play: 'hold',
        rounds: 5,
        parameters: { restingCompetition },
        script: (moment, seat) => (seat === AUTHOR && moment.round === 1 ? script(moment, seat) : null),
      }),
      AUTHOR,
    );
  return score(restrictLikeABot) - score(always({ action: 'hold' }));
}

/** Rivalry contaminates functional groups. */
export const contamination: Proposition = {
  number: 37,
  phrase: '避免功能性…合作机制沾染排他性色彩',
  section: '3',
  statement: {
    en: 'Rivalry contaminates functional groups.',
    zh: '竞争使功能性合作机制沾染排他性色彩。',
  },
  seeds: FEW,
  trials: [
    rises(
      {
        id: 'P36',
        en: 'technical barriers that two uncoordinated groups add in 12 rounds of holding: rivalry .2 → .8',
        zh: '全体按兵不动 12 轮内两个未协调合作圈新增的技术壁垒：竞争 .2 → .8',
        kind: 'direct',
        byConstruction: 'yes',
      },
      between(0.2, 0.8, (bench, restingCompetition) => {
        const barriers = (opening: Reopening) =>
          meanOfPairs(
            run(bench, {
              play: 'hold',
              opening,
              parameters: { restingCompetition },
              world: dialAt('competition', restingCompetition),
            }).world,
            'barrier',
          );
        return barriers(twoGroups(false)) - barriers(withoutBlocs);
      }),
    ),
  ],
  quick: 2,
};
