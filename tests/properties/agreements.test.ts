import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Order } from '#shared/model/actions.ts';
import type { Agreement, AgreementStatus } from '#shared/session/vocabulary/agreements.ts';
import type { Clause } from '#shared/session/vocabulary/clauses.ts';
import { decide } from '#shared/session/decide.ts';
import { evolve } from '#shared/session/evolve.ts';
import type { Command } from '#shared/session/vocabulary/commands.ts';
import type { Actor } from '#shared/session/vocabulary/actors.ts';
import type { SessionState } from '#shared/session/vocabulary/state.ts';
import { decidingTable, delegateOf, host } from '../session/table.ts';

const table = decidingTable();
const seats = table.seats.map(({ id }) => id);
const seat = fc.constantFrom(...seats.slice(0, 4));
const whom = fc.oneof(seat, fc.constantFrom('parties', 'anyone'));

const clause: fc.Arbitrary<Clause> = fc.oneof(
  fc.constant<Clause>({ kind: 'mutualRestraint' }),
  fc.constant<Clause>({ kind: 'noListing' }),
  fc.constant<Clause>({ kind: 'notification' }),
  fc.constant<Clause>({ kind: 'corridor' }),
  fc.record({ kind: fc.constant('review' as const), byRound: fc.integer({ min: 1, max: 5 }) }),
  fc.record({
    kind: fc.constant('fund' as const),
    giver: fc.constant('parties'),
    to: seat,
    byRound: fc.integer({ min: 1, max: 5 }),
  }),
  fc.record({
    kind: fc.constant('refrain' as const),
    action: fc.constantFrom('restrict' as const, 'localize' as const, 'build-force' as const),
    against: whom,
  }),
  fc.record({
    kind: fc.constant('carryOut' as const),
    action: fc.constantFrom('commit' as const, 'dialogue' as const),
    towards: fc.option(whom),
    byRound: fc.integer({ min: 1, max: 5 }),
  }),
);

/** Counts rounds from the current one, so that most offers make sense. */
const terms = fc.record({
  clauses: fc.array(clause, { minLength: 1, maxLength: 2 }),
  force: fc.constantFrom('pledge' as const, 'binding' as const),
  fromRound: fc.integer({ min: 0, max: 2 }),
  untilRound: fc.integer({ min: -1, max: 3 }),
});

const order: fc.Arbitrary<Order> = fc.oneof(
  fc.constantFrom<Order>({ action: 'commit' }, { action: 'localize' }, { action: 'hold' }),
  seat.map((target): Order => ({ action: 'restrict', targets: [target] })),
  seat.map((target): Order => ({ action: 'dialogue', targets: [target] })),
);

/** What somebody does at the table at that moment; null if it has no possible target. */
type Move = (state: SessionState) => readonly [Actor, Command] | null;
type Words = Extract<Command, { type: 'proposeAgreement' }>['terms'];

const onAgreement = (make: (agreement: Agreement) => Command): fc.Arbitrary<Move> =>
  fc.tuple(fc.nat(), fc.nat(), fc.nat({ max: 9 })).map(
    ([which, who, stray]): Move =>
      (state) => {
        const agreement =
          state.agreements[state.agreements.length - 1 - (which % Math.max(1, state.agreements.length))];
        if (agreement === undefined) return null;
        const party = stray === 0 ? seats[4] : agreement.parties[who % agreement.parties.length];
        return [delegateOf(party ?? ''), make(agreement)];
      },
  );

const now = (words: Words, state: SessionState): Words => {
  const fromRound = state.world.round + 1 + words.fromRound;
  const clauses = words.clauses.map((one) =>
    'byRound' in one ? { ...one, byRound: fromRound + (one.byRound % 2) } : one,
  );
  return { ...words, clauses, fromRound, untilRound: fromRound + words.untilRound };
};

const move: fc.Arbitrary<Move> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc
      .tuple(
        fc.uniqueArray(seat, { minLength: 2, maxLength: 3 }),
        terms,
        fc.constantFrom('public' as const, 'secret' as const),
        fc.constantFrom('closed' as const, 'open' as const),
      )
      .map(
        ([parties, words, secrecy, accession]): Move =>
          (state) => [
            delegateOf(parties[0] ?? ''),
            { type: 'proposeAgreement', parties, terms: now(words, state), secrecy, accession },
          ],
      ),
  },
  {
    weight: 8,
    arbitrary: onAgreement(({ id, wording }) => ({ type: 'signAgreement', agreement: id, wording })),
  },
  onAgreement(({ id }) => ({ type: 'signAgreement', agreement: id, wording: 1 })),
  onAgreement(({ id, wording, clauses, force, fromRound, untilRound }) => ({
    type: 'amendAgreement',
    agreement: id,
    wording,
    terms: { clauses: clauses.toReversed(), force, fromRound, untilRound },
  })),
  onAgreement(({ id }) => ({ type: 'withdrawAgreement', agreement: id })),
  onAgreement(({ id }) => ({ type: 'leaveAgreement', agreement: id })),
  {
    weight: 3,
    arbitrary: onAgreement(({ id, untilRound }) => ({
      type: 'renewAgreement',
      agreement: id,
      untilRound: untilRound + 1,
    })),
  },
  {
    weight: 3,
    arbitrary: fc.tuple(seat, fc.nat()).map(
      ([who, which]): Move =>
        (state) => {
          const found = state.agreements[which % Math.max(1, state.agreements.length)];
          return found ? [delegateOf(who), { type: 'joinAgreement', agreement: found.id }] : null;
        },
    ),
  },
  {
    weight: 3,
    arbitrary: fc.tuple(seat, order).map(
      ([who, sealed]): Move =>
        () => [delegateOf(who), { type: 'sealOrders', order: sealed }],
    ),
  },
  { weight: 4, arbitrary: fc.constant<Move>(() => [host, { type: 'closePhase', because: 'host' }]) },
);

const nextOf: Readonly<Record<AgreementStatus, readonly AgreementStatus[]>> = {
  proposed: ['proposed', 'inForce', 'withdrawn', 'lapsed'],
  inForce: ['inForce', 'kept', 'breached', 'expired', 'left'],
  kept: ['kept'],
  breached: ['breached'],
  expired: ['expired'],
  left: ['left'],
  withdrawn: ['withdrawn'],
  lapsed: ['lapsed'],
};

/** Plays commands, ignoring refused ones; yields every table on the way. */
function tablesOf(moves: readonly Move[]): readonly SessionState[] {
  const tables = [table];
  let state = table;
  for (const made of moves) {
    const given = made(state);
    if (given === null) continue;
    const decision = decide(state, ...given);
    if (!decision.ok) continue;
    for (const event of decision.value) {
      state = evolve(state, event);
      tables.push(state);
    }
  }
  return tables;
}

const find = (state: SessionState, wanted: string): Agreement | undefined =>
  state.agreements.find((agreement) => agreement.id === wanted);

test('an agreement never takes an illegal step, and ends for good', () => {
  let judged = 0;
  let joined = 0;
  let renewed = 0;
  fc.assert(
    fc.property(fc.array(move, { minLength: 20, maxLength: 80 }), (moves) => {
      const tables = tablesOf(moves);
      tables.slice(1).forEach((current, index) => {
        const before = tables[index] ?? table;
        for (const agreement of before.agreements) {
          const later = find(current, agreement.id);
          expect(later).toBeDefined();
          if (later === undefined) continue;
          expect(nextOf[agreement.status]).toContain(later.status);
          if (agreement.status === 'proposed') continue;
          expect(later.clauses).toEqual(agreement.clauses);
          expect(later.parties).toEqual(expect.arrayContaining([...agreement.parties]));
          if (later.parties.length > agreement.parties.length) joined += 1;
          if (later.untilRound > agreement.untilRound) renewed += 1;
          if (agreement.status !== 'inForce') expect(later).toEqual(agreement);
        }
        for (const { status, signed, parties, judgements, fromRound, untilRound } of current.agreements) {
          if (status === 'inForce') {
            expect(signed.toSorted()).toEqual(parties.toSorted());
            expect(untilRound).toBeGreaterThanOrEqual(fromRound);
          }
          if (status === 'lapsed' || status === 'withdrawn') expect(judgements).toEqual([]);
        }
      });
      judged +=
        tables[tables.length - 1]?.agreements.filter(({ judgements }) => judgements.length > 0).length ?? 0;
    }),
    { numRuns: 600, seed: 5 },
  );
  expect(judged).toBeGreaterThan(5);
  expect(joined).toBeGreaterThan(2);
  expect(renewed).toBeGreaterThan(2);
});

test('a kept pledge never counts as breached, and a lapsed offer binds nobody', () => {
  fc.assert(
    fc.property(fc.array(move, { minLength: 20, maxLength: 80 }), (moves) => {
      const end = tablesOf(moves).at(-1) ?? table;
      for (const { round, pledges, orders } of end.rounds) {
        const judgements = end.agreements.flatMap((agreement) =>
          agreement.judgements.flatMap((judgement) =>
            judgement.round === round ? [{ agreement, judgement }] : [],
          ),
        );
        for (const { between, breachedBy } of pledges) {
          const about = judgements.filter(({ agreement }) =>
            between.every((party) => agreement.parties.includes(party)),
          );
          expect(about.length).toBeGreaterThan(0);
          for (const breaker of breachedBy) {
            const proof = about
              .flatMap(({ judgement }) => judgement.evidence)
              .find((one) => !one.kept && one.seat === breaker);
            expect(proof?.order).toEqual(orders[breaker]);
          }
          if (about.every(({ judgement }) => judgement.outcome === 'kept')) expect(breachedBy).toEqual([]);
        }
        expect(new Set(pledges.map(({ between }) => between.toSorted().join(' '))).size).toBe(pledges.length);
      }
      for (const { status, judgements, force } of end.agreements) {
        const broken = judgements.some(({ outcome }) => outcome === 'breached');
        if (status === 'kept' || status === 'lapsed') expect(broken).toBe(false);
        if (force === 'binding' && broken)
          expect(
            judgements
              .at(-1)
              ?.evidence.filter(({ kept }) => !kept)
              .every((one) => one.order.action === 'hold'),
          ).toBe(true);
      }
    }),
    { numRuns: 60, seed: 6 },
  );
});

test('who joins is judged from its own round on, and a lapsed offer takes no signature, no joiner and no renewal', () => {
  fc.assert(
    fc.property(fc.array(move, { minLength: 20, maxLength: 80 }), (moves) => {
      const end = tablesOf(moves).at(-1) ?? table;
      for (const { id, status, joined, judgements, wording, untilRound, parties } of end.agreements) {
        for (const { seat: who, fromRound } of joined ?? []) {
          const proofs = judgements.flatMap(({ round, evidence }) => (round < fromRound ? evidence : []));
          expect(proofs.some((proof) => proof.seat === who || proof.towards.includes(who))).toBe(false);
        }
        if (status !== 'lapsed' && status !== 'withdrawn') continue;
        const [party = ''] = parties;
        const dead: readonly Command[] = [
          { type: 'signAgreement', agreement: id, wording },
          { type: 'joinAgreement', agreement: id },
          { type: 'renewAgreement', agreement: id, untilRound: untilRound + 1 },
        ];
        for (const command of dead) {
          for (const who of [party, seats[5] ?? '']) {
            expect(decide(end, delegateOf(who), command).ok).toBe(false);
          }
        }
      }
    }),
    { numRuns: 40, seed: 7 },
  );
});
