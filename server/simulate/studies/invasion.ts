import { at } from '#shared/lib/at.ts';
import { invaded, oddSeat } from '#shared/simulation/condition.ts';
import { meanOf, pointsOf } from '#shared/simulation/outcome.ts';
import type { GameRecord } from '#shared/simulation/record.ts';
import { conditionOf, type Lab, type Stand } from './lab.ts';
import { type Contender, contenders } from './league.ts';
import { fileStem, type StudyReport, signedText } from './report.ts';

/**
 * How much one mutant (columns) gains among residents (rows) over playing like them, in points, in the order of `contenders`; null
 * on the diagonal.
 */
export type Invasion = readonly (readonly (number | null)[])[];

/** Lets one mutant of every kind play among residents of every kind, on equal seeds. [model E] [axelrod-1984] */
export async function invasionOf(lab: Lab, stand: Stand, games: number): Promise<Invasion> {
  const play = (resident: Contender, mutant: Contender) =>
    lab.play({ ...conditionOf(lab, stand, 'CLASS'), ...invaded(resident, mutant) }, games);
  const rows = contenders.map(async (resident) => {
    const among = await Promise.all(contenders.map((mutant) => play(resident, mutant)));
    const base = at(among, contenders.indexOf(resident));
    return among.map((records, k) => (contenders[k] === resident ? null : gainOf(records, base)));
  });
  return Promise.all(rows);
}

/** How much the odd seat scores above the same seat in a world without it. */
function gainOf(records: readonly GameRecord[], base: readonly GameRecord[]): number {
  const gains = records.map(({ seed, seats, end }, k) => {
    const seat = oddSeat(seed, seats.length);
    return pointsOf(at(end.finalScores, seat)) - pointsOf(at(at(base, k).end.finalScores, seat));
  });
  return meanOf(gains);
}

/** The mutants that gain among all residents of other kinds. */
export function invadersOfAll(table: Invasion): readonly Contender[] {
  return contenders.filter((_, mutant) =>
    table.every((gains) => {
      const gain = at(gains, mutant);
      return gain === null || gain > 0;
    }),
  );
}

const shortNames: Readonly<Record<Contender, string>> = {
  'unconditional-cooperator': 'uncond.',
  'generous-reciprocator': 'generous',
  'conditional-cooperator': 'cond.',
  hedger: 'hedger',
  bridge: 'bridge',
  'free-rider': 'free',
  'worst-case-planner': 'worst',
  'camp-builder': 'camp',
  securitizer: 'secur.',
};

/** Games per cell of the invasion table: a fiftieth of the usual number, because the table has eighty-one cells. */
export function invasionGames(lab: Lab): number {
  return Math.max(16, Math.round(lab.games / 50));
}

/** `simulate invasion`. */
export async function studyInvasion(lab: Lab, stands: readonly Stand[]): Promise<StudyReport> {
  const games = invasionGames(lab);
  const tables = stands.map(async (stand) => {
    const table = await invasionOf(lab, stand, games);
    const gainText = (gain: number | null) => (gain === null ? '·' : signedText(gain, 0));
    return {
      id: fileStem('invasion', stand.name),
      title: stand.name,
      head: ['residents', ...contenders.map((mutant) => shortNames[mutant])],
      rows: contenders.map((resident, k) => [resident, ...at(table, k).map(gainText)]),
    };
  });
  return {
    title: 'One mutant among residents',
    about: [
      `Points that one mutant (columns) gains among residents (rows) against playing like them; ${games} games a cell, no talk, paired seeds, the mutant's seat changing.`,
    ],
    tables: await Promise.all(tables),
    charts: [],
  };
}
