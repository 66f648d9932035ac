import { num } from '../../lib/at.ts';
import type { Entry } from '../ledger.ts';
import { MICRO } from '../micro.ts';
import type { Payoff, PayoffPart, Setting } from '../world.ts';
import { payoffParts } from '../world.ts';
import type { Move } from './moves.ts';
import type { Purse } from './payoffs.ts';
import type { PledgePay } from './promises.ts';

/** Where the parts of the payoffs are written as they are rounded: one column for each of `payoffParts` in each seat's row. */
interface Account {
  readonly rows: Float64Array;
  readonly entries: Entry[];
}

const COLUMNS = payoffParts.length;

/**
 * Writes the score entries of a round, one for each component of each payoff, dividend and pledge by partner, damage by author, and returns the
 * payoffs: means over the passes in micro-units, rounded component by component, so that the entries are the payoff. [model D.4, D.9, D.10]
 */
export function writeScores(
  setting: Setting,
  moves: readonly Move[],
  purse: Purse,
  pledgePay: PledgePay,
  entries: Entry[],
): readonly Payoff[] {
  const { steps, cost } = setting.parameters;
  const n = moves.length;
  const account: Account = { rows: new Float64Array(n * COLUMNS), entries };
  const costs = Float64Array.from(moves, ({ action }) => cost[action]);
  bySeat(account, 'exchange', purse.exchange, steps);
  bySeat(account, 'common', purse.common, steps);
  bySeat(account, 'dividend', purse.dividend, steps);
  byOther(account, 'dividend', purse.dividendWith, n, steps);
  bySeat(account, 'rent', purse.rent, steps);
  bySeat(account, 'club', purse.club, steps);
  if (pledgePay !== null) byOther(account, 'pledge', pledgePay, n, 1);
  byOther(account, 'damage', purse.damageBy, n, steps);
  bySeat(account, 'loss', purse.loss, steps);
  bySeat(account, 'cost', costs, 1);
  return moves.map((_, i) => payoffOf(account.rows, i * COLUMNS));
}

function payoffOf(rows: Float64Array, row: number): Payoff {
  const exchange = num(rows, row);
  const common = num(rows, row + 1);
  const dividend = num(rows, row + 2);
  const rent = num(rows, row + 3);
  const club = num(rows, row + 4);
  const pledge = num(rows, row + 5);
  const damage = num(rows, row + 6);
  const loss = num(rows, row + 7);
  const cost = num(rows, row + 8);
  const total = exchange + common + dividend + rent + club + pledge - damage - loss - cost;
  return { exchange, common, dividend, rent, club, pledge, damage, loss, cost, total };
}

/** Components that are subtracted. */
function isBurden(part: PayoffPart): boolean {
  return part === 'damage' || part === 'loss' || part === 'cost';
}

function bySeat({ rows, entries }: Account, reason: PayoffPart, paid: Float64Array, passes: number): void {
  const column = payoffParts.indexOf(reason);
  const sign = isBurden(reason) ? -1 : 1;
  for (let i = 0; i < paid.length; i++) {
    const amount = Math.floor((num(paid, i) / passes) * MICRO + 0.5);
    if (amount === 0) continue;
    rows[i * COLUMNS + column] = num(rows, i * COLUMNS + column) + amount;
    entries.push({ reason, quantity: 'score', at: i, delta: sign * amount });
  }
}

function byOther(
  { rows, entries }: Account,
  reason: PayoffPart,
  paid: Float64Array,
  n: number,
  passes: number,
): void {
  const column = payoffParts.indexOf(reason);
  const sign = isBurden(reason) ? -1 : 1;
  for (let author = 0; author < n; author++) {
    for (let i = 0; i < n; i++) {
      const amount = Math.floor((num(paid, i * n + author) / passes) * MICRO + 0.5);
      if (amount === 0) continue;
      rows[i * COLUMNS + column] = num(rows, i * COLUMNS + column) + amount;
      entries.push({ reason, author, quantity: 'score', at: i, delta: sign * amount });
    }
  }
}
