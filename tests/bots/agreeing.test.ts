import { describe, expect, it } from 'vitest';
import { bargain } from '#shared/bots/answers.ts';
import type { BargainSight } from '#shared/bots/bargainSight.ts';
import { keepingWord } from '#shared/bots/promisedOrders.ts';
import type { ActionId, Order } from '#shared/model/actions.ts';
import { actionIds } from '#shared/model/actions.ts';
import type { ObjectiveId } from '#shared/scenario/schema.ts';
import { type DispositionId, dispositionIds } from '#shared/session/vocabulary/actors.ts';
import { type Clause, clauseKinds } from '#shared/session/vocabulary/clauses.ts';
import { calm, offered } from './bargainTable.ts';
import type { ObjectiveView } from '#shared/session/views/tableView.ts';

const aim = (id: ObjectiveId, about: readonly string[] = []): ObjectiveView => ({
  id,
  reached: 0,
  goal: 100,
  barred: false,
  done: false,
  about,
});

/** Whether a character signs an offer with these clauses. */
function signs(
  disposition: DispositionId,
  clauses: readonly Clause[],
  more: Partial<BargainSight> = {},
): boolean {
  const command = bargain(disposition, { ...calm, agreements: [offered(clauses)], ...more });
  return command?.type === 'signAgreement';
}

/** A clause of each kind that `a` can keep. */
const samples: Readonly<Record<Clause['kind'], Clause>> = {
  mutualRestraint: { kind: 'mutualRestraint' },
  noListing: { kind: 'noListing' },
  notification: { kind: 'notification' },
  refrain: { kind: 'refrain', action: 'localize', against: 'anyone' },
  carryOut: { kind: 'carryOut', action: 'harden', towards: null, byRound: 1 },
  corridor: { kind: 'corridor' },
  fund: { kind: 'fund', giver: 'a', to: 'b', byRound: 1 },
  joinGroup: { kind: 'joinGroup', group: 5, byRound: 1 },
  recognition: { kind: 'recognition', field: 0, groups: [4, 5] },
  review: { kind: 'review', byRound: 2 },
};

describe('every clause of agreements', () => {
  it.each(clauseKinds)('%s is signed by the kind, and kept by their orders', (kind) => {
    const clauses = [samples[kind]];
    expect(signs('bridge', clauses)).toBe(true);
    const inForce = [offered(clauses, { status: 'inForce', signed: ['a', 'b'] })];
    const promised = { inForce, round: 1, seat: 'a', open: actionIds, about: calm.about };
    const wished: Order =
      kind === 'refrain' || kind === 'corridor'
        ? { action: 'localize' }
        : { action: 'restrict', targets: ['b'] };
    const given = keepingWord('bridge', wished, promised);
    const isFree = kind === 'recognition' || kind === 'review' || kind === 'notification';
    expect(given.action === wished.action).toBe(isFree);
    const due: Partial<Record<Clause['kind'], ActionId>> = {
      carryOut: 'harden',
      fund: 'build-capacity',
      joinGroup: 'join-functional',
    };
    expect(given.action).toBe(due[kind] ?? (isFree ? wished.action : 'hold'));
  });

  it('is offered by some character or for some objective', () => {
    const kinds = new Set<string>();
    const actions = new Set<string>();
    const views = [null, aim('rule-maker'), aim('reconciler'), aim('non-aligned'), aim('camp-leader')];
    for (const disposition of dispositionIds)
      for (const view of [...views, aim('shield'), aim('gap-closer')]) {
        let state: BargainSight = { ...calm, trust: [0, 700_000, 700_000], people: [] };
        state = { ...state, objectives: view === null ? [] : [view] };
        for (let round = 1; round <= 6; round += 1) {
          const command = bargain(disposition, { ...state, round });
          if (command?.type !== 'proposeAgreement') continue;
          for (const clause of command.terms.clauses) {
            kinds.add(clause.kind);
            if ('action' in clause) actions.add(`${clause.kind} ${clause.action}`);
          }
          const { parties, terms } = command;
          const made = offered([], { ...terms, parties, proposer: 'a', status: 'lapsed', changedIn: round });
          state = { ...state, agreements: [...state.agreements, made] };
        }
      }
    expect([...kinds].toSorted()).toEqual(clauseKinds.toSorted());
    expect(actions).toContain('carryOut join-exclusive');
    expect(actions).toContain('refrain build-force');
  });

  it('is not promised without its card, nor where one order a round is too little', () => {
    const capacity = [samples.fund];
    expect(signs('bridge', capacity, { open: ['commit', 'hold'] })).toBe(false);
    const dealt = { open: ['commit', 'hold'], later: [{ action: 'build-capacity', round: 2 }] } as const;
    expect(signs('bridge', capacity, dealt), 'it comes too late').toBe(false);
    expect(signs('bridge', [{ ...samples.fund, kind: 'fund', giver: 'a', to: 'b', byRound: 2 }], dealt)).toBe(
      true,
    );
    const given = offered([samples.carryOut], { id: 'public-0', status: 'inForce', signed: ['a', 'b'] });
    expect(signs('bridge', capacity, { agreements: [given, offered(capacity)] })).toBe(false);
    expect(signs('free-rider', capacity, { agreements: [given, offered(capacity)] }), 'it keeps none').toBe(
      true,
    );
  });

  it('is refused where an objective stands against it', () => {
    const camp: Clause = { kind: 'carryOut', action: 'join-exclusive', towards: null, byRound: 2 };
    const none: Clause = { kind: 'refrain', action: 'join-exclusive', against: 'anyone' };
    expect(signs('bridge', [camp], { objectives: [aim('camp-leader')] })).toBe(true);
    expect(signs('bridge', [camp], { objectives: [aim('non-aligned')] })).toBe(false);
    expect(signs('bridge', [camp]), 'no interest of its own').toBe(false);
    expect(signs('bridge', [none], { objectives: [aim('camp-leader')] })).toBe(false);
    expect(signs('bridge', [none])).toBe(true);
  });
});

describe('a roll-back that one party owes', () => {
  const lift = (towards: string): Clause => ({ kind: 'carryOut', action: 'roll-back', towards, byRound: 2 });

  it('is signed by whom it frees, hawks too: to take is no promise', () => {
    for (const disposition of dispositionIds)
      expect(signs(disposition, [lift('a')], { trust: [0, 1, 1] }), disposition).toBe(
        disposition !== 'random' && disposition !== 'hold',
      );
  });

  it('is signed by who owes it where it serves it: a measure against it is lifted, and half the trust is enough', () => {
    const both = [lift('a'), lift('b')];
    const held = { trust: [0, 300_000, 0] };
    expect(signs('hedger', both, held)).toBe(false);
    expect(signs('hedger', both, { ...held, measuresBy: ['b'] })).toBe(true);
    expect(signs('hedger', [lift('b')], { ...held, measuresBy: ['b'] }), 'nothing in return').toBe(false);
    expect(signs('securitizer', both, { measuresBy: ['b'] })).toBe(false);
  });

  it('is offered, for a dialogue, to a state whose measure stands', () => {
    expect(bargain('generous-reciprocator', { ...calm, measuresBy: ['c'] })).toMatchObject({
      type: 'proposeAgreement',
      parties: ['a', 'c'],
      terms: {
        clauses: [lift('a'), { kind: 'carryOut', action: 'dialogue', towards: 'c', byRound: 2 }],
        untilRound: 2,
      },
    });
  });
});

describe('notice', () => {
  const inForce = offered([samples.recognition], { status: 'inForce', signed: ['a', 'b'] });
  const struck: BargainSight = { ...calm, agreements: [inForce], strikers: ['b'] };
  const leave = { type: 'leaveAgreement', agreement: 'public-1' };

  it('is given to a partner that strikes, by who answers blows and keeps its word', () => {
    const leavers = dispositionIds.filter((one) => bargain(one, struck)?.type === 'leaveAgreement');
    expect(leavers).toEqual(['conditional-cooperator', 'generous-reciprocator', 'hedger']);
    expect(bargain('hedger', struck)).toEqual(leave);
    expect(bargain('hedger', { ...struck, strikers: ['c'] }), 'no party').not.toEqual(leave);
  });

  it('is given while states still talk, once', () => {
    expect(bargain('hedger', { ...struck, phase: 'decision' })).not.toEqual(leave);
    const given = { ...struck, agreements: [{ ...inForce, leaver: 'a' }] };
    expect(bargain('hedger', given)).not.toEqual(leave);
  });
});

describe('an offer', () => {
  it('toward an objective goes to a state that it is about', () => {
    const rivals = { ...calm, objectives: [aim('non-aligned', ['b'])] };
    expect(bargain('hedger', rivals)).toMatchObject({ parties: ['a', 'b'] });
    const done = { ...rivals, objectives: [{ ...aim('non-aligned', ['b']), done: true }] };
    expect(bargain('hedger', done)).toMatchObject({
      parties: ['a', 'c'],
      terms: { clauses: [samples.mutualRestraint] },
    });
  });

  it('that came to nothing is not made to the same state again', () => {
    const lapsed = offered([samples.mutualRestraint], { proposer: 'a', status: 'lapsed' });
    const later = { ...calm, round: 3, trust: [0, 500_000, 0], agreements: [lapsed] };
    expect(
      bargain('conditional-cooperator', { ...later, seats: ['a', 'b'], trust: [0, 500_000] }),
    ).toMatchObject({
      terms: { clauses: [{ kind: 'refrain', action: 'build-force' }, samples.notification] },
    });
    const kept = { ...later, agreements: [{ ...lapsed, status: 'kept' as const }] };
    expect(
      bargain('conditional-cooperator', { ...kept, seats: ['a', 'b'], trust: [0, 500_000] }),
    ).toMatchObject({
      terms: { clauses: [samples.mutualRestraint] },
    });
  });
});
