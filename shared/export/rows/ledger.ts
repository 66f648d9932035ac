import type { Change, Quantity } from '../../model/entries.ts';
import { unpackLedger } from '../../model/ledger.ts';
import { mechanismOf } from '../../model/reasons.ts';
import type { RowOf } from '../fields.ts';
import type { ledger } from '../tables/world.ts';
import { seatIdAt, type SessionTold } from '../told.ts';

type Row = RowOf<typeof ledger>;

/** The rows of the ledger: every change of a quantity in every round that stands, in the order of the record. */
export function ledgerRows(told: SessionTold): readonly Row[] {
  return told.state.rounds.flatMap(({ round, ledger: packed }) => {
    const changes = unpackLedger(packed).filter((entry) => 'quantity' in entry);
    return changes.map((change, index) => rowOf(told, round, index + 1, change));
  });
}

function rowOf(told: SessionTold, round: number, entry: number, change: Change): Row {
  const { reason, author, bloc, event, quantity, delta } = change;
  return {
    session: told.session,
    round,
    entry,
    quantity,
    ...placeOf(told, change),
    change: delta,
    cause: reason,
    mechanism: mechanismOf[reason],
    author: author === undefined ? null : seatIdAt(told, author),
    through: bloc ?? null,
    event: event === undefined ? null : event + 1,
  };
}

/** What the index of each quantity means. */
const places: Readonly<Record<Quantity, 'world' | 'seat' | 'pair' | 'bloc'>> = {
  regime: 'world',
  institutions: 'world',
  opacity: 'world',
  competition: 'world',
  development: 'seat',
  defence: 'seat',
  localization: 'seat',
  force: 'seat',
  shock: 'seat',
  score: 'seat',
  trust: 'pair',
  restriction: 'pair',
  barrier: 'pair',
  depth: 'bloc',
  coordination: 'bloc',
};

function placeOf(told: SessionTold, { quantity, at: index }: Change): Pick<Row, 'seat' | 'other' | 'bloc'> {
  const n = told.state.seats.length;
  switch (places[quantity]) {
    case 'world':
      return { seat: null, other: null, bloc: null };
    case 'seat':
      return { seat: seatIdAt(told, index), other: null, bloc: null };
    case 'pair':
      return { seat: seatIdAt(told, Math.floor(index / n)), other: seatIdAt(told, index % n), bloc: null };
    case 'bloc':
      return { seat: null, other: null, bloc: index };
  }
}
