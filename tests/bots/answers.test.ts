import { describe, expect, it } from 'vitest';
import { bargain, type BargainSight, keepingWord } from '#shared/bots/answers.ts';
import type { Agreement } from '#shared/session/agreements/agreement.ts';

const offer: Agreement = {
  id: 'public-1',
  proposer: 'b',
  parties: ['a', 'b'],
  clauses: [{ kind: 'mutualRestraint' }],
  force: 'pledge',
  secrecy: 'public',
  fromRound: 1,
  untilRound: 3,
  wording: 4,
  signed: ['b'],
  status: 'proposed',
  changedIn: 1,
  leaver: null,
  judgements: [],
};

const sight: BargainSight = {
  seat: 'a',
  seats: ['a', 'b', 'c'],
  trust: [0, 400_000, 300_000],
  round: 3,
  rounds: 5,
  agreements: [offer],
  sealed: null,
};

describe('bots and agreements', () => {
  it('the kind sign, the cautious by trust, hawks never', () => {
    const sign = { type: 'signAgreement', agreement: 'public-1', wording: 4 };
    expect(bargain('conditional-cooperator', sight)).toEqual(sign);
    expect(bargain('hedger', sight)).toBeNull();
    expect(bargain('hedger', { ...sight, trust: [0, 500_000, 0] })).toEqual(sign);
    expect(bargain('securitizer', { ...sight, trust: [0, 990_000, 0] })).toBeNull();
  });

  it('nobody signs what the order it has sealed would break', () => {
    const sealed = { action: 'restrict', targets: ['b'] } as const;
    expect(bargain('unconditional-cooperator', { ...sight, sealed })).toBeNull();
  });

  it('a kind one offers restraint once, early, to whom it trusts least', () => {
    const early = { ...sight, round: 1, agreements: [] };
    expect(bargain('generous-reciprocator', early)).toMatchObject({
      type: 'proposeAgreement',
      parties: ['a', 'c'],
      terms: { clauses: [{ kind: 'mutualRestraint' }], fromRound: 1, untilRound: 3 },
    });
    expect(bargain('generous-reciprocator', { ...early, round: 3 })).toBeNull();
    expect(bargain('hedger', early)).toBeNull();
  });

  it('who keeps its word lets go of an order that would break it; a free-rider does not', () => {
    const inForce = [{ ...offer, status: 'inForce' as const, signed: ['a', 'b'] }];
    const blow = { action: 'restrict', targets: ['b'] } as const;
    expect(keepingWord('hedger', inForce, 1, 'a', blow)).toEqual({ action: 'hold' });
    expect(keepingWord('free-rider', inForce, 1, 'a', blow)).toEqual(blow);
    const owed = [
      ...inForce,
      {
        ...offer,
        status: 'inForce' as const,
        clauses: [{ kind: 'carryOut' as const, action: 'commit' as const, towards: null, byRound: 1 }],
      },
    ];
    expect(keepingWord('bridge', owed, 1, 'a', { action: 'harden' })).toEqual({ action: 'commit' });
  });
});
