import { at, num } from '../../lib/at.ts';
import type { Assignment } from '../entries.ts';
import { blocHeading } from './book.ts';
import type { Pass } from './pass.ts';
import { change } from './pass.ts';
import { INSTITUTIONS } from './cells.ts';
import type { WorkingBloc } from './standing.ts';

/**
 * Groups of one field recognise each other's rulebook: each must sign, by a member's order or by an agreement in force; then all
 * orders add points. [cai-zhang §1.1, §4] [raustiala-victor-2004] [model D.3 steps 5 and 6]
 */
export function coordinateGroups(pass: Pass): void {
  for (const field of [0, 1, 2]) {
    if (!pass.moves.some(({ coordinate }) => coordinate === field)) continue;
    const sponsors = [...pass.moves.keys()].filter((seat) => at(pass.moves, seat).coordinate === field);
    const signed = pass.standing.blocs.filter((bloc) => isSigned(pass, bloc, field, sponsors));
    if (signed.length < 2) continue;
    for (const seat of sponsors) for (const bloc of signed) sponsor(pass, bloc, seat);
  }
  for (const bloc of pass.standing.blocs) count(pass, bloc);
}

function isSigned(pass: Pass, { record }: WorkingBloc, field: number, sponsors: readonly number[]): boolean {
  if (record.kind !== 'functional' || record.field !== field) return false;
  if (sponsors.some((seat) => record.members.includes(seat))) return true;
  return pass.recognitions.some((agreed) => agreed.field === field && agreed.groups.includes(record.id));
}

function sponsor(pass: Pass, bloc: WorkingBloc, seat: number): void {
  const { record, slot } = bloc;
  if (record.kind !== 'functional' || record.coordinated) return;
  const { n, standing } = pass;
  const points = (num(standing.profiles.weight, seat) / n) * (0.5 + 0.5 * num(standing.dials, INSTITUTIONS));
  const under = blocHeading(pass.book, 'recognition', 'coordination', { id: record.id, slot }, seat);
  change(pass, under, record.id, points);
}

/** Enough points make the mark permanent; otherwise some points are lost. */
function count(pass: Pass, bloc: WorkingBloc): void {
  const { record, slot } = bloc;
  if (record.kind !== 'functional' || record.coordinated) return;
  const { id } = record;
  const points = num(pass.standing.bonds, slot);
  if (points === 0) return;
  if (points < pass.p.coordNeed) {
    const forgotten = blocHeading(pass.book, 'recognitionForgotten', 'coordination', { id, slot });
    change(pass, forgotten, id, -pass.p.coordForget * points);
    return;
  }
  change(pass, blocHeading(pass.book, 'coordinated', 'coordination', { id, slot }), id, -points);
  const to = { ...record, coordinated: true };
  const mark: Assignment = { reason: 'coordinated', fact: 'bloc', at: id, from: record, to };
  pass.round.marks.push(mark);
  bloc.record = to;
}
