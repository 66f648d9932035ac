import { describe, expect, it } from 'vitest';
import { bargain } from '#shared/bots/answers.ts';
import { keepingWord } from '#shared/bots/promisedOrders.ts';
import type { BargainSight } from '#shared/bots/bargainSight.ts';
import type { Agreement } from '#shared/session/vocabulary/agreements.ts';
import { promised } from './bargainTable.ts';

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
  about: { groups: [], hasIncident: false },
  sealed: null,
  people: ['b'],
  isBanned: false,
  objectives: [],
  open: ['dialogue', 'commit', 'harden', 'restrict', 'hold'],
  later: [],
  measuresBy: [],
  strikers: [],
  groups: [],
  phase: 'negotiation',
};

describe('bots that answer offers', () => {
  it('kind bots sign, cautious ones if they trust enough, hawks never', () => {
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

  it('nobody signs or proposes while it is barred', () => {
    expect(bargain('unconditional-cooperator', { ...sight, isBanned: true })).toBeNull();
  });

  it('a bot that keeps its word drops an order that would break it; a free-rider does not', () => {
    const inForce = [{ ...offer, status: 'inForce' as const, signed: ['a', 'b'] }];
    const blow = { action: 'restrict', targets: ['b'] } as const;
    const given = promised(inForce, { open: sight.open, about: sight.about });
    expect(keepingWord('hedger', blow, given)).toEqual({ action: 'hold' });
    expect(keepingWord('free-rider', blow, given)).toEqual(blow);
    const owed = [
      ...inForce,
      {
        ...offer,
        status: 'inForce' as const,
        clauses: [{ kind: 'carryOut' as const, action: 'commit' as const, towards: null, byRound: 1 }],
      },
    ];
    expect(keepingWord('bridge', { action: 'harden' }, { ...given, inForce: owed })).toEqual({
      action: 'commit',
    });
  });
});

describe('bots that propose', () => {
  const early: BargainSight = { ...sight, round: 1, agreements: [] };
  const failed: Agreement = {
    ...offer,
    proposer: 'a',
    parties: ['a', 'c'],
    signed: ['a'],
    status: 'lapsed',
    changedIn: 1,
  };

  it('a kind bot asks the state that it trusts least for restraint, once per round', () => {
    expect(bargain('generous-reciprocator', early)).toMatchObject({
      type: 'proposeAgreement',
      parties: ['a', 'c'],
      terms: { clauses: [{ kind: 'mutualRestraint' }], fromRound: 1, untilRound: 3 },
    });
    const made: Agreement = { ...failed, status: 'proposed' };
    expect(bargain('generous-reciprocator', { ...early, agreements: [made] })).toBeNull();
  });

  it('it does not ask the same state in the next round, nor one it has an agreement with', () => {
    const second = { ...early, round: 2 };
    const asked = (agreements: readonly Agreement[]) =>
      bargain('unconditional-cooperator', { ...second, agreements });
    expect(asked([failed])).toMatchObject({ parties: ['a', 'b'] });
    expect(asked([{ ...failed, status: 'inForce', proposer: 'c' }])).toMatchObject({ parties: ['a', 'b'] });
    expect(bargain('unconditional-cooperator', { ...second, round: 3, agreements: [failed] })).toMatchObject({
      parties: ['a', 'c'],
    });
  });

  it('makes no second offer to a person', () => {
    const waiting: Agreement = {
      ...offer,
      id: 'public-9',
      proposer: 'c',
      parties: ['b', 'c'],
      signed: ['c'],
    };
    const only = { ...early, seats: ['a', 'b'], trust: [0, 400_000], agreements: [waiting] };
    expect(bargain('unconditional-cooperator', only)).toBeNull();
    expect(bargain('unconditional-cooperator', { ...only, people: [] })).toMatchObject({
      parties: ['a', 'b'],
    });
  });

  it('each propose by character: a bridge asks for commitments, a hedger secures its partner, hawks propose nothing', () => {
    const second = { ...early, round: 2, trust: [0, 500_000, 300_000] };
    expect(bargain('bridge', second)).toMatchObject({
      parties: ['a', 'b'],
      terms: { clauses: [{ kind: 'carryOut', action: 'commit', byRound: 2 }], untilRound: 2 },
    });
    expect(bargain('hedger', { ...second, round: 1 })).toMatchObject({
      parties: ['a', 'b'],
      terms: { clauses: [{ kind: 'mutualRestraint' }] },
    });
    expect(bargain('hedger', second)).toBeNull();
    for (const hawk of ['securitizer', 'camp-builder', 'worst-case-planner'] as const) {
      expect([1, 2, 3].map((round) => bargain(hawk, { ...second, round }))).toEqual([null, null, null]);
    }
  });

  it('propose nothing after sealing', () => {
    expect(bargain('unconditional-cooperator', { ...early, sealed: { action: 'hold' } })).toBeNull();
  });
});
