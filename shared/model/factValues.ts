import { at } from '../lib/at.ts';
import type { Fact, FactValue } from './entries.ts';
import type { Bloc, Field, Side } from './world.ts';
import { stages } from './world.ts';

/** A value in a packed ledger row. */
export type PackedValue = number | null | readonly number[];

/** A fact's value as a number or a short list: stages by index, yes and no as 1 and 0, blocs and counters as lists. */
export function packValue(value: FactValue): PackedValue {
  if (value === null || typeof value === 'number') return value;
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (typeof value === 'string') return stages.findIndex((stage) => stage === value);
  if (isBloc(value)) return packBloc(value);
  return [value['governance'] ?? 0, value['predicament'] ?? 0, value['scar'] ?? 0];
}

/** Whether a fact's value is a bloc. */
export function isBloc(value: object): value is Bloc {
  return 'kind' in value && 'members' in value;
}

/** Camps have field −1. */
function packBloc(bloc: Bloc): readonly number[] {
  const own =
    bloc.kind === 'exclusive'
      ? [-1, bloc.depth, 0]
      : [bloc.field, bloc.coordination, bloc.coordinated ? 1 : 0];
  return [...own, bloc.side, bloc.age, ...bloc.members];
}

/** The inverse of `packValue`; `index` is the index of the entry, for a bloc its id. Throws on an unreadable value. */
export function unpackValue(fact: Fact, index: number, value: PackedValue | undefined): FactValue {
  if (value === undefined) throw new TypeError(`${fact} without a value`);
  if (value === null) return null;
  if (fact === 'bloc' && typeof value === 'object') return unpackBloc(index, value);
  if (fact === 'counters' && typeof value === 'object') {
    return { governance: at(value, 0), predicament: at(value, 1), scar: at(value, 2) };
  }
  if (typeof value !== 'number') throw new TypeError(`${fact} is not a list`);
  if (fact === 'stage') return at(stages, value);
  return fact === 'locked' ? value === 1 : value;
}

function unpackBloc(id: number, values: readonly number[]): Bloc {
  const [field = NaN, amount = NaN, coordinated, side, age = NaN, ...members] = values;
  const shared = { id, side: sideOf(side), members, age };
  if (field === -1) return { ...shared, kind: 'exclusive', depth: amount };
  return {
    ...shared,
    kind: 'functional',
    field: fieldOf(field),
    coordination: amount,
    coordinated: coordinated === 1,
  };
}

function sideOf(value: number | undefined): Side {
  if (value === 1 || value === -1) return value;
  throw new TypeError(`${value} is no side`);
}

function fieldOf(value: number): Field {
  if (value === 0 || value === 1 || value === 2) return value;
  throw new TypeError(`${value} is no field`);
}
