import { describe, expect, it } from 'vitest';
import type { Order } from '#shared/model/actions.ts';
import { viewFor } from '#shared/session/view.ts';
import type { Clause } from '#shared/session/vocabulary/clauses.ts';
import { clausesOf, templateIds, templates } from '#shared/session/topics/agreements/templates.ts';
import { answer } from '#shared/session/answer.ts';
import type { SessionState } from '#shared/session/vocabulary/state.ts';
import {
  a,
  agreed,
  b,
  c,
  close,
  d,
  judged,
  latest,
  propose,
  restrict,
  seal,
  table,
  termsOf,
  toNext,
} from './bargaining.ts';
import { delegateOf, refusalOf } from './table.ts';

const withIncident: SessionState = { ...table, event: { id: 'ransomware-wave' } };
const group = (members: readonly number[]): SessionState => ({
  ...table,
  world: {
    ...table.world,
    blocs: [
      { id: 70, kind: 'functional', side: 1, field: 1, members, age: 0, coordination: 0, coordinated: false },
    ],
    nextBloc: 71,
  },
});
const refused = (clause: Clause, parties = [a, b], secrecy: 'public' | 'secret' = 'public', state = table) =>
  refusalOf(state, delegateOf(a), {
    type: 'proposeAgreement',
    parties,
    terms: termsOf([clause]),
    secrecy,
  }).code;

describe('incident notification', () => {
  const notification: Clause = { kind: 'notification' };

  it('is broken by an operation against a party in any round', () => {
    expect(judged(notification, { [a]: { action: 'build-force', targets: [b] } }).broken).toEqual([[a, b]]);
    expect(judged(notification, { [a]: { action: 'build-force', targets: [d] } }).outcome).toBe('kept');
  });

  it('is broken by restricting a party only where the round opened with an incident', () => {
    expect(judged(notification, { [a]: restrict(b) }).outcome).toBe('kept');
    expect(judged(notification, { [a]: restrict(b) }, {}, withIncident).broken).toEqual([[a, b]]);
    expect(judged(notification, { [a]: restrict(d) }, {}, withIncident).outcome).toBe('kept');
  });
});

describe('a data corridor', () => {
  const corridor: Clause = { kind: 'corridor' };

  it('is broken by localizing towards all, by restricting towards whom it hits', () => {
    expect(judged(corridor, { [a]: { action: 'localize' } }).broken).toEqual([[a, b, c]]);
    expect(judged(corridor, { [a]: restrict(b) }).broken).toEqual([[a, b]]);
    expect(judged(corridor, { [a]: restrict(d) }).outcome).toBe('kept');
  });

  it('lowers the technical barrier among the parties while it is kept, and says so', () => {
    const terms = termsOf([corridor]);
    const kept = close(agreed([a, b], terms));
    const broken = close(seal(agreed([a, b], terms), a, { action: 'localize' }));
    const plain = close(table);
    const free = close(seal(table, a, { action: 'localize' }));
    expect(kept.rounds[0]?.corridors).toEqual([[a, b]]);
    expect(kept.world.barrier[1]).toBeLessThan(plain.world.barrier[1] ?? 0);
    expect(kept.world.barrier[2]).toBe(plain.world.barrier[2]);
    expect(broken.rounds[0]?.corridors).toBeUndefined();
    expect(broken.world.barrier[1]).toBe(free.world.barrier[1]);
    const question = { ask: 'why', round: 1, subject: `pair:barrier:${a}:${b}` } as const;
    const why = answer(kept, { kind: 'host' }, question);
    if (!why.ok) throw new Error(why.refusal);
    expect(why.answer.parts.map(({ reason }) => reason)).toContain('corridorKept');
  });

  it('is in the forecast, whatever was asked before it was signed', () => {
    const viewer = { kind: 'delegate', seat: a, delegate: `person-${a}` } as const;
    const shown = (state: SessionState) =>
      answer(state, viewer, { ask: 'preview', order: { action: 'commit' } });
    const before = agreed([a, b], termsOf([{ kind: 'mutualRestraint' }]));
    const signed = agreed([a, b], termsOf([corridor]), 'public', before);
    shown(before);
    expect(shown(signed)).toEqual(shown({ ...signed, world: structuredClone(signed.world) }));
  });

  it('is among the shown effects of an order', () => {
    const ask = { ask: 'effect', round: 1 } as const;
    const viewer = { kind: 'delegate', seat: a, delegate: `person-${a}` } as const;
    const broken = close(seal(agreed([a, b], termsOf([corridor])), a, { action: 'localize' }));
    const free = close(seal(table, a, { action: 'localize' }));
    const [bound, plain] = [answer(broken, viewer, ask), answer(free, viewer, ask)];
    if (!bound.ok || !plain.ok) throw new Error('no effect');
    expect(bound.answer.world).toBeLessThan(plain.answer.world);
  });

  it('cannot be secret', () => {
    expect(refused(corridor, [a, b], 'secret')).toBe('corridorInSecret');
  });
});

describe('a capacity fund', () => {
  const fund = (giver: string, to: string): Clause => ({ kind: 'fund', giver, to, byRound: 1 });

  it('binds the giver it names, and nobody else', () => {
    expect(judged(fund(a, d), {}).broken).toEqual([[a, b, c]]);
    expect(judged(fund(a, d), { [a]: { action: 'build-capacity', targets: [d] } }).outcome).toBe('kept');
    expect(judged(fund(a, d), { [a]: { action: 'build-capacity', targets: [b] } }).outcome).toBe('breached');
  });

  it('binds every party but the one that gets', () => {
    const give = { action: 'build-capacity', targets: [b] } as const;
    expect(judged(fund('parties', b), { [a]: give, [c]: give }).outcome).toBe('kept');
    expect(judged(fund('parties', b), { [a]: give }).broken).toEqual([[c, a, b]]);
  });

  it('needs known states, a giver among the parties, and two of them', () => {
    expect(refused(fund('parties', 'atlantis'))).toBe('unknownParties');
    expect(refused(fund('atlantis', b))).toBe('unknownParties');
    expect(refused(fund(c, b))).toBe('clauseUnjudgeable');
    expect(refused(fund(b, b))).toBe('clauseUnjudgeable');
  });
});

describe('a deed without aim that is promised to one party', () => {
  const lift: Clause = { kind: 'carryOut', action: 'roll-back', towards: a, byRound: 1 };
  const judgedFor = (orders: Readonly<Record<string, Order>>) =>
    Object.entries(orders).reduce(
      (state, [seat, order]) => seal(state, seat, order),
      agreed([a, b], termsOf([lift])),
    );

  it('is owed by the other alone, and done by the act itself', () => {
    const kept = toNext(judgedFor({ [b]: { action: 'roll-back' } }));
    expect(kept.agreements[0]?.judgements[0]).toMatchObject({
      outcome: 'kept',
      evidence: [{ seat: b, kept: true }],
    });
    const missed = toNext(judgedFor({ [b]: { action: 'harden' } }));
    expect(missed.agreements[0]?.judgements[0]).toMatchObject({
      outcome: 'breached',
      evidence: [{ seat: b, kept: false, towards: [a] }],
    });
  });

  it('needs a party to whom it is promised', () => {
    expect(refused({ ...lift, towards: c })).toBe('clauseUnjudgeable');
    expect(refused({ ...lift, towards: 'parties' })).toBe('clauseUnjudgeable');
  });

  it('counts for the bar of common rules only whom it binds', () => {
    const share = (state: SessionState): number =>
      viewFor(state, { kind: 'observer' }, () => null).table.talk.pledgedWeight;
    const terms = termsOf([{ ...lift, action: 'commit', byRound: 1 }], { untilRound: 1 });
    expect(share(propose(table, [a, b], terms)), 'it owes nothing itself').toBe(0);
    expect(share(agreed([a, b], terms))).toBeGreaterThan(0);
  });
});

describe('joining a group', () => {
  const join: Clause = { kind: 'joinGroup', group: 70, byRound: 1 };
  const joined = { action: 'join-functional', bloc: 70 } as const;

  it('is owed by parties that are outside', () => {
    expect(judged(join, { [b]: joined, [c]: joined }, {}, group([0])).outcome).toBe('kept');
    expect(judged(join, { [b]: joined }, {}, group([0])).broken).toEqual([[c, a, b]]);
  });

  it('is owed by nobody once the group is gone', () => {
    const gone = { ...agreed([a, b], termsOf([join]), 'public', group([0])), world: table.world };
    expect(latest(close(gone)).judgements).toMatchObject([{ outcome: 'idle' }]);
  });

  it('needs an existing group and a state outside it', () => {
    expect(refused(join)).toBe('clauseUnjudgeable');
    expect(refused(join, [a, b], 'public', group([0, 1]))).toBe('clauseUnjudgeable');
  });
});

describe('a review', () => {
  const terms = termsOf([{ kind: 'mutualRestraint' }, { kind: 'review', byRound: 1 }], { untilRound: 4 });
  const talk = (seat: string) => ({ action: 'dialogue', targets: [seat] }) as const;

  it('ends the agreement where a party has not talked, and nobody broke it', () => {
    const silent = close(seal(agreed([a, b], terms), a, talk(b)));
    expect(latest(silent)).toMatchObject({ status: 'kept', judgements: [{ outcome: 'kept' }] });
  });

  it('lets it go on where all have', () => {
    const held = close(seal(seal(agreed([a, b], terms), a, talk(b)), b, talk(a)));
    expect(latest(held).status).toBe('inForce');
    expect(latest(toNext(toNext(held))).status).toBe('inForce');
  });
});

describe('the templates', () => {
  const seats = table.seats.map(({ id }) => id);
  const groups = [
    { id: 70, field: 1, members: [a] },
    { id: 71, field: 1, members: [c] },
  ] as const;
  const meeting = { proposer: a, partners: [b], seats, groups, fromRound: 1 };

  it.each(templateIds)('%s is an offer that the table accepts', (id) => {
    const world = group([0]).world;
    const [one] = world.blocs;
    if (one === undefined) throw new Error('no group');
    const two = { ...one, id: 71, members: [2] };
    const before = { ...table, phase: { name: 'negotiation', round: 1, seconds: null } as const };
    const state: SessionState = { ...before, world: { ...world, blocs: [one, two], nextBloc: 72 } };
    const clauses = clausesOf(id, meeting) ?? [];
    expect(clauses).toHaveLength(templates[id].sketches.length);
    const { force, accession, rounds } = templates[id];
    const offered = agreed(
      [a, b],
      { clauses, force, fromRound: 1, untilRound: rounds },
      'public',
      state,
      accession,
    );
    expect(latest(offered).status).toBe('inForce');
  });

  it('that need groups are not offered without one', () => {
    const alone = { ...meeting, groups: [] };
    expect(templateIds.filter((id) => clausesOf(id, alone) === null)).toEqual([
      'recognise',
      'accession',
      'universal',
    ]);
  });
});
