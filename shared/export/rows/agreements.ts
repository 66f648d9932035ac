import { canonicalJson } from '../../lib/canonicalJson.ts';
import type { Clause } from '../../session/vocabulary/clauses.ts';
import type { RowOf } from '../fields.ts';
import type { agreements, clauses, evidence, judgements, parties } from '../tables/agreements.ts';
import type { SessionTold } from '../told.ts';

/** The rows of the agreements. */
export function agreementRows({ session, state }: SessionTold): readonly RowOf<typeof agreements>[] {
  return state.agreements.map((one) => ({
    session,
    agreement: one.id,
    proposer: one.proposer,
    force: one.force,
    secrecy: one.secrecy,
    accession: one.accession ?? 'closed',
    from_round: one.fromRound,
    until_round: one.untilRound,
    wording: one.wording,
    status: one.status,
    changed_in: one.changedIn,
    leaver: one.leaver,
  }));
}

/** The rows of the parties. */
export function partyRows({ session, state }: SessionTold): readonly RowOf<typeof parties>[] {
  return state.agreements.flatMap(({ id, parties: all, signed, joined = [] }) =>
    all.map((seat) => ({
      session,
      agreement: id,
      seat,
      signed: signed.includes(seat),
      joined_round: joined.find((one) => one.seat === seat)?.fromRound ?? null,
    })),
  );
}

type Parts = Omit<RowOf<typeof clauses>, 'session' | 'agreement' | 'clause' | 'kind'>;

const nothing: Parts = {
  action: null,
  towards: null,
  giver: null,
  receiver: null,
  by_round: null,
  group: null,
  field: null,
  groups: null,
};

/** The rows of the clauses. */
export function clauseRows({ session, state }: SessionTold): readonly RowOf<typeof clauses>[] {
  return state.agreements.flatMap(({ id, clauses: all }) =>
    all.map((clause, index) => ({
      session,
      agreement: id,
      clause: index + 1,
      kind: clause.kind,
      ...nothing,
      ...partsOf(clause),
    })),
  );
}

function partsOf(clause: Clause): Partial<Parts> {
  switch (clause.kind) {
    case 'mutualRestraint':
    case 'noListing':
    case 'notification':
    case 'corridor':
      return {};
    case 'refrain':
      return { action: clause.action, towards: clause.against };
    case 'carryOut':
      return { action: clause.action, towards: clause.towards, by_round: clause.byRound };
    case 'fund':
      return { giver: clause.giver, receiver: clause.to, by_round: clause.byRound };
    case 'joinGroup':
      return { group: clause.group, by_round: clause.byRound };
    case 'recognition':
      return { field: clause.field, groups: canonicalJson(clause.groups) };
    case 'review':
      return { by_round: clause.byRound };
  }
}

/** The rows of the judgements. */
export function judgementRows({ session, state }: SessionTold): readonly RowOf<typeof judgements>[] {
  return state.agreements.flatMap(({ id, judgements: all }) =>
    all.map(({ round, outcome }) => ({ session, agreement: id, round, outcome })),
  );
}

/** The rows of what judgements rest on. */
export function evidenceRows({ session, state }: SessionTold): readonly RowOf<typeof evidence>[] {
  return state.agreements.flatMap(({ id, judgements: all }) =>
    all.flatMap(({ round, evidence: proofs }) =>
      proofs.map(({ clause, seat, order, kept, towards }, index) => ({
        session,
        agreement: id,
        round,
        number: index + 1,
        clause: clause + 1,
        seat,
        action: order.action,
        kept,
        towards: canonicalJson(towards),
      })),
    ),
  );
}
