import { describe, expect, it } from 'vitest';
import type { Clause, Terms } from '#shared/session/vocabulary/clauses.ts';
import { deedsOf } from '#shared/session/vocabulary/agreements.ts';
import type { SessionState } from '#shared/session/vocabulary/state.ts';
import {
  a,
  agreed,
  b,
  c,
  close,
  latest,
  propose,
  restraint,
  restrict,
  seal,
  table,
  termsOf,
  toNext,
} from './bargaining.ts';
import { after, delegateOf, refusalOf } from './table.ts';

const id = 'public-1';
const join = { type: 'joinAgreement', agreement: id } as const;
const renew = (untilRound: number) => ({ type: 'renewAgreement', agreement: id, untilRound }) as const;
const leave = { type: 'leaveAgreement', agreement: id } as const;
const open = (terms: Terms): SessionState => agreed([a, b], terms, 'public', table, 'open');
const long = termsOf([restraint], { untilRound: 4 });
const joined = after(open(long), delegateOf(c), join);

describe('open accession', () => {
  it('makes a state a party, bound and owed from the next round on', () => {
    expect(latest(joined)).toMatchObject({
      parties: [a, b, c],
      signed: [a, b, c],
      joined: [{ seat: c, fromRound: 2 }],
    });
    const first = toNext(seal(seal(joined, c, restrict(a)), b, restrict(c)));
    expect(latest(first)).toMatchObject({
      status: 'inForce',
      judgements: [{ outcome: 'kept', evidence: [] }],
    });
    expect(first.rounds[0]?.pledges).toHaveLength(1);
    const second = close(seal(first, c, restrict(a)));
    expect(latest(second).status).toBe('breached');
    expect(second.rounds[1]?.pledges).toHaveLength(3);
  });

  it('counts promise against deed of a late comer from its own rounds only', () => {
    const first = toNext(joined);
    expect(deedsOf(first.agreements, a)).toEqual({ kept: 1, broken: 0 });
    expect(deedsOf(first.agreements, c)).toEqual({ kept: 0, broken: 0 });
    expect(deedsOf(toNext(first).agreements, c)).toEqual({ kept: 1, broken: 0 });
  });

  it('owes no deed that was due before', () => {
    const commit: Clause = { kind: 'carryOut', action: 'commit', towards: null, byRound: 1 };
    let state = after(open(termsOf([commit, restraint], { untilRound: 3 })), delegateOf(c), join);
    for (const seat of [a, b]) state = seal(state, seat, { action: 'commit' });
    expect(latest(toNext(toNext(state))).status).toBe('inForce');
  });

  it('is refused where the agreement is closed, over, ending, secret, or one is in it', () => {
    const refused = (state: SessionState, seat = c) => refusalOf(state, delegateOf(seat), join).code;
    expect(refused(agreed([a, b], long))).toBe('notOpen');
    expect(refused(joined)).toBe('alreadyParty');
    expect(refused(open(long), a)).toBe('alreadyParty');
    expect(refused(propose(table, [a, b], long, 'public', 'open'))).toBe('notInForce');
    expect(refused(open(termsOf([restraint], { untilRound: 1 })))).toBe('joinTooLate');
    expect(refused(after(open(long), delegateOf(a), leave))).toBe('notInForce');
    expect(
      refusalOf(agreed([a, b], long, 'secret'), delegateOf(c), { ...join, agreement: 'secret-0.1-1' }).code,
    ).toBe('unknownAgreement');
    const secret = {
      type: 'proposeAgreement',
      parties: [a, b],
      terms: long,
      secrecy: 'secret',
      accession: 'open',
    };
    expect(refusalOf(table, delegateOf(a), { ...secret } as never).code).toBe('openInSecret');
  });

  it('is refused to a state that broke a promise lately', () => {
    const broken = toNext(seal(agreed([c, b], termsOf([restraint])), c, restrict(b)));
    const state = agreed(
      [a, b],
      termsOf([restraint], { fromRound: 2, untilRound: 5 }),
      'public',
      broken,
      'open',
    );
    expect(refusalOf(state, delegateOf(c), { ...join, agreement: 'public-2' }).code).toBe(
      'bannedFromPledges',
    );
  });
});

describe('renewal', () => {
  it('holds once every party has agreed to the same end', () => {
    const asked = after(agreed([a, b], termsOf([restraint])), delegateOf(a), renew(4));
    expect(latest(asked)).toMatchObject({ untilRound: 2, renewal: { untilRound: 4, agreed: [a] } });
    const other = after(asked, delegateOf(b), renew(3));
    expect(latest(other)).toMatchObject({ untilRound: 2, renewal: { untilRound: 3, agreed: [b] } });
    const done = after(other, delegateOf(a), renew(3));
    expect(latest(done)).toMatchObject({ untilRound: 3, renewal: null });
    expect(latest(toNext(toNext(done))).status).toBe('inForce');
    expect(latest(toNext(toNext(toNext(done)))).status).toBe('kept');
  });

  it('falls at the reveal where somebody has not agreed', () => {
    const asked = after(agreed([a, b], termsOf([restraint])), delegateOf(a), renew(4));
    const next = toNext(asked);
    const late = after(next, delegateOf(b), renew(4));
    expect(latest(late)).toMatchObject({ untilRound: 2, renewal: { round: 2, agreed: [b] } });
    expect(latest(toNext(late)).status).toBe('kept');
  });

  it('needs all, who joined later too', () => {
    const both = [a, b].reduce((state, seat) => after(state, delegateOf(seat), renew(5)), joined);
    expect(latest(both).untilRound).toBe(4);
    expect(latest(after(both, delegateOf(c), renew(5))).untilRound).toBe(5);
  });

  it('is refused twice, to strangers, for an earlier end, past the session, and after the end', () => {
    const state = agreed([a, b], termsOf([restraint]));
    const refused = (so: SessionState, seat: string, until: number) =>
      refusalOf(so, delegateOf(seat), renew(until)).code;
    expect(refused(state, a, 2)).toBe('renewalImpossible');
    expect(refused(state, a, 6)).toBe('renewalImpossible');
    expect(refused(state, c, 3)).toBe('notParty');
    expect(refused(after(state, delegateOf(a), renew(3)), a, 3)).toBe('alreadySigned');
    expect(refused(toNext(toNext(state)), a, 4)).toBe('notInForce');
    expect(refused(propose(table, [a, b], termsOf([restraint])), a, 4)).toBe('notInForce');
  });
});

describe('what contradicts a binding agreement', () => {
  const banned: Clause = { kind: 'refrain', action: 'join-exclusive', against: 'anyone' };
  const camp: Clause = { kind: 'carryOut', action: 'join-exclusive', towards: null, byRound: 3 };
  const later = { fromRound: 2, untilRound: 4 } as const;
  const offer = (state: SessionState, terms: Terms) =>
    refusalOf(state, delegateOf(a), { type: 'proposeAgreement', parties: [a, c], terms, secrecy: 'public' })
      .code;

  it('is a deed that it forbids, promised as a mere pledge too', () => {
    const bound = agreed([a, b], termsOf([banned], { ...later, force: 'binding' }));
    expect(offer(bound, termsOf([camp], later))).toBe('contradictsBinding');
    const offered = propose(bound, [c, a], termsOf([camp], later));
    const sign = { type: 'signAgreement', agreement: 'public-2', wording: 1 } as const;
    expect(refusalOf(offered, delegateOf(a), sign).code).toBe('contradictsBinding');
    const beyond = termsOf([{ ...camp, byRound: 5 }], { fromRound: 2, untilRound: 5 });
    expect(latest(propose(bound, [a, c], beyond)).status).toBe('proposed');
  });

  it('is a clause against another of the same agreement', () => {
    expect(offer(table, termsOf([banned, camp], later))).toBe('contradictsItself');
  });

  it('is a pledge that leaves no round for what is bound', () => {
    const commit: Clause = { kind: 'carryOut', action: 'commit', towards: null, byRound: 2 };
    const only = { fromRound: 2, untilRound: 2 } as const;
    const bound = agreed([a, b], termsOf([commit], { ...only, force: 'binding' }));
    const standards: Clause = { ...commit, action: 'open-standards' };
    expect(offer(bound, termsOf([standards], only))).toBe('contradictsBinding');
    expect(latest(propose(table, [a, c], termsOf([commit, standards], only))).status).toBe('proposed');
  });
});

describe('leaving a binding agreement', () => {
  const commit = (byRound: number): Clause => ({
    kind: 'carryOut',
    action: 'commit',
    towards: null,
    byRound,
  });

  it('that has not begun ends it at once, and frees the state that left', () => {
    const later = termsOf([commit(3)], { force: 'binding', fromRound: 3, untilRound: 3 });
    const left = after(agreed([a, b], later), delegateOf(a), leave);
    expect(latest(left)).toMatchObject({ status: 'left', leaver: a });
    const other = termsOf([{ kind: 'carryOut', action: 'open-standards', towards: null, byRound: 3 }], {
      force: 'binding',
      fromRound: 3,
      untilRound: 3,
    });
    expect(latest(agreed([a, c], other, 'public', left)).status).toBe('inForce');
  });

  it('takes away the deeds that fall due after its notice', () => {
    const cut = termsOf([commit(4)], { force: 'binding', fromRound: 2, untilRound: 4 });
    const left = after(agreed([a, b], cut), delegateOf(a), leave);
    expect(latest(left)).toMatchObject({ status: 'inForce', untilRound: 2 });
    const other = termsOf([{ kind: 'carryOut', action: 'open-standards', towards: null, byRound: 4 }], {
      force: 'binding',
      fromRound: 4,
      untilRound: 4,
    });
    expect(latest(agreed([a, c], other, 'public', left)).status).toBe('inForce');
  });
});
