import { mixes } from '#shared/bots/mixes.ts';
import { marginOf, type EndingShares } from '#shared/simulation/outcome.ts';
import { adviceGames } from './behaviour.ts';
import { lastThird, type Measured, type Verdict, verdictsOn } from './criteria.ts';
import { invasionGames, invasionOf } from './invasion.ts';
import { conditionOf, type Lab, measured, type Stand } from './lab.ts';
import { leagueOf } from './league.ts';
import { type StudyReport, shareText } from './report.ts';
import type { TensionCourse } from './tension.ts';
import { tensionVerdicts } from './tensionCriteria.ts';
import { stakesGames, standingChart, tenseOf } from './tensionStudy.ts';
import { LEAST_MIXES } from './tournament.ts';

/** Points for one point of the world's line: how advised seats weigh it in the fifth demand. */
const WORLD_WEIGHT = 0.2;

/** A scenario and plan with the demands of balance it meets and misses. */
export interface JudgedStand {
  readonly stand: Stand;
  readonly verdicts: readonly Verdict[];
  /** The course of every mix, with and without talk. */
  readonly courses: readonly TensionCourse[];
}

/** Measures and judges scenarios and plans. */
export async function judgeAll(lab: Lab, stands: readonly Stand[]): Promise<readonly JudgedStand[]> {
  return Promise.all(
    stands.map(async (stand) => {
      const [measuredOf, tense] = await Promise.all([measureAll(lab, stand), tenseOf(lab, stand)]);
      return {
        stand,
        verdicts: [...verdictsOn(measuredOf), ...tensionVerdicts(tense)],
        courses: tense.courses,
      };
    }),
  );
}

async function measureAll(lab: Lab, stand: Stand): Promise<Measured> {
  const lateRound = lastThird(stand.plan.rounds);
  const [classCells, humanCells, whole, late, hawk, league, invasion, advice] = await Promise.all([
    talkCells(lab, stand, 'CLASS'),
    talkCells(lab, stand, 'HUMAN'),
    measured(lab, conditionOf(lab, stand, 'CLASS', 'none', { kind: 'cooperateFrom', round: 1 })),
    measured(lab, conditionOf(lab, stand, 'CLASS', 'none', { kind: 'cooperateFrom', round: lateRound })),
    measured(
      lab,
      conditionOf(lab, stand, 'WILLING', 'moves', { kind: 'oneSeat', disposition: 'securitizer' }),
    ),
    leagueOf(lab, stand, Math.max(LEAST_MIXES, Math.round(lab.games / 2))),
    invasionOf(lab, stand, invasionGames(lab)),
    adviceCells(lab, stand),
  ]);
  return {
    seats: stand.scenario.seats.length,
    cells: { CLASS: classCells, HUMAN: humanCells },
    whole,
    late,
    lateRound,
    hawk,
    league,
    invasion,
    ...advice,
  };
}

async function talkCells(
  lab: Lab,
  stand: Stand,
  mix: 'CLASS' | 'HUMAN',
): Promise<{ readonly silent: EndingShares; readonly talking: EndingShares }> {
  const [silent, talking] = await Promise.all([
    measured(lab, conditionOf(lab, stand, mix)),
    measured(lab, conditionOf(lab, stand, mix, 'moves')),
  ]);
  return { silent, talking };
}

async function adviceCells(
  lab: Lab,
  stand: Stand,
): Promise<{ readonly advised: EndingShares; readonly unadvised: EndingShares }> {
  const games = adviceGames(lab);
  const usual = { ...conditionOf(lab, stand, 'CLASS', 'dialogues'), mix: mixes.CLASS };
  const [advised, unadvised] = await Promise.all([
    measured(lab, { ...usual, twist: { kind: 'advised', worldWeight: WORLD_WEIGHT } }, games),
    measured(lab, usual, lab.games),
  ]);
  return { advised, unadvised };
}

/** `simulate balance`: which demands of balance each scenario and plan meets. */
export function balanceReport(lab: Lab, judged: readonly JudgedStand[]): StudyReport {
  const all = judged.flatMap(({ verdicts }) => verdicts);
  const mixCount = Math.max(LEAST_MIXES, Math.round(lab.games / 2));
  return {
    title: 'Balance',
    about: [
      `${lab.games} games a cell from seed ${lab.seed}, so a share is good to ± ${shareText(marginOf(0.5, lab.games))} or better; ${lab.openDeck ? 'all cards open' : 'the deck as a session deals it'}; ${mixCount} random mixes, ${invasionGames(lab)} games a cell of the invasion table, ${adviceGames(lab)} games with followers of the preview, who weigh the world by ${WORLD_WEIGHT}. *With talk*: in moves, as bots speak to people. 6d and 6e are medians over ${stakesGames(lab)} games. Pairs of shares are good governance/predicament; in 6d points in the round/by the next, in 6e tempted/paying, round by round.`,
      `${all.filter(({ holds }) => holds).length} of ${all.length} demands are met.`,
    ],
    tables: [
      summaryOf(judged),
      ...judged.map(({ stand, verdicts }) => ({
        id: `balance-${stand.scenario.id}-${stand.plan.id}`,
        title: stand.name,
        head: ['demand', 'met', 'numbers'],
        rows: verdicts.map(({ criterion, holds, numbers }) => [criterion, holds ? 'yes' : 'NO', numbers]),
      })),
    ],
    charts: judged.map(({ stand, courses }) => standingChart(stand, courses)),
  };
}

/** How many demands each scenario and plan meets, and which it misses, by their numbers. */
function summaryOf(judged: readonly JudgedStand[]): StudyReport['tables'][number] {
  return {
    id: 'balance',
    title: 'Demands met',
    head: ['scenario and plan', 'met', 'not met'],
    rows: judged.map(({ stand, verdicts }) => {
      const missed = verdicts.filter(({ holds }) => !holds).map(({ criterion }) => criterion.split(' ')[0]);
      const met = verdicts.length - missed.length;
      return [stand.name, `${met} of ${verdicts.length}`, missed.length === 0 ? 'none' : missed.join(', ')];
    }),
  };
}
