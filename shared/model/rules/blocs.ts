import { at, num } from '../../lib/at.ts';
import type { ActionId } from '../actions.ts';
import { blocHeading, heading, NO_INDEX } from './book.ts';
import type { Pass, JointChange } from './pass.ts';
import { changeWithin, gain } from './pass.ts';
import { COMPETITION } from './cells.ts';
import type { WorkingBloc } from './standing.ts';

/**
 * What blocs do: members come to trust each other; camps deepen by their members' orders, by threat and by rivalry, or open up.
 * [cai-zhang §1.1, §2.3] [antal-2005] [model D.3 step 8]
 */
export function applyBlocEffects(pass: Pass): void {
  for (const bloc of pass.standing.blocs) {
    if (bloc.record.kind === 'exclusive' && bloc.record.members.length >= pass.p.campMin) deepen(pass, bloc);
    getAcquainted(pass, bloc);
  }
}

function getAcquainted(pass: Pass, { record }: WorkingBloc): void {
  const { p, book } = pass;
  const isCamp = record.kind === 'exclusive';
  const under = heading(book, isCamp ? 'sameCamp' : 'functionalGroup', 'trust', NO_INDEX, record.id);
  const amount = pass.damp * (isCamp ? p.gPurp : p.gFunc);
  for (const x of record.members) {
    for (const y of record.members) if (x !== y) gain(pass, under, x, y, amount);
  }
}

function deepen(pass: Pass, bloc: WorkingBloc): void {
  const { p, standing, book } = pass;
  const { members, id } = bloc.record;
  const competition = num(standing.dials, COMPETITION);
  let threat = 0;
  for (const member of members) threat += num(pass.before.threat, member) / members.length;
  const quorum = membersOrdering(pass, bloc, 'join-exclusive').length / members.length - p.deepenFrom;
  const willed = p.depthStep * Math.min(1, p.deepenSlope * Math.max(0, quorum)) * (0.5 + competition);
  const opened =
    (pass.damp *
      p.depthOpen *
      membersOrdering(pass, bloc, 'open-bloc').length *
      num(standing.bonds, bloc.slot)) /
    members.length;
  const under = { id, slot: bloc.slot };
  const terms: JointChange[] = [
    {
      under: blocHeading(book, 'hardenedByThreat', 'depth', under),
      amount: p.depthCreep * p.depthTh * (threat - p.depthThMid),
    },
    {
      under: blocHeading(book, 'hardenedByRivalry', 'depth', under),
      amount: p.depthCreep * (competition - p.depthKMid),
    },
  ];
  shareOut(pass, bloc, 'join-exclusive', 'deepened', willed, terms);
  shareOut(pass, bloc, 'open-bloc', 'openedUp', -opened, terms);
  changeWithin(pass, id, terms, p.depthMin, 1);
}

/** Shares a joint effect equally among the members who ordered it. */
function shareOut(
  pass: Pass,
  bloc: WorkingBloc,
  action: ActionId,
  reason: 'deepened' | 'openedUp',
  amount: number,
  terms: JointChange[],
): void {
  const authors = membersOrdering(pass, bloc, action);
  for (const author of authors) {
    const under = blocHeading(pass.book, reason, 'depth', { id: bloc.record.id, slot: bloc.slot }, author);
    terms.push({ under, amount: amount / authors.length });
  }
}

function membersOrdering(pass: Pass, { record }: WorkingBloc, action: ActionId): readonly number[] {
  return record.members.filter((member) => at(pass.moves, member).action === action);
}
