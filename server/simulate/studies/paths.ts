import { at } from '#shared/lib/at.ts';
import { bandOf } from '#shared/model/stages.ts';
import { pointsOf } from '#shared/simulation/outcome.ts';
import type { GameRecord } from '#shared/simulation/record.ts';
import { conditionOf, type Lab, type Stand } from './lab.ts';
import { fileStem, signedText, type StudyReport } from './report.ts';
import type { Chart } from './svg.ts';

/** Sessions whose rounds are listed. */
const TOLD = 3;

/**
 * The first round of the last third of a session: the first whose middle lies beyond two thirds, so that of five rounds two are
 * late and of eight three.
 */
export function lateFrom(rounds: number): number {
  return Math.ceil((2 * rounds) / 3 + 0.5);
}

/** The ends of the dial's scale and where its bands meet, in points. */
const DIAL = [-60, -12, 0, 11, 22, 60];

/** Whether the dial changes its band, or the stage changes, in the last third of a game. */
export function turnsLate({ openingDirection, rounds }: GameRecord): boolean {
  const bands = [openingDirection, ...rounds.map(({ indicators }) => indicators.direction)].map(bandOf);
  return rounds.some((figures, k) => {
    if (figures.round < lateFrom(rounds.length)) return false;
    return at(bands, k) !== at(bands, k + 1) || (k > 0 && at(rounds, k - 1).stage !== figures.stage);
  });
}

/**
 * `simulate paths`: the dial of three sessions of bots that talk, and how many of all sessions still change direction in their
 * last third.
 */
export async function studyPaths(lab: Lab, stands: readonly Stand[]): Promise<StudyReport> {
  const all = await Promise.all(
    stands.map(async (stand) => ({
      stand,
      records: await lab.play(conditionOf(lab, stand, 'CLASS', 'moves'), lab.games),
    })),
  );
  return {
    title: 'Three sessions of each scenario',
    about: [
      `Bots of the mix CLASS by their characters, with talk in moves. The dial before the first round and after each; a session turns late where the dial changes its band, or the stage changes, in the last third: in rounds whose middle lies beyond two thirds of the session. Of ${lab.games} sessions from seed ${lab.seed}.`,
    ],
    tables: [
      {
        id: 'paths',
        title: 'Dial by dial',
        head: ['scenario and plan', 'seed', 'dial', 'end', 'turns late'],
        rows: all.flatMap(({ stand, records }) => records.slice(0, TOLD).map((one) => rowOf(stand, one))),
      },
      {
        id: 'paths-late',
        title: 'Sessions that turn in their last third',
        head: ['scenario and plan', 'late rounds', 'sessions'],
        rows: all.map(({ stand, records }) => {
          const { rounds } = stand.plan;
          return [stand.name, `${lateFrom(rounds)} to ${rounds}`, lateText(records)];
        }),
      },
    ],
    charts: all.map(({ stand, records }) => chartOf(stand, records)),
  };
}

function rowOf(stand: Stand, record: GameRecord): readonly string[] {
  const turns = turnsLate(record) ? 'yes' : 'NO';
  return [stand.name, String(record.seed), pathText(record), record.end.stage, turns];
}

function lateText(records: readonly GameRecord[]): string {
  return `${records.filter(turnsLate).length} of ${records.length}`;
}

function chartOf(stand: Stand, records: readonly GameRecord[]): Chart {
  return {
    kind: 'lines',
    grid: DIAL,
    shadedFrom: lateFrom(stand.plan.rounds) - 1,
    id: fileStem('paths', stand.name),
    title: `The dial of three sessions, ${stand.name}: ${lateText(records)} turn in the last third`,
    xLabel: 'after round',
    yLabel: 'dial, its bands between the lines; shaded: the last third',
    series: records.slice(0, TOLD).map(({ seed, openingDirection, rounds }) => ({
      name: `seed ${seed}`,
      points: [openingDirection, ...rounds.map(({ indicators }) => indicators.direction)].map(
        (direction, k): readonly [number, number] => [k, pointsOf(direction)],
      ),
    })),
  };
}

function pathText({ openingDirection, rounds }: GameRecord): string {
  const directions = [openingDirection, ...rounds.map(({ indicators }) => indicators.direction)];
  return directions.map((direction) => signedText(pointsOf(direction), 0)).join(' ');
}
