import { describe, expect, it } from 'vitest';
import { bargain } from '#shared/bots/answers.ts';
import type { BargainSight } from '#shared/bots/bargainSight.ts';
import { promisedBridge } from '#shared/bots/aims.ts';
import { keepingWord } from '#shared/bots/promisedOrders.ts';
import { readingOf } from '#shared/bots/reading.ts';
import type { ActionId, Order } from '#shared/model/actions.ts';
import type { ObjectiveId } from '#shared/scenario/schema.ts';
import { type DispositionId, dispositionIds } from '#shared/session/vocabulary/actors.ts';
import { type Clause, clauseKinds } from '#shared/session/vocabulary/clauses.ts';
import { calm, offered, promised } from './bargainTable.ts';
import { sightOf, tableOf } from './table.ts';
import type { Agreement } from '#shared/session/vocabulary/agreements.ts';
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
    const wished: Order =
      kind === 'refrain' || kind === 'corridor'
        ? { action: 'localize' }
        : { action: 'restrict', targets: ['b'] };
    const given = keepingWord('bridge', wished, promised(inForce));
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

describe('a bridge that is promised', () => {
  const built = (towards: string | null): Clause => ({
    kind: 'carryOut',
    action: 'bridge',
    towards,
    byRound: 1,
  });

  it('is signed where its card is held and there are two others, and built when it is due', () => {
    expect(signs('bridge', [built(null)])).toBe(true);
    expect(signs('bridge', [built(null)], { open: ['dialogue'] })).toBe(false);
    expect(signs('bridge', [built('b')], { seats: ['a', 'b'], trust: [0, 700_000] })).toBe(false);
    const kept = (towards: string | null) =>
      keepingWord(
        'bridge',
        { action: 'harden' },
        promised([offered([built(towards)], { status: 'inForce' })]),
      );
    expect(kept('c')).toEqual({ action: 'bridge', pair: ['c', 'b'] });
    expect(kept('parties')).toEqual({ action: 'bridge', pair: ['b', 'c'] });
    expect(kept(null)).toEqual({ action: 'bridge', pair: ['b', 'c'] });
  });

  it('goes to the pair with that state that trusts each other least', () => {
    const { setting, world } = tableOf(6);
    const trust = world.trust.map((held, index) => (index === 1 * 6 + 4 || index === 4 * 6 + 1 ? 0 : held));
    const sight = sightOf({ setting, world: { ...world, trust } }, 0);
    const ids = setting.seats.map(({ id }) => id);
    const order = promisedBridge(readingOf(sight), ids[4] ?? '');
    expect(order).toEqual({ action: 'bridge', pair: [ids[1], ids[4]] });
  });
});

describe('an agreement in force', () => {
  const restraint = (more: Partial<Agreement> = {}): Agreement =>
    offered([samples.mutualRestraint], { status: 'inForce', signed: ['a', 'b'], ...more });
  const last = restraint({ untilRound: 1 });
  const longer = { type: 'renewAgreement', agreement: 'public-1', untilRound: 2 };

  it('is renewed where a partner asks for it, by who would sign the longer term', () => {
    const asked = restraint({ renewal: { round: 1, untilRound: 5, agreed: ['b'] } });
    const renewing = dispositionIds.filter(
      (one) => bargain(one, { ...calm, agreements: [asked] })?.type === 'renewAgreement',
    );
    expect(renewing.toSorted()).toEqual(
      [
        'unconditional-cooperator',
        'conditional-cooperator',
        'generous-reciprocator',
        'bridge',
        'hedger',
        'free-rider',
        'look-ahead',
      ].toSorted(),
    );
    const [sight, agreed] = [{ ...calm, agreements: [asked] }, restraint({ renewal: null })];
    expect(bargain('hedger', sight)).toMatchObject({ agreement: 'public-1', untilRound: 5 });
    expect(bargain('hedger', { ...sight, trust: [0, 400_000, 0] })?.type).not.toBe('renewAgreement');
    expect(bargain('hedger', { ...sight, isBanned: true })).toBeNull();
    expect(bargain('bridge', { ...calm, agreements: [agreed] })?.type).not.toBe('renewAgreement');
  });

  it('is asked to run on in its last round, if it restrains and all have kept it', () => {
    const here = { ...calm, people: ['b', 'c'], seats: ['a', 'b'], trust: [0, 500_000] };
    expect(bargain('bridge', { ...here, agreements: [last] })).toEqual(longer);
    expect(bargain('free-rider', { ...here, agreements: [last] }), 'it keeps no word').toBeNull();
    expect(bargain('bridge', { ...here, agreements: [restraint()] }), 'it runs on').toBeNull();
    expect(bargain('bridge', { ...here, rounds: 1, agreements: [last] }), 'the end').toBeNull();
    const broken = { ...last, judgements: [{ round: 1, outcome: 'breached' as const, evidence: [] }] };
    expect(bargain('bridge', { ...here, agreements: [broken] })).toBeNull();
    const deed = offered([samples.carryOut], { status: 'inForce', signed: ['a', 'b'], untilRound: 1 });
    expect(bargain('bridge', { ...here, agreements: [deed] }), 'a deed is done once').toBeNull();
  });

  it('is joined where it is open and would be signed, while a round is left to be bound in', () => {
    const open = restraint({ parties: ['b', 'c'], signed: ['b', 'c'], accession: 'open', untilRound: 3 });
    const here = { ...calm, round: 2, trust: [0, 500_000, 500_000], agreements: [open] };
    const join = { type: 'joinAgreement', agreement: 'public-1' };
    expect(bargain('hedger', here)).toEqual(join);
    expect(bargain('hedger', { ...here, trust: [0, 500_000, 400_000] })).not.toEqual(join);
    expect(bargain('securitizer', here)).toBeNull();
    expect(bargain('hedger', { ...here, round: 3 })).not.toEqual(join);
    expect(bargain('hedger', { ...here, agreements: [{ ...open, accession: 'closed' }] })).not.toEqual(join);
    const camp: Clause = { kind: 'carryOut', action: 'join-exclusive', towards: null, byRound: 3 };
    const ban = restraint({ id: 'public-2', clauses: [samples.refrain], untilRound: 6 });
    const against = { ...open, clauses: [{ ...camp, action: 'harden' as const }] };
    expect(bargain('hedger', { ...here, agreements: [ban, against] })).toEqual(join);
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
