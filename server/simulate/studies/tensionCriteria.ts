import { at } from '#shared/lib/at.ts';
import type { Verdict } from './criteria.ts';
import { shareText, signedText } from './report.ts';
import type { RoundStakes } from './stakes.ts';
import { aThird, half, type JudgedTalk, type TensionCourse } from './tension.ts';

/** The measurements by which the sixth demand is judged. */
export interface Tense {
  readonly courses: readonly TensionCourse[];
  readonly stakes: readonly RoundStakes[];
  /** The dial before the first round, in points. */
  readonly opening: number;
  readonly rounds: number;
  /** Whether the three marks define good governance. */
  readonly byMarks: boolean;
  /** Whether it may be easier, as a first session. */
  readonly isFirstSession: boolean;
}

/** The bounds of 6a: the most games won after a third and after half of the rounds, and how many at the end. */
export function boundsOf(isFirstSession: boolean) {
  return isFirstSession
    ? { third: 0.2, half: 0.5, least: 0.55, most: 0.9 }
    : { third: 0.1, half: 0.35, least: 0.55, most: 0.85 };
}

/** The bounds of 6b to 6f, as defined. [contracts, balanced] */
export const bounds = {
  lostLeast: 0.15,
  lostMost: 0.4,
  openingLeast: -5,
  openingMost: 11,
  beyond: 0.05,
  betrayal: 1.5,
  betrayalNext: 2.5,
  tempted: 0.5,
  costly: 1 / 3,
  roundsNeeded: 0.9,
  oneEnding: 0.9,
  choosing: 0.4,
} as const;

/** Judges a scenario and plan by the demands 6a to 6g. */
export function tensionVerdicts(tense: Tense): readonly Verdict[] {
  return [
    wonLate(tense),
    canBeLost(tense),
    usesTheDial(tense),
    betrayalCounts(tense),
    temptationStays(tense),
    endingsOpen(tense),
    labelTrue(tense),
  ];
}

/** The course of one cell. */
export function courseIn(
  courses: readonly TensionCourse[],
  mix: TensionCourse['mix'],
  talk: JudgedTalk,
): TensionCourse {
  const found = courses.find((course) => course.mix === mix && course.talk === talk);
  if (found === undefined) throw new Error(`no course of ${mix} with ${talk}`);
  return found;
}

function wonLate({ courses, rounds, isFirstSession }: Tense): Verdict {
  const { standing } = courseIn(courses, 'WILLING', 'moves');
  const [early, middle, end] = [aThird(rounds), half(rounds), rounds].map((round) => at(standing, round - 1));
  const most = boundsOf(isFirstSession);
  const [a, b, c] = [early ?? 0, middle ?? 0, end ?? 0];
  return {
    criterion: `6a a willing class with talk has won in ≤ ${shareText(most.third)} after a third, ≤ ${shareText(most.half)} after half, ${shareText(most.least)} to ${shareText(most.most)} at the end`,
    holds: a <= most.third && b <= most.half && c >= most.least && c <= most.most,
    numbers: `${shareText(a)}, ${shareText(b)}, ${shareText(c)}`,
  };
}

/** The share of games, with talk and without, that lost good governance again, among those that reached it. */
export function lostAgain(courses: readonly TensionCourse[], mix: 'CLASS' | 'HUMAN'): number {
  const of = courses.filter((course) => course.mix === mix);
  const reached = of.reduce((sum, course) => sum + course.reached, 0);
  return of.reduce((sum, { reached: share, lost }) => sum + share * lost, 0) / Math.max(0.001, reached);
}

function canBeLost({ courses }: Tense): Verdict {
  const lost = (['CLASS', 'HUMAN'] as const).map((mix) => lostAgain(courses, mix));
  return {
    criterion: `6b once reached it is lost again in ${shareText(bounds.lostLeast)} to ${shareText(bounds.lostMost)} of games`,
    holds: lost.every((share) => share >= bounds.lostLeast && share <= bounds.lostMost),
    numbers: `CLASS ${shareText(at(lost, 0))}, HUMAN ${shareText(at(lost, 1))}`,
  };
}

function usesTheDial({ courses, opening }: Tense): Verdict {
  const beyond = Math.max(...courses.map((course) => course.beyond));
  const high = Math.max(...courses.map((course) => course.high));
  const low = Math.max(...courses.map((course) => course.low));
  const opensWithin = opening >= bounds.openingLeast && opening <= bounds.openingMost;
  return {
    criterion: `6c the dial opens between −5 and +11, is beyond its scale in ≤ ${shareText(bounds.beyond)} of rounds, and comes near both ends in some games`,
    holds: opensWithin && beyond <= bounds.beyond && high > 0 && low > 0,
    numbers: `opens at ${signedText(opening, 1)}; beyond in at most ${shareText(beyond)}; ≥ +45 in up to ${shareText(high)}, ≤ −45 in up to ${shareText(low)}`,
  };
}

/** Whether something holds in nine of ten rounds. */
export function inMostRounds(
  stakes: readonly RoundStakes[],
  holds: (round: RoundStakes) => boolean,
): boolean {
  return stakes.filter(holds).length >= bounds.roundsNeeded * stakes.length;
}

/** Whether a betrayal in this round moves the dial enough. */
export function isFelt({ betrayal, betrayalNext }: RoundStakes): boolean {
  return betrayal >= bounds.betrayal && (betrayalNext === null || betrayalNext >= bounds.betrayalNext);
}

function betrayalCounts({ stakes }: Tense): Verdict {
  const text = stakes.map(
    ({ betrayal, betrayalNext }) =>
      `${betrayal.toFixed(1)}${betrayalNext === null ? '' : `/${betrayalNext.toFixed(1)}`}`,
  );
  return {
    criterion:
      '6d one betrayal moves the dial by ≥ 1.5 points in its round and ≥ 2.5 by the next, in every round',
    holds: inMostRounds(stakes, isFelt),
    numbers: text.join(', '),
  };
}

/** Whether enough seats are tempted in this round, and a promise costs enough of them. */
export function isTempting({ tempted, costly }: RoundStakes): boolean {
  return tempted >= bounds.tempted && costly >= bounds.costly;
}

function temptationStays({ stakes }: Tense): Verdict {
  const text = stakes.map(({ tempted, costly }) => `${shareText(tempted)}/${shareText(costly)}`);
  return {
    criterion:
      '6e in every round half of the seats are tempted by ≥ 3 points, and a third pay for a promise they keep',
    holds: inMostRounds(stakes, isTempting),
    numbers: text.join(', '),
  };
}

function endingsOpen({ courses }: Tense): Verdict {
  const most = Math.max(...courses.map(({ ends }) => Math.max(ends.governance, ends.predicament, ends.open)));
  const choosing = Math.min(...courses.map((course) => course.choosing));
  return {
    criterion: `6f no ending exceeds ${shareText(bounds.oneEnding)} in any cell, and ≥ ${shareText(bounds.choosing)} are still choosing after two thirds`,
    holds: most <= bounds.oneEnding && choosing >= bounds.choosing,
    numbers: `most ${shareText(most)}; still choosing at least ${shareText(choosing)}`,
  };
}

function labelTrue({ courses, byMarks }: Tense): Verdict {
  const untrue = Math.max(...courses.map((course) => course.untrue));
  return {
    criterion:
      '6g good governance stands only where at least two of equal, safe and open hold, and is reached with all three',
    holds: byMarks && untrue === 0,
    numbers: `${byMarks ? 'three marks' : 'reference bars'}; stood on fewer than two marks in ${shareText(untrue)} of its rounds`,
  };
}
