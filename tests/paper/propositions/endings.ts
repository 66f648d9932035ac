import { at } from '../../../shared/lib/at.ts';
import { toUnits } from '../../../shared/model/micro.ts';
import type { Indicators } from '../../../shared/model/world.ts';
import { indicator, last } from '../gauges.ts';
import type { Run } from '../lab.ts';
import type { Bench, Bilingual, Proposition, Reading, Trial } from '../proposition.ts';
import { meanOf } from '../statistics.ts';
import { against, falls, notCounted, rises } from '../trials.ts';
import { populationGame } from './direction.ts';

/** Whether each of the four marks of the predicament holds at the end of a game. [model D.6] */
function marksOf(game: Run): readonly boolean[] {
  const p = game.setting.parameters;
  const read = (name: keyof Indicators) => last(game, indicator(name));
  return [
    read('fragmentationIndex') >= p.spFragmentation,
    read('blocIndex') >= p.spBlocs || read('securitizationIndex') >= p.spSecuritization,
    read('meanTrust') <= p.spTrust,
    read('meanThreat') >= p.spThreat,
  ];
}

/** The four marks arrive together. */
export const fourMarks: Proposition = {
  number: 27,
  phrase: '完全分化、彼此对立、信任破裂、安全风险急剧上升',
  section: '5',
  statement: {
    en: 'The four marks of the predicament, division, opposed camps, broken trust and soaring risk, arrive together.',
    zh: '困境的四个标志——完全分化、阵营对立、信任破裂、安全风险急剧上升——同时出现。',
  },
  seeds: { 12: 300, 40: 120 },
  trials: [
    rises(
      {
        id: 'E27a',
        en: 'share of predicament games of the mix MIX25 that show all four marks at the end, against one half',
        zh: 'MIX25 组合的困境对局中终局四标志俱全的比例，对照二分之一',
        kind: 'emergent',
        byConstruction: 'partly',
        scale: 'share',
      },
      (bench) => {
        const game = populationGame(bench);
        return game.world.locked ? against(0.5, marksOf(game).every(Boolean)) : notCounted;
      },
    ),
    falls(
      {
        id: 'E27b',
        en: 'share of games of good governance that show any of them, against .30',
        zh: '善治对局中出现任一标志的比例，对照 .30',
        kind: 'emergent',
        byConstruction: 'partly',
        scale: 'share',
      },
      (bench) => {
        const game = populationGame(bench);
        return game.world.stage === 'governance' ? against(0.3, marksOf(game).some(Boolean)) : notCounted;
      },
    ),
  ],
  note: {
    en: 'Three marks of four are part of the definition of the predicament; that the fourth comes along is not.',
    zh: '四标志中的三个属于困境的定义；第四个随之出现则不是。',
  },
};

/** How unequal payoffs are, 0..1: half the mean difference of two seats over the mean. */
function gini(values: readonly number[]): number {
  const mean = Math.max(1e-9, meanOf(values));
  return meanOf(values.flatMap((a) => values.map((b) => Math.abs(a - b)))) / (2 * mean);
}

function lastPayoffs({ rounds }: Run): readonly number[] {
  return at(rounds, rounds.length - 1).payoffs.map(({ total }) => toUnits(total));
}

/** Archetypes that count as weak whatever their development has become: Indravar, Savannah and Pelagos. */
const WEAK = [6, 8, 10];

function payoffOfWeak(game: Run): number {
  const payoffs = lastPayoffs(game);
  const weak = game.seats.flatMap(({ archetype = -1 }, seat) => (WEAK.includes(archetype) ? [seat] : []));
  return meanOf(weak.map((seat) => at(payoffs, seat)));
}

/** Sorts a game into the group of its ending; undecided ones do not count. */
function byEnding(bench: Bench, read: (game: Run) => number): Reading {
  const game = populationGame(bench);
  if (game.world.locked) return { low: read(game), high: null };
  return game.world.stage === 'governance' ? { low: null, high: read(game) } : notCounted;
}

function endStates(id: string, what: Bilingual, make: typeof rises, read: (game: Run) => number): Trial {
  const description = { id, ...what, kind: 'emergent', byConstruction: 'partly', scale: 'groups' } as const;
  return make(description, (bench) => byEnding(bench, read));
}

/** Good governance is more equal, safer and more open. */
export const goodGovernance: Proposition = {
  number: 28,
  phrase: '平等尊重、安全有序、开放共享',
  section: '3',
  statement: {
    en: 'Good governance is more equal, safer and more open.',
    zh: '善治形态更平等、更安全、更开放。',
  },
  seeds: { 12: 150, 40: 60 },
  trials: [
    endStates(
      'E28a',
      {
        en: 'inequality of payoffs (Gini) in the last round: games that end in the predicament → in good governance',
        zh: '末轮收益的不平等（基尼系数）：困境对局 → 善治对局',
      },
      falls,
      (game) => gini(lastPayoffs(game).map((payoff) => Math.max(0, payoff))),
    ),
    endStates('E28b', { en: 'mean threat at the end, likewise', zh: '终局平均威胁感，同上' }, falls, (game) =>
      last(game, indicator('meanThreat')),
    ),
    endStates('E28c', { en: 'connectivity at the end, likewise', zh: '终局联通，同上' }, rises, (game) =>
      last(game, indicator('efficiency')),
    ),
    endStates(
      'E28d',
      { en: 'payoff of the weakest states in the last round, likewise', zh: '末轮最弱国家的收益，同上' },
      rises,
      payoffOfWeak,
    ),
  ],
};
