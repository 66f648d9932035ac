import { at } from '#shared/lib/at.ts';
import { bandOf } from '#shared/model/stages.ts';
import { meanOf } from '#shared/simulation/outcome.ts';
import type { GameRecord } from '#shared/simulation/record.ts';
import type { TalkId } from '#shared/simulation/talk.ts';
import { conditionOf, type Lab, type Stand } from './lab.ts';
import { fileStem, type StudyReport, shareText } from './report.ts';

/** How often the dial changes its band in sessions. */
export interface BandChanges {
  /** Mean number of changes per session. */
  readonly changes: number;
  /** Round of the first change among sessions that have one: the median and the 90th percentile; null if none has. */
  readonly middle: number | null;
  readonly nineInTen: number | null;
  /** Share of sessions without any change. */
  readonly without: number;
}

/** Counts the changes of band, from the opening on. */
export function bandChanges(records: readonly GameRecord[]): BandChanges {
  const changed = records.map(roundsOfChange);
  const first = changed.flatMap((rounds) => rounds.slice(0, 1)).toSorted((a, b) => a - b);
  return {
    changes: meanOf(changed.map(({ length }) => length)),
    middle: first[Math.floor(first.length / 2)] ?? null,
    nineInTen: first[Math.ceil(first.length * 0.9) - 1] ?? null,
    without: changed.filter(({ length }) => length === 0).length / records.length,
  };
}

function roundsOfChange({ openingDirection, rounds }: GameRecord): readonly number[] {
  const bands = [openingDirection, ...rounds.map(({ indicators }) => indicators.direction)].map(bandOf);
  return rounds.filter((_, k) => at(bands, k) !== at(bands, k + 1)).map(({ round }) => round);
}

const cells: readonly (readonly ['CLASS' | 'HUMAN', TalkId])[] = [
  ['CLASS', 'none'],
  ['CLASS', 'talk'],
  ['HUMAN', 'none'],
  ['HUMAN', 'talk'],
];

interface BandCell extends BandChanges {
  readonly stand: Stand;
  readonly mix: 'CLASS' | 'HUMAN';
  readonly talk: TalkId;
}

/** `simulate bands`: how often and how soon a class sees the dial change its band. [model E] */
export async function studyBands(lab: Lab, stands: readonly Stand[]): Promise<StudyReport> {
  const found = await Promise.all(
    stands.flatMap((stand) =>
      cells.map(async ([mix, talk]): Promise<BandCell> => {
        const records = await lab.play(conditionOf(lab, stand, mix, talk), lab.games);
        return { stand, mix, talk, ...bandChanges(records) };
      }),
    ),
  );
  return {
    title: 'Bands of the dial',
    about: [
      `The dial has five bands. Changes of band in a session, the round of the first one (the middle, and by which nine in ten sessions have had it) and the share of sessions without any; ${lab.games} games a cell.`,
    ],
    tables: [
      {
        id: 'bands',
        title: 'Changes of band',
        head: ['scenario and plan', 'mix', 'talk', 'changes', 'first', 'nine in ten by', 'without any'],
        rows: found.map(rowOf),
      },
    ],
    charts: [
      {
        kind: 'bars',
        id: fileStem('bands', 'changes'),
        title: 'Changes of band in a session, mix CLASS without talk',
        xLabel: 'changes',
        bars: found
          .filter(({ mix, talk }) => mix === 'CLASS' && talk === 'none')
          .map(({ stand, changes }) => ({ name: stand.name, value: changes })),
      },
    ],
  };
}

function rowOf({ stand, mix, talk, changes, middle, nineInTen, without }: BandCell): readonly string[] {
  const roundText = (round: number | null) => (round === null ? '–' : String(round));
  return [
    stand.name,
    mix,
    talk,
    changes.toFixed(1),
    roundText(middle),
    roundText(nineInTen),
    shareText(without),
  ];
}
