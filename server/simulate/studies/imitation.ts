import type { Mix } from '#shared/bots/mixes.ts';
import { at } from '#shared/lib/at.ts';
import { meanOf, pointsOf, endingSharesOf, spreadOf } from '#shared/simulation/outcome.ts';
import type { GameRecord } from '#shared/simulation/record.ts';
import { conditionOf, type Lab, type Stand } from './lab.ts';
import { type Contender, contenders, randomMix, seatAverages } from './league.ts';
import { endingsText, fileStem, type StudyReport, shareText } from './report.ts';

const STARTS = 10;
const GENERATIONS = 40;
/** The interval between plotted points, in generations. */
const DRAWN = 5;
/** How much the share of a kind grows per generation for each standard deviation of its score above the mean. */
const RATE = 0.3;
/** The share of seats that try another kind at random. */
const MUTATION = 0.01;

/** Shares of the contenders, in their order; they sum to 1. */
type Shares = readonly number[];

/** A population that copies its winners. */
interface Run {
  /** Shares before each generation, and at the end. */
  readonly course: readonly Shares[];
  /** Games of the last five generations. */
  readonly last: readonly GameRecord[];
}

/** The next generation: kinds above the mean score grow, those below shrink, and a few seats try another kind. */
export function nextGeneration(shares: Shares, gains: readonly (number | null)[]): Shares {
  const known = gains.filter((gain) => gain !== null);
  const mean = meanOf(known);
  const spread = spreadOf(known) || 1;
  const grown = shares.map((share, kind) => {
    const gain = gains[kind] ?? null;
    const better = gain === null ? 0 : (gain - mean) / spread;
    return share * Math.max(0.2, 1 + RATE * better);
  });
  const all = grown.reduce((sum, share) => sum + share, 0);
  return grown.map((share) => (1 - MUTATION) * (share / all) + MUTATION / shares.length);
}

/** The mean score of each kind above the average of its seats, in points; null for kinds without a seat. */
function gainsOf(records: readonly GameRecord[], average: readonly number[]): readonly (number | null)[] {
  return contenders.map((kind) => {
    const scores = records.flatMap(({ characters, end }) =>
      characters.flatMap((character, seat) =>
        character === kind ? [pointsOf(at(end.finalScores, seat)) - at(average, seat)] : [],
      ),
    );
    return scores.length === 0 ? null : meanOf(scores);
  });
}

function gamesOf(lab: Lab): number {
  return Math.max(4, Math.round(lab.games / 40));
}

async function imitate(lab: Lab, stand: Stand, start: number, average: readonly number[]): Promise<Run> {
  const games = gamesOf(lab);
  const course: Shares[] = [randomMix(lab.seed + start).map(({ share }) => share)];
  const last: GameRecord[] = [];
  for (let generation = 0; generation < GENERATIONS; generation += 1) {
    const shares = at(course, generation);
    const mix: Mix = contenders.map((disposition, kind) => ({ disposition, share: at(shares, kind) }));
    const seed = (lab.seed + (start * GENERATIONS + generation) * games) >>> 0;
    const records = await lab.playFrom({ ...conditionOf(lab, stand, 'CLASS'), mix }, seed, games);
    if (generation >= GENERATIONS - 5) last.push(...records);
    course.push(nextGeneration(shares, gainsOf(records, average)));
  }
  return { course, last };
}

async function runsOf(lab: Lab, stand: Stand): Promise<readonly Run[]> {
  const average = seatAverages(await lab.play(conditionOf(lab, stand, 'MIX25'), 60));
  return Promise.all(Array.from({ length: STARTS }, (_, start) => imitate(lab, stand, start, average)));
}

/** The kinds of a population, the most frequent first. */
function ranked(shares: Shares): readonly { readonly kind: Contender; readonly share: number }[] {
  return contenders
    .map((kind, k) => ({ kind, share: at(shares, k) }))
    .toSorted((a, b) => b.share - a.share || (a.kind < b.kind ? -1 : 1));
}

const endOf = ({ course }: Run): Shares => at(course, course.length - 1);

function rowOf(run: Run, start: number): readonly string[] {
  const text = (place: number) => {
    const { kind, share } = at(ranked(endOf(run)), place);
    return `${kind} ${shareText(share)}`;
  };
  return [`start ${start + 1}`, text(0), text(1), endingsText(endingSharesOf(run.last))];
}

/** The mean shares over the generations, of the five kinds that are most frequent at the end. */
function seriesOf(runs: readonly Run[]) {
  const meanAt = (generation: number): Shares =>
    contenders.map((_, kind) => meanOf(runs.map(({ course }) => at(at(course, generation), kind))));
  const drawn = Array.from({ length: GENERATIONS / DRAWN + 1 }, (_, k) => k * DRAWN);
  return ranked(meanAt(GENERATIONS))
    .slice(0, 5)
    .map(({ kind }) => ({
      name: kind,
      points: drawn.map((x) => [x, at(meanAt(x), contenders.indexOf(kind))] as const),
    }));
}

/** `simulate imitation`: where populations go that copy their winners. [model E] */
export async function studyImitation(lab: Lab, stands: readonly Stand[]): Promise<StudyReport> {
  const found = await Promise.all(stands.map(async (stand) => ({ stand, runs: await runsOf(lab, stand) })));
  return {
    title: 'Copying the winners',
    about: [
      `${STARTS} random populations of the contenders, ${GENERATIONS} generations of ${gamesOf(lab)} games without talk. A kind grows by ${RATE} of its share for each spread that it scores above the mean (advantage of seats taken out), and ${shareText(MUTATION)} of the seats try another kind.`,
      'The two most frequent kinds in the end, and good governance/predicament in the games of the last five generations. Points alone never argue for cooperation: that is for the debrief.',
    ],
    tables: found.map(({ stand, runs }) => ({
      id: fileStem('imitation', stand.name),
      title: stand.name,
      head: ['', 'most frequent', 'second', 'endings'],
      rows: runs.map(rowOf),
    })),
    charts: found.map(({ stand, runs }) => ({
      kind: 'lines',
      id: fileStem('imitation', stand.name),
      title: `Copying the winners, ${stand.name}`,
      xLabel: 'generation',
      yLabel: 'mean share of seats',
      series: seriesOf(runs),
    })),
  };
}
