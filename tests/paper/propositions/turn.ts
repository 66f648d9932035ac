import { toUnits } from '../../../shared/model/micro.ts';
import { sliding, turningAfter } from '../characters.ts';
import { type Run, run } from '../lab.ts';
import type { Bench, Proposition, Reading } from '../proposition.ts';
import { meanOf } from '../statistics.ts';
import { asNumber, between, falls, rises } from '../trials.ts';

/** The payoff of a round against which a state counts what the slide cost it. */
const UNTROUBLED = 0.4;

/** Rounds given to a turn under the lock, and without it. */
const PATIENCE = 14;
const LONG_PATIENCE = 30;

/** A game that slides for some rounds; then everybody cooperates. */
function turned(bench: Bench, slide: number, isLocking: boolean): Run {
  const rounds = slide + (isLocking ? PATIENCE : LONG_PATIENCE);
  return run(bench, {
    play: sliding,
    seated: turningAfter(slide),
    rounds,
    events: true,
    parameters: { rounds, ...(isLocking ? {} : { spIn: -9 }) },
    until: (world) => world.locked,
  });
}

/** The round in which good governance was reached, or null if it is not there at the end. */
function goodSince({ rounds, world }: Run): number | null {
  if (world.stage !== 'governance') return null;
  return rounds.find((round) => round.world.stage === 'governance')?.round ?? null;
}

/** What states lost on the way, on average, in units; null if the turn failed. */
function costOf(game: Run): number | null {
  const since = goodSince(game);
  if (since === null) return null;
  return game.rounds
    .slice(0, since)
    .reduce((sum, { payoffs }) => sum + UNTROUBLED - toUnits(meanOf(payoffs.map(({ total }) => total))), 0);
}

/** Rounds of full cooperation that a turn needed without the lock; the given number if they were not enough. */
function roundsNeeded(bench: Bench, slide: number): number {
  return (goodSince(turned(bench, slide, false)) ?? slide + LONG_PATIENCE) - slide;
}

function succeeds(bench: Bench, slide: number): number {
  return asNumber(goodSince(turned(bench, slide, true)) !== null);
}

function costs(bench: Bench): Reading {
  const [low, high] = [costOf(turned(bench, 0, true)), costOf(turned(bench, 6, true))];
  return low === null || high === null ? { low: null, high: null } : { low, high };
}

/** Turning early is effective and cheap. */
export const earlyTurn: Proposition = {
  number: 25,
  phrase: '有效率和低成本地扭转',
  section: '3',
  statement: {
    en: 'Turning early is effective and cheap; turning late is dear and uncertain.',
    zh: '及早扭转有效率、成本低；拖延之后代价高昂且难有把握。',
  },
  seeds: { 12: 60, 40: 12 },
  trials: [
    falls(
      {
        id: 'E25a',
        en: 'share that reaches good governance within 14 rounds of full cooperation: from round 1 → after 8 rounds of slide',
        zh: '全体合作 14 轮内达到善治的比例：从第 1 轮起 → 下滑 8 轮之后',
        kind: 'emergent',
        byConstruction: 'partly',
        scale: 'pairedShare',
      },
      between(0, 8, succeeds),
    ),
    rises(
      {
        id: 'E25b',
        en: 'payoff lost per state on the way there, where both turns succeed: from round 1 → after 6 rounds of slide',
        zh: '两种转向均成功时每国途中损失的收益：从第 1 轮起 → 下滑 6 轮之后',
        kind: 'emergent',
        byConstruction: 'partly',
      },
      costs,
    ),
    rises(
      {
        id: 'E25c',
        en: 'rounds of full cooperation needed without the lock: from round 1 → after 12 rounds of slide',
        zh: '不设锁定时所需的全体合作轮数：从第 1 轮起 → 下滑 12 轮之后',
        kind: 'emergent',
        byConstruction: 'no',
      },
      between(0, 12, roundsNeeded),
    ),
  ],
  note: {
    en: 'That late turns fail is partly the lock, a rule taken from the paper; without it they succeed, but take about three times as long.',
    zh: '晚转向之所以失败，部分源于取自论文的锁定规则；若无锁定则能成功，但耗时约为三倍。',
  },
};
