import type { FactValue } from '../entries.ts';
import { MICRO, toMicro } from '../micro.ts';
import type { Reason } from '../reasons.ts';
import type { Bloc, Field, Side } from '../world.ts';
import type { Move } from './moves.ts';
import type { Pass } from './pass.ts';
import type { WorkingBloc } from './standing.ts';

const fields: readonly Field[] = [0, 1, 2];
const sides: readonly Side[] = [1, -1];

/**
 * States leave, found and join groups and camps, all at once: first every exit, then foundings in a fixed order, then entries;
 * expelled members leave last. An empty bloc dissolves. [cai-zhang §1.1] [model D.2, D.3 step 3]
 */
export function changeMembership(pass: Pass): void {
  if (pass.moves.some(({ action }) => action === 'leave')) leaveAll(pass);
  if (pass.moves.some((move) => kindJoined(move) !== null)) {
    for (const side of sides) found(pass, 'exclusive', side, null);
    for (const field of fields) for (const side of sides) found(pass, 'functional', side, field);
    pass.moves.forEach((move, seat) => join(pass, seat, move));
  }
  expelAll(pass);
  growOld(pass);
}

function expelAll(pass: Pass): void {
  for (const { seat, bloc } of pass.round.expelled) {
    const from = pass.standing.blocs.find(({ record }) => record.id === bloc);
    if (from) leave(pass, from, seat, 'expelled');
  }
}

function leaveAll(pass: Pass): void {
  for (const [seat, move] of pass.moves.entries()) {
    if (move.action !== 'leave') continue;
    const bloc = pass.standing.blocs.find(({ record }) => record.id === move.bloc);
    if (bloc) leave(pass, bloc, seat);
  }
}

function leave(pass: Pass, bloc: WorkingBloc, seat: number, reason: 'left' | 'expelled' = 'left'): void {
  if (!bloc.record.members.includes(seat)) return;
  const members = bloc.record.members.filter((member) => member !== seat);
  rewrite(pass, bloc, { ...bloc.record, members }, reason, seat);
}

function found(pass: Pass, kind: Bloc['kind'], side: Side, field: Field | null): void {
  const founders: number[] = [];
  pass.moves.forEach((move, seat) => {
    if (kindJoined(move) !== kind || move.bloc >= 0 || move.side !== side) return;
    if (field !== null && move.field !== field) return;
    if (destination(pass, move) === null) founders.push(seat);
  });
  if (founders.length === 0) return;
  const id = pass.round.nextBloc;
  pass.round.nextBloc += 1;
  const shared = { id, side, members: founders, age: 0 };
  const record: Bloc =
    field === null
      ? { ...shared, kind: 'exclusive', depth: toMicro(pass.p.depth0) }
      : { ...shared, kind: 'functional', field, coordination: 0, coordinated: false };
  enter(pass, record);
  for (const seat of founders) quitOthers(pass, seat, record);
}

/** Gives a new bloc the next slot. Its number belongs to the start of the pass, because founding does not change a number. */
function enter(pass: Pass, record: Bloc): void {
  const { standing, start } = pass;
  const slot = 1 + standing.blocs.reduce((most, bloc) => Math.max(most, bloc.slot), NO_SLOT);
  const number = record.kind === 'exclusive' ? record.depth / MICRO : 0;
  standing.bonds[slot] = number;
  start.bonds[slot] = number;
  standing.blocs.push({ slot, record });
  set(pass, 'founded', record.id, null, record);
}

const NO_SLOT = -1;

function join(pass: Pass, seat: number, move: Move): void {
  if (kindJoined(move) === null) return;
  const bloc = destination(pass, move);
  if (bloc === null) throw new Error(`seat ${seat} joins a bloc that does not exist`);
  quitOthers(pass, seat, bloc.record);
  if (bloc.record.members.includes(seat)) return;
  const members = [...bloc.record.members, seat].toSorted((a, b) => a - b);
  rewrite(pass, bloc, { ...bloc.record, members }, 'joined', seat);
}

/** A seat has one camp, and one group in each field. */
function quitOthers(pass: Pass, seat: number, joined: Bloc): void {
  for (const other of pass.standing.blocs) {
    const { record } = other;
    if (record.id === joined.id || record.kind !== joined.kind) continue;
    const sameField =
      record.kind === 'exclusive' || (joined.kind === 'functional' && record.field === joined.field);
    if (sameField) leave(pass, other, seat);
  }
}

function kindJoined(move: Move): Bloc['kind'] | null {
  if (move.action === 'join-exclusive') return 'exclusive';
  return move.action === 'join-functional' ? 'functional' : null;
}

/** The existing bloc that a joiner means: by id, else the oldest of its kind, side and field. */
function destination(pass: Pass, move: Move): WorkingBloc | null {
  const kind = kindJoined(move);
  for (const bloc of pass.standing.blocs) {
    const { record } = bloc;
    if (record.kind !== kind) continue;
    if (move.bloc >= 0 ? record.id === move.bloc : isMeant(record, move)) return bloc;
  }
  return null;
}

function isMeant(record: Bloc, move: Move): boolean {
  return record.side === move.side && (record.kind === 'exclusive' || record.field === move.field);
}

function growOld(pass: Pass): void {
  const { standing } = pass;
  for (const bloc of standing.blocs) {
    const { record } = bloc;
    if (record.members.length === 0) set(pass, 'dissolved', record.id, record, null);
    else rewrite(pass, bloc, { ...record, age: record.age + 1 }, 'aged');
  }
  standing.blocs = standing.blocs.filter(({ record }) => record.members.length > 0);
}

function rewrite(pass: Pass, bloc: WorkingBloc, record: Bloc, reason: Reason, author?: number): void {
  set(pass, reason, record.id, bloc.record, record, author);
  bloc.record = record;
}

function set(
  pass: Pass,
  reason: Reason,
  bloc: number,
  from: FactValue,
  to: FactValue,
  author?: number,
): void {
  const fact = { reason, fact: 'bloc', at: bloc, from, to } as const;
  pass.round.structure.push(author === undefined ? fact : { ...fact, author });
}
