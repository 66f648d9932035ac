import type { Order } from '#shared/model/actions.ts';
import type { Agreement } from '#shared/session/vocabulary/agreements.ts';
import type { Accession, Clause, Terms } from '#shared/session/vocabulary/clauses.ts';
import type { SessionState } from '#shared/session/vocabulary/state.ts';
import { after, decidingTable, delegateOf, host } from './table.ts';

/** Six states in the decision phase of the first round of five. */
export const table = decidingTable();
/** The first four states. */
export const [a, b, c, d] = table.seats.map(({ id }) => id) as [string, string, string, string];
/** The simplest clause. */
export const restraint: Clause = { kind: 'mutualRestraint' };

/** Terms of a pledge for the first two rounds. */
export const termsOf = (clauses: readonly Clause[], more: Partial<Terms> = {}): Terms => ({
  clauses,
  force: 'pledge',
  fromRound: 1,
  untilRound: 2,
  ...more,
});

/** The first party offers. */
export const propose = (
  state: SessionState,
  parties: readonly string[],
  terms: Terms,
  secrecy: Agreement['secrecy'] = 'public',
  accession: Accession = 'closed',
): SessionState =>
  after(state, delegateOf(parties[0] ?? ''), {
    type: 'proposeAgreement',
    parties,
    terms,
    secrecy,
    accession,
  });

/** The newest agreement. */
export const latest = (state: SessionState): Agreement => {
  const last = state.agreements[state.agreements.length - 1];
  if (last === undefined) throw new Error('no agreement');
  return last;
};

/** Signs the newest agreement. */
export const sign = (state: SessionState, seat: string, wording = 1): SessionState =>
  after(state, delegateOf(seat), { type: 'signAgreement', agreement: latest(state).id, wording });

/** An agreement all parties have signed. */
export const agreed = (
  parties: readonly string[],
  terms: Terms,
  secrecy: Agreement['secrecy'] = 'public',
  state: SessionState = table,
  accession: Accession = 'closed',
): SessionState =>
  parties.slice(1).reduce((so, seat) => sign(so, seat), propose(state, parties, terms, secrecy, accession));

/** Seals an order. */
export const seal = (state: SessionState, seat: string, order: Order): SessionState =>
  after(state, delegateOf(seat), { type: 'sealOrders', order });

/** The host closes the phase. */
export const close = (state: SessionState): SessionState =>
  after(state, host, { type: 'closePhase', because: 'host' });

/** Goes on to the next decisions. */
export const toNext = (state: SessionState): SessionState => {
  let so = close(state);
  while (so.phase.name !== 'decision' && so.phase.name !== 'ended') so = close(so);
  return so;
};

/** An order to restrict one state. */
export const restrict = (seat: string): Order => ({ action: 'restrict', targets: [seat] });

/** A reveal's judgement of one clause among the first three states, given their orders. */
export const judged = (
  clause: Clause,
  orders: Readonly<Record<string, Order>>,
  more: Partial<Terms> = {},
  from: SessionState = table,
) => {
  const state = Object.entries(orders).reduce(
    (so, [seat, order]) => seal(so, seat, order),
    agreed([a, b, c], termsOf([clause], more), 'public', from),
  );
  const done = close(state);
  const { status, judgements } = latest(done);
  const judgement = judgements[0];
  return {
    status,
    outcome: judgement?.outcome,
    broken:
      judgement?.evidence.filter(({ kept }) => !kept).map(({ seat, towards }) => [seat, ...towards]) ?? [],
    pledges: done.rounds[0]?.pledges.length,
  };
};
