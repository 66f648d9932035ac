import type { MixId } from '#shared/bots/mixes.ts';
import { at } from '#shared/lib/at.ts';
import type { ActionId } from '#shared/model/actions.ts';
import type { Twist } from '#shared/simulation/condition.ts';
import { endingSharesOf } from '#shared/simulation/outcome.ts';
import type { GameRecord } from '#shared/simulation/record.ts';
import { conditionOf, type Lab, type Stand } from './lab.ts';
import { endingsText, shareText, type StudyReport } from './report.ts';
import { aThird, half } from './tension.ts';

/** The same games without moves and with them, of one mix. */
interface Pair {
  readonly without: readonly GameRecord[];
  readonly with: readonly GameRecord[];
}

/** `simulate moves`: the same games with talk and with talk in moves, and what differs. [decision 0074] */
export async function studyMoves(lab: Lab, stands: readonly Stand[]): Promise<StudyReport> {
  const all = await Promise.all(stands.map((stand) => pairsAt(lab, stand)));
  return {
    title: 'Talk in moves',
    about: [
      `The same games with talk (matched dialogues and pledges) and with moves besides; ${lab.games} games a cell from seed ${lab.seed}. Pairs are good governance/predicament. *Willing class*: good governance stands after a third, after half, at the end. *Cards changed*: of all orders of the first round, those of another card. *Commit*, *dialogue*: share of all orders of CLASS.`,
    ],
    tables: [
      {
        id: 'moves-endings',
        title: 'Endings without moves, and with them',
        head: ['scenario and plan', 'willing class', 'CLASS', 'HUMAN', 'willing, one securitizer'],
        rows: all.map(({ name, willing, klass, human, hawk }) => [
          name,
          bothOf(willing, standingText),
          bothOf(klass, endsText),
          bothOf(human, endsText),
          bothOf(hawk, endsText),
        ]),
      },
      {
        id: 'moves-orders',
        title: 'Orders of CLASS without moves, and with them',
        head: ['scenario and plan', 'cards changed', 'commit', 'dialogue', 'open standards'],
        rows: all.map(({ name, klass }) => [
          name,
          shareText(changedAtFirst(klass)),
          ...(['commit', 'dialogue', 'open-standards'] as const).map((action) =>
            bothOf(klass, (records) => shareText(shareOfOrders(records, action))),
          ),
        ]),
      },
    ],
    charts: [],
  };
}

async function pairsAt(lab: Lab, stand: Stand) {
  const pair = async (mix: MixId, twist: Twist = { kind: 'none' }): Promise<Pair> => {
    const [without, withMoves] = await Promise.all(
      (['talk', 'moves'] as const).map((talk) =>
        lab.play(conditionOf(lab, stand, mix, talk, twist), lab.games),
      ),
    );
    return { without: without ?? [], with: withMoves ?? [] };
  };
  const [willing, klass, human, hawk] = await Promise.all([
    pair('WILLING'),
    pair('CLASS'),
    pair('HUMAN'),
    pair('WILLING', { kind: 'oneSeat', disposition: 'securitizer' }),
  ]);
  return { name: stand.name, willing, klass, human, hawk };
}

function bothOf(pair: Pair, text: (records: readonly GameRecord[]) => string): string {
  return `${text(pair.without)} → ${text(pair.with)}`;
}

function endsText(records: readonly GameRecord[]): string {
  return endingsText(endingSharesOf(records));
}

function standingText(records: readonly GameRecord[]): string {
  const rounds = at(records, 0).rounds.length;
  const stands = (round: number): number =>
    records.filter((record) => at(record.rounds, round - 1).stage === 'governance').length / records.length;
  return [aThird(rounds), half(rounds), rounds].map((round) => shareText(stands(round))).join(' ');
}

/** Share of the orders of the first round whose card is another with moves: later rounds differ by what went before. */
function changedAtFirst(pair: Pair): number {
  const changed = pair.without.flatMap(({ rounds }, game) => {
    const other = at(at(pair.with, game).rounds, 0).actions;
    return at(rounds, 0).actions.map((action, seat) => (at(other, seat) === action ? 0 : 1));
  });
  return changed.reduce<number>((sum, one) => sum + one, 0) / Math.max(1, changed.length);
}

function shareOfOrders(records: readonly GameRecord[], action: ActionId): number {
  const actions = records.flatMap(({ rounds }) => rounds.flatMap((round) => round.actions));
  return actions.filter((one) => one === action).length / Math.max(1, actions.length);
}
