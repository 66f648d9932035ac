import { at, num } from '../../lib/at.ts';
import type { Entry } from '../entries.ts';
import { MICRO } from '../micro.ts';
import type { Parameters } from '../parameters.ts';
import type { Payoff, PayoffPart, Setting } from '../world.ts';
import { payoffParts } from '../world.ts';
import type { Move } from './moves.ts';
import type { Purse } from './purse.ts';
import type { PledgePay } from './promises.ts';

/** The array that rounded payoff parts are written into: one column for each of `payoffParts` in each seat's row. */
interface Account {
  readonly rows: number[];
  /** Null if causes are not kept. */
  readonly entries: Entry[] | null;
}

const COLUMNS = payoffParts.length;
const columnOf: Readonly<Record<PayoffPart, number>> = {
  exchange: 0,
  common: 1,
  dividend: 2,
  rent: 3,
  club: 4,
  pledge: 5,
  damage: 6,
  loss: 7,
  cost: 8,
};

/**
 * Writes the score entries of a round, one for each component of each payoff, dividend and pledge by partner, damage by author,
 * and returns the payoffs: means over the passes in micro-units, rounded component by component, so that the entries sum to the
 * payoff. Without `entries` it only returns the payoffs. [model D.4, D.9, D.10]
 */
export function writeScores(
  setting: Setting,
  moves: readonly Move[],
  purse: Purse,
  pledgePay: PledgePay,
  entries: Entry[] | null,
): readonly Payoff[] {
  const { steps, cost } = setting.parameters;
  const n = moves.length;
  const account = { rows: new Array<number>(n * COLUMNS).fill(0), entries };
  bySeat(account, 'exchange', purse.exchange, steps);
  bySeat(account, 'common', purse.common, steps);
  bySeat(account, 'dividend', purse.dividend, steps);
  byOther(account, 'dividend', purse.dividendWith, n, steps);
  bySeat(account, 'rent', purse.rent, steps);
  bySeat(account, 'club', purse.club, steps);
  if (pledgePay !== null) byOther(account, 'pledge', pledgePay, n, 1);
  byOther(account, 'damage', purse.damageBy, n, steps);
  bySeat(account, 'loss', purse.loss, steps);
  bySeat(account, 'cost', costsOf(moves, cost), 1);
  return moves.map((_, i) => payoffOf(account.rows, i * COLUMNS));
}

function costsOf(moves: readonly Move[], cost: Parameters['cost']): Float64Array {
  const costs = new Float64Array(moves.length);
  moves.forEach(({ action }, i) => {
    costs[i] = cost[action];
  });
  return costs;
}

function payoffOf(rows: readonly number[], row: number): Payoff {
  const exchange = at(rows, row);
  const common = at(rows, row + 1);
  const dividend = at(rows, row + 2);
  const rent = at(rows, row + 3);
  const club = at(rows, row + 4);
  const pledge = at(rows, row + 5);
  const damage = at(rows, row + 6);
  const loss = at(rows, row + 7);
  const cost = at(rows, row + 8);
  const total = exchange + common + dividend + rent + club + pledge - damage - loss - cost;
  return { exchange, common, dividend, rent, club, pledge, damage, loss, cost, total };
}

/** Components that are subtracted. */
function isBurden(part: PayoffPart): boolean {
  return part === 'damage' || part === 'loss' || part === 'cost';
}

function bySeat({ rows, entries }: Account, reason: PayoffPart, paid: Float64Array, passes: number): void {
  const column = columnOf[reason];
  const sign = isBurden(reason) ? -1 : 1;
  for (let i = 0; i < paid.length; i++) {
    const amount = Math.floor((num(paid, i) / passes) * MICRO + 0.5);
    if (amount === 0) continue;
    rows[i * COLUMNS + column] = at(rows, i * COLUMNS + column) + amount;
    entries?.push({ reason, quantity: 'score', at: i, delta: sign * amount });
  }
}

function byOther(account: Account, reason: PayoffPart, paid: Float64Array, n: number, passes: number): void {
  for (let author = 0; author < n; author++) {
    for (let i = 0; i < n; i++) {
      const amount = num(paid, i * n + author);
      if (amount !== 0) book(account, reason, i, amount / passes, author);
    }
  }
}

function book({ rows, entries }: Account, reason: PayoffPart, i: number, paid: number, author: number): void {
  const amount = Math.floor(paid * MICRO + 0.5);
  if (amount === 0) return;
  const cell = i * COLUMNS + columnOf[reason];
  rows[cell] = at(rows, cell) + amount;
  entries?.push({ reason, author, quantity: 'score', at: i, delta: isBurden(reason) ? -amount : amount });
}
