import type { Agreement, Evidence, Joined, Judgement, Renewal } from '../vocabulary/agreements.ts';

/**
 * An agreement as everybody who may read it sees it: people at their seats, the projector, the host, bots, the replay and the
 * debrief. Plain JSON; the same on the wire.
 */
export interface AgreementView
  extends Pick<
    Agreement,
    | 'clauses'
    | 'force'
    | 'fromRound'
    | 'untilRound'
    | 'id'
    | 'proposer'
    | 'parties'
    | 'secrecy'
    | 'accession'
    | 'wording'
    | 'signed'
    | 'status'
    | 'changedIn'
    | 'leaver'
    | 'judgements'
    | 'joined'
    | 'renewal'
  > {}

/** Builds the view of an agreement field by field: a new field of agreements reaches nobody until it is added here. */
export function agreementView(agreement: Agreement): AgreementView {
  const { accession, joined, renewal } = agreement;
  return {
    clauses: agreement.clauses,
    force: agreement.force,
    fromRound: agreement.fromRound,
    untilRound: agreement.untilRound,
    id: agreement.id,
    proposer: agreement.proposer,
    parties: agreement.parties,
    secrecy: agreement.secrecy,
    ...(accession === undefined ? {} : { accession }),
    wording: agreement.wording,
    signed: agreement.signed,
    status: agreement.status,
    changedIn: agreement.changedIn,
    leaver: agreement.leaver,
    judgements: agreement.judgements.map(judgementView),
    ...(joined === undefined ? {} : { joined: joined.map(joinedView) }),
    ...(renewal === undefined ? {} : { renewal: renewal === null ? null : renewalView(renewal) }),
  };
}

function judgementView({ round, outcome, evidence }: Judgement): Judgement {
  return { round, outcome, evidence: evidence.map(evidenceView) };
}

function evidenceView({ clause, seat, order, kept, towards }: Evidence): Evidence {
  return { clause, seat, order, kept, towards };
}

function joinedView({ seat, fromRound }: Joined): Joined {
  return { seat, fromRound };
}

function renewalView({ untilRound, round, agreed }: Renewal): Renewal {
  return { untilRound, round, agreed };
}
