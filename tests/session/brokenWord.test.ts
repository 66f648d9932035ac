import { describe, expect, it } from 'vitest';
import { answer } from '#shared/session/answer.ts';
import type { Viewer } from '#shared/session/vocabulary/actors.ts';
import type { SessionState } from '#shared/session/vocabulary/state.ts';
import { a, agreed, b, c, close, d, restraint, restrict, seal, termsOf } from './bargaining.ts';
import { after, decidingTable, host } from './table.ts';

const person = (seat: string): Viewer => ({ kind: 'delegate', seat, delegate: `person-${seat}` });
const everybody: readonly Viewer[] = [
  { kind: 'observer' },
  { kind: 'host' },
  person(a),
  person(b),
  person(d),
];
const asked = (state: SessionState, viewer: Viewer, seat = a) =>
  answer(state, viewer, { ask: 'brokenWord', round: 1, seat });
const moved = (state: SessionState, viewer: Viewer, seat = a): number => {
  const told = asked(state, viewer, seat);
  if (!told.ok) throw new Error(told.refusal);
  return told.answer;
};
const struck = (state: SessionState): SessionState => close(seal(state, a, restrict(b)));
const dialOf = (state: SessionState): number => state.rounds[0]?.indicators.direction ?? 0;

describe('what a broken word did to the dial', () => {
  it('is told to all where the promise was public: the round beside the one in which it was kept', () => {
    const pledged = agreed([a, b], termsOf([restraint]));
    const [broken, kept] = [struck(pledged), close(pledged)];
    for (const viewer of everybody) {
      expect(moved(broken, viewer)).toBe(dialOf(broken) - dialOf(kept));
      expect(moved(broken, viewer)).toBeLessThan(-10_000);
    }
  });

  it('compares with the deed that was owed', () => {
    const owed = { kind: 'carryOut', action: 'commit', towards: null, byRound: 1 } as const;
    const promised = seal(agreed([a, b], termsOf([owed], { untilRound: 1 })), b, { action: 'commit' });
    const kept = close(seal(promised, a, { action: 'commit' }));
    expect(moved(struck(promised), person(d))).toBe(dialOf(struck(promised)) - dialOf(kept));
    const talk = { ...owed, action: 'dialogue', towards: 'parties' } as const;
    const spoken = agreed([a, b], termsOf([talk], { untilRound: 1 }));
    const answered = close(seal(spoken, a, { action: 'dialogue', targets: [b] }));
    expect(moved(struck(spoken), person(d))).toBe(dialOf(struck(spoken)) - dialOf(answered));
  });

  it('is not told of who kept its word, of rounds to come, or of nobody', () => {
    const kept = close(agreed([a, b], termsOf([restraint])));
    for (const viewer of everybody) expect(asked(kept, viewer).ok).toBe(false);
    const broken = struck(agreed([a, b], termsOf([restraint])));
    for (const seat of [b, 'nowhere']) expect(asked(broken, person(d), seat).ok).toBe(false);
    expect(answer(broken, person(d), { ask: 'brokenWord', round: 2, seat: a })).toEqual({
      ok: false,
      refusal: 'unknownRound',
    });
  });

  it('is told of a secret promise to its parties alone, until the session has ended', () => {
    const broken = struck(agreed([a, b], termsOf([restraint]), 'secret'));
    for (const viewer of [person(a), person(b)]) expect(moved(broken, viewer)).toBeLessThan(-10_000);
    for (const viewer of [person(d), { kind: 'observer' } as const, { kind: 'host' } as const])
      expect(asked(broken, viewer)).toEqual({ ok: false, refusal: 'notYours' });
    expect(moved(after(broken, host, { type: 'endSession' }), { kind: 'observer' })).toBeLessThan(-10_000);
  });

  it('tells nothing of a secret promise that the same order broke', () => {
    const open = agreed([a, b], termsOf([restraint]));
    const both = agreed([a, c], termsOf([{ kind: 'noListing' }]), 'secret', open);
    for (const viewer of [person(d), { kind: 'observer' } as const])
      expect(moved(struck(both), viewer)).toBe(moved(struck(open), viewer));
    expect(moved(struck(both), person(c))).toBeLessThan(moved(struck(open), person(c)));
  });

  it('reads no trust between others where each state sees its own only', () => {
    const own = decidingTable({ trustSeen: 'own' });
    const broken = struck(agreed([a, b], termsOf([restraint]), 'public', own));
    expect(moved(broken, person(d))).not.toBe(moved(broken, { kind: 'host' }));
    expect(moved(broken, person(d))).toBeLessThan(-10_000);
  });
});
