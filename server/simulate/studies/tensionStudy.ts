import { openingTableOf } from '#shared/simulation/condition.ts';
import type { Lab, Stand } from './lab.ts';
import { fileStem, type StudyReport } from './report.ts';
import { FIRST_SESSION } from './shortfall.ts';
import { stakesOf } from './stakes.ts';
import type { Chart } from './svg.ts';
import { type TensionCourse, coursesOf, openingOf } from './tension.ts';
import { type Tense, tensionVerdicts } from './tensionCriteria.ts';

/** Measures what the sixth demand is judged by. */
export async function tenseOf(lab: Lab, stand: Stand): Promise<Tense> {
  const { setting } = openingTableOf(stand.table, lab.seed);
  return {
    courses: await coursesOf(lab, stand),
    stakes: stakesOf(lab, stand, stakesGames(lab)),
    opening: openingOf(stand),
    rounds: stand.plan.rounds,
    byMarks: setting.parameters.governanceMarks === 'threeMarks',
    isFirstSession: stand.scenario.id === FIRST_SESSION,
  };
}

/** Games that measure 6d and 6e; each costs about a hundred previews. */
export function stakesGames({ games }: Lab): number {
  return Math.max(5, Math.min(25, Math.round(games / 40)));
}

/** `simulate tension`: the sixth demand of balance alone, at a tenth of the cost of all six. */
export async function studyTension(lab: Lab, stands: readonly Stand[]): Promise<StudyReport> {
  const measured = await Promise.all(
    stands.map(async (stand) => ({ stand, tense: await tenseOf(lab, stand) })),
  );
  return {
    title: 'Tension',
    about: [
      `Demands 6a to 6g; ${lab.games} games a cell from seed ${lab.seed}, for 6d and 6e medians over ${stakesGames(lab)} games of a willing class with talk, the others answering in kind. *With talk*: in moves, as bots speak to people.`,
      'In 6d points of the dial in the round/by the next, in 6e the share of seats tempted/paying for a promise, round by round.',
    ],
    tables: measured.map(({ stand, tense }) => ({
      id: fileStem('tension', stand.name),
      title: stand.name,
      head: ['demand', 'met', 'numbers'],
      rows: tensionVerdicts(tense).map(({ criterion, holds, numbers }) => [
        criterion,
        holds ? 'yes' : 'NO',
        numbers,
      ]),
    })),
    charts: measured.map(({ stand, tense }) => standingChart(stand, tense.courses)),
  };
}

/** How many games are in good governance, round by round, in each cell. */
export function standingChart(stand: Stand, courses: readonly TensionCourse[]): Chart {
  return {
    kind: 'lines',
    id: fileStem('standing', stand.name),
    title: `Games in which good governance stands, ${stand.name}`,
    xLabel: 'after round',
    yLabel: 'share of games',
    series: courses.map(({ mix, talk, standing }) => ({
      name: talk === 'none' ? mix : `${mix}, talk`,
      points: standing.map((share, k): readonly [number, number] => [k + 1, share]),
    })),
  };
}
