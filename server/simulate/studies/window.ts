import { at } from '#shared/lib/at.ts';
import { type EndingShares, endingSharesOf } from '#shared/simulation/outcome.ts';
import type { GameRecord } from '#shared/simulation/record.ts';
import { conditionOf, type Lab, measured, type Stand } from './lab.ts';
import { fileStem, type StudyReport, shareText } from './report.ts';

/** The most rounds at which the whole class turns, spread over the session. */
const MOST_TURNS = 8;

interface WindowOf {
  readonly stand: Stand;
  readonly usual: EndingShares;
  /** The share of games without an ending after each round. */
  readonly open: readonly number[];
  readonly turns: readonly { readonly round: number; readonly shares: EndingShares }[];
}

/** `simulate window`: how long the choice stays open, and what a late turn still achieves. [model E] */
export async function studyWindow(lab: Lab, stands: readonly Stand[]): Promise<StudyReport> {
  const windows = await Promise.all(stands.map((stand) => windowOf(lab, stand)));
  return {
    title: 'The window',
    about: [
      `Mix CLASS without talk, ${lab.games} games a cell. Ending: middle round of the first ending. Open: neither ending by half time. From r: good governance if the whole class cooperates from round r on.`,
    ],
    tables: windows.map(({ stand, usual, turns }) => ({
      id: fileStem('window', stand.name),
      title: stand.name,
      head: ['', 'ending', 'open', ...turns.map(({ round }) => `from ${round}`)],
      rows: [
        [
          'good governance',
          String(usual.endingRound ?? '–'),
          shareText(usual.openAtHalf),
          ...turns.map(({ shares }) => shareText(shares.governance)),
        ],
        ['predicament', '', '', ...turns.map(({ shares }) => shareText(shares.predicament))],
      ],
    })),
    charts: windows.map(({ stand, open, turns }) => ({
      kind: 'lines',
      id: fileStem('window', stand.name),
      title: `The window, ${stand.name}`,
      xLabel: 'round',
      yLabel: 'share of games',
      series: [
        { name: 'still open', points: open.map((share, k) => [k + 1, share]) },
        { name: 'good if all turn', points: turns.map(({ round, shares }) => [round, shares.governance]) },
      ],
    })),
  };
}

async function windowOf(lab: Lab, stand: Stand): Promise<WindowOf> {
  const { rounds } = stand.plan;
  const stride = Math.ceil(rounds / MOST_TURNS);
  const turning = Array.from({ length: Math.ceil(rounds / stride) }, (_, k) => 1 + k * stride);
  const [records, turns] = await Promise.all([
    lab.play(conditionOf(lab, stand, 'CLASS'), lab.games),
    Promise.all(
      turning.map(async (round) => {
        const twist = { kind: 'cooperateFrom', round } as const;
        return { round, shares: await measured(lab, conditionOf(lab, stand, 'CLASS', 'none', twist)) };
      }),
    ),
  ]);
  const open = Array.from({ length: rounds }, (_, k) => openAfter(records, k));
  return { stand, usual: endingSharesOf(records), open, turns };
}

function openAfter(records: readonly GameRecord[], index: number): number {
  const isOpen = ({ rounds }: GameRecord) => {
    const { stage } = at(rounds, index);
    return stage !== 'governance' && stage !== 'predicament';
  };
  return records.filter(isOpen).length / records.length;
}
