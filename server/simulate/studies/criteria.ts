import type { EndingShares } from '#shared/simulation/outcome.ts';
import { type Invasion, invadersOfAll } from './invasion.ts';
import type { LeagueRow } from './league.ts';
import { endingsText, shareText, signedText } from './report.ts';

/** The measurements of one scenario and plan by which its balance is judged. */
export interface Measured {
  readonly seats: number;
  readonly cells: Readonly<
    Record<'CLASS' | 'HUMAN', { readonly silent: EndingShares; readonly talking: EndingShares }>
  >;
  /** The whole class cooperates: from the first round, and from the round at which the last third begins. */
  readonly whole: EndingShares;
  readonly late: EndingShares;
  readonly lateRound: number;
  /** A willing class with talk and one securitizer. */
  readonly hawk: EndingShares;
  readonly league: readonly LeagueRow[];
  readonly invasion: Invasion;
  /** A class half of which follows the preview, and the same class without. */
  readonly advised: EndingShares;
  readonly unadvised: EndingShares;
}

/** Whether one demand of balance is met, with the numbers that show it. */
export interface Verdict {
  readonly criterion: string;
  readonly holds: boolean;
  readonly numbers: string;
}

const LEAST_ENDING = 0.1;
const LEAST_TALK = 0.1;
const MOST_OPEN = 0.5;
const LEAST_WHOLE = 0.9;
const MOST_LATE = 0.45;
const MOST_BEST = 0.5;
/** How much more often games with followers of the preview may end in the predicament before the preview counts as the cause. */
const MOST_DRIVEN = 0.1;

/** Judges a scenario and plan by the demands of balance, in the order of their definition. [contracts, balanced] */
export function verdictsOn(measured: Measured): readonly Verdict[] {
  return [
    endings(measured),
    talkHelps(measured),
    windowOpen(measured),
    ...wholeClass(measured),
    hawkIsNoVeto(measured),
    ...noBestDisposition(measured),
    previewIsSafe(measured),
  ];
}

function endings({ cells }: Measured): Verdict {
  const all = Object.values(cells).flatMap(({ silent, talking }) => [silent, talking]);
  const good = Math.max(...all.map(({ governance }) => governance));
  const bad = Math.max(...all.map(({ predicament }) => predicament));
  const cell = (mix: 'CLASS' | 'HUMAN') =>
    `${mix} ${endingsText(cells[mix].silent)}, with talk ${endingsText(cells[mix].talking)}`;
  return {
    criterion: '1a each ending in ≥ .10 of games of some cell',
    holds: good >= LEAST_ENDING && bad >= LEAST_ENDING,
    numbers: `${cell('CLASS')}; ${cell('HUMAN')}`,
  };
}

function talkHelps({ cells }: Measured): Verdict {
  const gain = (mix: 'CLASS' | 'HUMAN') => cells[mix].talking.governance - cells[mix].silent.governance;
  return {
    criterion: '1b talk raises good governance by ≥ .10 in both mixes',
    holds: gain('CLASS') >= LEAST_TALK && gain('HUMAN') >= LEAST_TALK,
    numbers: `CLASS ${signedText(gain('CLASS'))}, HUMAN ${signedText(gain('HUMAN'))}`,
  };
}

function windowOpen({ cells }: Measured): Verdict {
  const all = Object.values(cells).flatMap(({ silent, talking }) => [silent, talking]);
  const least = Math.min(...all.map(({ openAtHalf }) => openAtHalf));
  return {
    criterion: '1c open at half time in most games of every cell',
    holds: least > MOST_OPEN,
    numbers: `least ${shareText(least)}`,
  };
}

function wholeClass({ whole, late, lateRound }: Measured): readonly Verdict[] {
  return [
    {
      criterion: '2a a class that cooperates whole from round 1 succeeds in ≥ .90',
      holds: whole.governance >= LEAST_WHOLE,
      numbers: shareText(whole.governance),
    },
    {
      criterion: '2b one that begins in the last third in ≤ .45',
      holds: late.governance <= MOST_LATE,
      numbers: `from round ${lateRound}: ${shareText(late.governance)}`,
    },
  ];
}

/**
 * The share that a willing class with one hawk must reach: a quarter of games at six seats, half at twelve, interpolated in
 * between.
 */
export function leastWithHawk(seats: number): number {
  return Math.max(0.25, Math.min(0.5, 0.25 + ((seats - 6) / 6) * 0.25));
}

function hawkIsNoVeto({ hawk, seats }: Measured): Verdict {
  const least = leastWithHawk(seats);
  return {
    criterion: `3 a willing class with talk and one securitizer succeeds in ≥ ${shareText(least)}`,
    holds: hawk.governance >= least,
    numbers: endingsText(hawk),
  };
}

function noBestDisposition({ league, invasion }: Measured): readonly Verdict[] {
  const [first] = league;
  const invaders = invadersOfAll(invasion);
  return [
    {
      criterion: '4a no disposition is best in more than half of random mixes',
      holds: first !== undefined && first.best <= MOST_BEST,
      numbers: league
        .slice(0, 3)
        .map(({ disposition, best }) => `${disposition} ${shareText(best)}`)
        .join(', '),
    },
    {
      criterion: '4b no mutant gains among all residents',
      holds: invaders.length === 0,
      numbers: invaders.length === 0 ? 'none' : invaders.join(', '),
    },
  ];
}

function previewIsSafe({ advised, unadvised }: Measured): Verdict {
  const driven = advised.predicament - unadvised.predicament;
  return {
    criterion: '5 following the preview does not drive a class into the predicament',
    holds: driven <= MOST_DRIVEN,
    numbers: `${endingsText(advised)} in ${advised.games} games; nobody follows ${endingsText(unadvised)}`,
  };
}

/** The round at which the last third of a session begins. */
export function lastThird(rounds: number): number {
  return Math.ceil((2 * rounds) / 3) + 1;
}
