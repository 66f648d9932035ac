import { at } from '#shared/lib/at.ts';
import { bandOf } from '#shared/model/stages.ts';
import { pointsOf } from '#shared/simulation/outcome.ts';
import type { GameRecord } from '#shared/simulation/record.ts';
import { lastThird } from './criteria.ts';
import { conditionOf, type Lab, type Stand } from './lab.ts';
import { fileStem, signedText, type StudyReport } from './report.ts';
import type { Chart } from './svg.ts';

/** Sessions whose rounds are listed. */
const TOLD = 3;

/** Whether the dial changes its band, or the stage changes, in the last third of a game. */
export function turnsLate({ openingDirection, rounds }: GameRecord): boolean {
  const bands = [openingDirection, ...rounds.map(({ indicators }) => indicators.direction)].map(bandOf);
  return rounds.some((figures, k) => {
    if (figures.round < lastThird(rounds.length)) return false;
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
      records: await lab.play(conditionOf(lab, stand, 'CLASS', 'talk'), lab.games),
    })),
  );
  return {
    title: 'Three sessions of each scenario',
    about: [
      `Bots of the mix CLASS by their characters, with talk. The dial before the first round and after each; a session turns late where the dial changes its band, or the stage changes, in the last third. Of ${lab.games} sessions from seed ${lab.seed}.`,
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
        head: ['scenario and plan', 'sessions'],
        rows: all.map(({ stand, records }) => [stand.name, lateText(records)]),
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
    isSigned: true,
    id: fileStem('paths', stand.name),
    title: `The dial of three sessions, ${stand.name}: ${lateText(records)} turn in the last third`,
    xLabel: 'after round',
    yLabel: 'dial, in hundreds',
    series: records.slice(0, TOLD).map(({ seed, openingDirection, rounds }) => ({
      name: `seed ${seed}`,
      points: [openingDirection, ...rounds.map(({ indicators }) => indicators.direction)].map(
        (direction, k): readonly [number, number] => [k, pointsOf(direction) / 100],
      ),
    })),
  };
}

function pathText({ openingDirection, rounds }: GameRecord): string {
  const directions = [openingDirection, ...rounds.map(({ indicators }) => indicators.direction)];
  return directions.map((direction) => signedText(pointsOf(direction), 0)).join(' ');
}
