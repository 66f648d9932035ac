import { describe, expect, it } from 'vitest';
import type { Clause, Terms } from '#shared/session/vocabulary/clauses.ts';
import { answer } from '#shared/session/answer.ts';
import { inputOf } from '#shared/session/topics/round.ts';
import type { SessionState } from '#shared/session/vocabulary/state.ts';
import { viewFor } from '#shared/session/view.ts';
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
  sign,
  table,
  termsOf,
  toNext,
} from './bargaining.ts';
import { after, decidingTable, delegateOf, refusalOf } from './table.ts';
import { agreementsRewound } from '#shared/session/folds/agreements.ts';

describe('the life of an agreement', () => {
  it('is in force with the last signature and kept at the end of its term', () => {
    const offered = propose(table, [b, a, c], termsOf([restraint]));
    expect(latest(offered)).toMatchObject({ status: 'proposed', parties: [a, b, c], signed: [b] });
    const once = sign(offered, a);
    expect(latest(once).status).toBe('proposed');
    const both = sign(once, c);
    expect(latest(both).status).toBe('inForce');
    const first = toNext(both);
    expect(latest(first)).toMatchObject({ status: 'inForce', judgements: [{ round: 1, outcome: 'kept' }] });
    expect(latest(toNext(first)).status).toBe('kept');
    expect(first.rounds[0]?.pledges).toHaveLength(3);
  });

  it('lapses at the reveal if somebody has not signed', () => {
    const revealed = toNext(propose(table, [a, b], termsOf([restraint])));
    expect(latest(revealed).status).toBe('lapsed');
    expect(
      refusalOf(revealed, delegateOf(b), { type: 'signAgreement', agreement: 'public-1', wording: 1 }),
    ).toEqual({
      code: 'notOnOffer',
    });
  });

  it('lets a party take back its signature until all have signed, and sign again', () => {
    const offered = sign(propose(table, [a, b, c], termsOf([restraint])), b);
    const takenBack = after(offered, delegateOf(b), { type: 'withdrawAgreement', agreement: 'public-1' });
    expect(latest(takenBack)).toMatchObject({ status: 'proposed', signed: [a] });
    expect(latest(sign(sign(takenBack, b), c)).status).toBe('inForce');
    const takesBack = { type: 'withdrawAgreement', agreement: 'public-1' } as const;
    expect(refusalOf(offered, delegateOf(c), takesBack)).toEqual({ code: 'notProposer' });
    expect(refusalOf(sign(offered, c), delegateOf(b), takesBack)).toEqual({ code: 'notOnOffer' });
  });

  it('loses its signatures when it is amended, and an old reading signs nothing', () => {
    const offered = sign(propose(table, [a, b, c], termsOf([restraint])), b);
    const amended = after(offered, delegateOf(c), {
      type: 'amendAgreement',
      agreement: 'public-1',
      wording: 1,
      terms: termsOf([{ kind: 'noListing' }]),
    });
    expect(latest(amended)).toMatchObject({ signed: [c], wording: 2, clauses: [{ kind: 'noListing' }] });
    expect(
      refusalOf(amended, delegateOf(a), { type: 'signAgreement', agreement: 'public-1', wording: 1 }),
    ).toEqual({
      code: 'offerChanged',
    });
  });

  it('can be withdrawn by its proposer while it is open', () => {
    const offered = propose(table, [a, b], termsOf([restraint]));
    const withdraw = { type: 'withdrawAgreement', agreement: 'public-1' } as const;
    expect(refusalOf(offered, delegateOf(b), withdraw)).toEqual({ code: 'notProposer' });
    expect(latest(after(offered, delegateOf(a), withdraw)).status).toBe('withdrawn');
    expect(refusalOf(sign(offered, b), delegateOf(a), withdraw)).toEqual({ code: 'notOnOffer' });
  });

  it('stands again after a step back, without the judgements since', () => {
    const broken = close(seal(agreed([a, b], termsOf([restraint])), a, restrict(b)));
    expect(latest(broken).status).toBe('breached');
    const back = agreementsRewound(broken.agreements, 1);
    expect(back).toMatchObject([{ status: 'inForce', judgements: [] }]);
    const lapsed = close(propose(table, [a, b], termsOf([restraint])));
    expect(agreementsRewound(lapsed.agreements, 1)).toMatchObject([{ status: 'proposed' }]);
    expect(agreementsRewound(lapsed.agreements, 2)).toMatchObject([{ status: 'lapsed' }]);
  });

  it('ends at once when a party leaves a pledge, after notice when it binds', () => {
    const leave = { type: 'leaveAgreement', agreement: 'public-1' } as const;
    const pledge = agreed([a, b], termsOf([restraint]));
    expect(latest(after(pledge, delegateOf(b), leave))).toMatchObject({ status: 'left', leaver: b });
    const terms = termsOf([restraint], { force: 'binding', fromRound: 2, untilRound: 5 });
    const binding = toNext(agreed([a, b], terms));
    const noticed = after(binding, delegateOf(b), leave);
    expect(latest(noticed)).toMatchObject({ status: 'inForce', untilRound: 3, leaver: b });
    expect(refusalOf(noticed, delegateOf(a), leave)).toEqual({ code: 'noticeGiven' });
    expect(latest(toNext(toNext(noticed))).status).toBe('left');
  });
});

describe('what the table refuses', () => {
  const offer = (parties: readonly string[], terms: Terms = termsOf([restraint]), state = table) =>
    refusalOf(state, delegateOf(a), { type: 'proposeAgreement', parties, terms, secrecy: 'public' }).code;

  it('parties that are none', () => {
    expect(offer([a, 'atlantis'])).toBe('unknownParties');
    expect(offer([a, b, b])).toBe('unknownParties');
    expect(offer([a])).toBe('onlyYourself');
    expect(offer([b, c])).toBe('notParty');
  });

  it('terms that could not be judged', () => {
    expect(offer([a, b], termsOf([restraint], { untilRound: 99 }))).toBe('termImpossible');
    expect(offer([a, b], termsOf([{ kind: 'refrain', action: 'localize', against: b }]))).toBe(
      'clauseUnjudgeable',
    );
    expect(offer([a, b], termsOf([{ kind: 'refrain', action: 'restrict', against: 'x' }]))).toBe(
      'unknownParties',
    );
    expect(offer([a, b], termsOf([{ kind: 'recognition', field: 1, groups: [70, 71] }]))).toBe(
      'clauseUnjudgeable',
    );
    const binding = termsOf([restraint], { force: 'binding' });
    expect(offer([a, b], binding)).toBe('bindingTooLate');
  });

  it('binding terms where only pledges can be made, offered or reworded; pledges are made as ever', () => {
    const pledging = decidingTable({ pledgesOnly: true });
    const binding = termsOf([restraint], { force: 'binding', fromRound: 2, untilRound: 3 });
    expect(() => offer([a, b], binding)).toThrow('accepted');
    expect(offer([a, b], binding, pledging)).toBe('pledgesOnly');
    const offered = propose(pledging, [a, b], termsOf([restraint]));
    const reworded = {
      type: 'amendAgreement',
      agreement: latest(offered).id,
      wording: 1,
      terms: binding,
    } as const;
    expect(refusalOf(offered, delegateOf(a), reworded).code).toBe('pledgesOnly');
    const signing = { type: 'signAgreement', agreement: latest(offered).id, wording: 1 } as const;
    expect(latest(after(offered, delegateOf(b), signing))).toMatchObject({
      status: 'inForce',
      force: 'pledge',
    });
  });

  it('a second signature, a stranger, and more offers than a table can read', () => {
    const offered = propose(table, [a, b], termsOf([restraint]));
    const signing = { type: 'signAgreement', agreement: 'public-1', wording: 1 } as const;
    expect(refusalOf(offered, delegateOf(a), signing)).toEqual({ code: 'alreadySigned' });
    expect(refusalOf(offered, delegateOf(c), signing)).toEqual({ code: 'notParty' });
    let many = table;
    for (let offers = 0; offers < 6; offers += 1) many = propose(many, [a, b], termsOf([restraint]));
    expect(offer([a, b], termsOf([restraint]), many)).toBe('tooManyOffers');
  });

  it('new pledges of a state that broke one, for two rounds', () => {
    let state = toNext(seal(agreed([a, b], termsOf([restraint])), a, restrict(b)));
    for (const round of [2, 3]) {
      const terms = termsOf([restraint], { fromRound: round, untilRound: round });
      expect(offer([a, b], terms, state)).toBe('bannedFromPledges');
      const offered = propose(state, [b, a], terms);
      const signing = { type: 'signAgreement', agreement: latest(offered).id, wording: 1 } as const;
      expect(refusalOf(offered, delegateOf(a), signing)).toEqual({ code: 'bannedFromPledges' });
      state = toNext(state);
    }
    const terms = termsOf([restraint], { fromRound: 4, untilRound: 4 });
    expect(latest(propose(state, [a, b], terms)).status).toBe('proposed');
  });

  it('an order that a binding agreement forbids, and more than can be done', () => {
    const terms = termsOf([restraint], { force: 'binding', fromRound: 2, untilRound: 3 });
    const bound = toNext(agreed([a, b], terms));
    expect(refusalOf(bound, delegateOf(a), { type: 'sealOrders', order: restrict(b) })).toEqual({
      code: 'breaksBinding',
    });
    expect(seal(bound, a, restrict(c)).sealed[a]).toBeDefined();
    const deed = (action: 'commit' | 'open-standards'): Clause => ({
      kind: 'carryOut',
      action,
      towards: null,
      byRound: 2,
    });
    const two = { force: 'binding', fromRound: 2, untilRound: 2 } as const;
    expect(offer([a, b], termsOf([deed('commit'), deed('open-standards')], two))).toBe('contradictsBinding');
    const twice = termsOf([deed('commit'), deed('commit')], two);
    expect(latest(propose(table, [a, b], twice)).status).toBe('proposed');
  });
});

describe('what follows from agreements', () => {
  it('a broken pledge costs trust and goes into the record as it was judged', () => {
    const broken = close(seal(agreed([a, b], termsOf([restraint])), a, restrict(b)));
    const [record] = broken.rounds;
    if (record === undefined) throw new Error('no round');
    expect(record.pledges).toEqual([{ between: [a, b], breachedBy: [a], public: true }]);
    expect(inputOf(broken.basis, record).pledges).toEqual(record.pledges);
    const plain = close(seal(table, a, restrict(b)));
    expect(broken.world.trust[6]).toBeLessThan(plain.world.trust[6] ?? 0);
    expect(broken.world.trust[12]).toBeLessThan(plain.world.trust[12] ?? 0);
  });

  it('onlookers do not feel a secret breach, nor see that there was an agreement', () => {
    const broken = close(seal(agreed([a, b], termsOf([restraint]), 'secret'), a, restrict(b)));
    const plain = close(seal(table, a, restrict(b)));
    expect(broken.world.trust[12]).toBe(plain.world.trust[12]);
    const seen = (state: SessionState, seat: string) =>
      viewFor(state, { kind: 'delegate', seat, delegate: `person-${seat}` }, () => null);
    expect(seen(broken, a).own?.agreements).toHaveLength(1);
    expect(seen(broken, a).own?.bannedUntil).toBe(3);
    expect(seen(broken, c).own?.agreements).toEqual([]);
    expect(seen(broken, c).table.agreements).toEqual([]);
    expect(viewFor(broken, { kind: 'host' }, () => null).table.agreements).toEqual([]);
    const offered = propose(table, [a, b], termsOf([restraint]), 'secret');
    const peek = { type: 'signAgreement', agreement: latest(offered).id, wording: 1 } as const;
    expect(refusalOf(offered, delegateOf(c), peek)).toEqual({ code: 'unknownAgreement' });
    expect(seen(offered, c)).toEqual(seen(table, c));
  });

  it('why trust moved by a secret agreement is told to its parties alone', () => {
    const broken = close(seal(agreed([a, b], termsOf([restraint]), 'secret'), a, restrict(b)));
    const reasons = (seat: string): readonly string[] => {
      const viewer = { kind: 'delegate', seat, delegate: `person-${seat}` } as const;
      const why = answer(broken, viewer, { ask: 'why', round: 1, subject: `trust:${b}:${a}` });
      if (!why.ok) throw new Error(why.refusal);
      return why.answer.parts.map(({ reason }) => reason);
    };
    expect(reasons(b)).toContain('pledgeBroken');
    expect(reasons(c)).not.toContain('pledgeBroken');
    expect(reasons(c)).toContain('undisclosed');
  });

  it('a preview reckons with the pledge an order would break', () => {
    const seat = { kind: 'delegate', seat: a, delegate: `person-${a}` } as const;
    const ask = (state: SessionState) => answer(state, seat, { ask: 'preview', order: restrict(b) });
    const [free, bound] = [ask(table), ask(agreed([a, b], termsOf([restraint])))];
    if (!free.ok || !bound.ok) throw new Error('no preview');
    expect(bound.answer.youNow.answeredInKind).toBeLessThan(free.answer.youNow.answeredInKind);
  });
});
