import { describe, expect, it } from 'vitest';
import type { Order } from '#shared/model/actions.ts';
import { answer } from '#shared/session/answer.ts';
import { viewFor } from '#shared/session/view.ts';
import type { SessionState } from '#shared/session/vocabulary/state.ts';
import { agreed, close, restraint, seal, termsOf } from './bargaining.ts';
import { decidingTable } from './table.ts';

function sealed(state: SessionState, orders: Readonly<Record<string, Order>>): SessionState {
  return state.seats.reduce((now, { id }) => seal(now, id, orders[id] ?? { action: 'commit' }), state);
}
function revealed(state: SessionState): SessionState {
  return state.phase.name === 'reveal' ? state : revealed(close(state));
}
function deciding(state: SessionState): SessionState {
  return state.phase.name === 'decision' ? state : deciding(close(state));
}

/** Four rounds in which everybody talks with a partner or commits, and the rivals withdraw their measures. */
const cooperating: readonly Readonly<Record<string, Order>>[] = [
  {
    aurelia: { action: 'roll-back' },
    meridia: { action: 'roll-back' },
    concordia: { action: 'dialogue', targets: ['savannah'] },
    savannah: { action: 'dialogue', targets: ['concordia'] },
  },
  {
    aurelia: { action: 'dialogue', targets: ['meridia'] },
    meridia: { action: 'dialogue', targets: ['aurelia'] },
  },
  {
    concordia: { action: 'dialogue', targets: ['indravar'] },
    indravar: { action: 'dialogue', targets: ['concordia'] },
  },
  {
    aurelia: { action: 'dialogue', targets: ['meridia'] },
    meridia: { action: 'dialogue', targets: ['aurelia'] },
  },
];
const betrayer = 'concordia';
const partner = 'straitport';

/** The last round, in which two states have publicly agreed not to restrict each other. */
function lastDecision(): SessionState {
  const before = cooperating.reduce(
    (state, orders) => deciding(revealed(sealed(state, orders))),
    decidingTable(),
  );
  const terms = termsOf([restraint], { fromRound: 5, untilRound: 5 });
  return agreed([betrayer, partner], terms, 'public', before);
}

describe('a betrayal in the last round of the archipelago, the dial above 40', () => {
  const signed = lastDecision();
  const kept = revealed(sealed(signed, {}));
  const broken = revealed(sealed(signed, { [betrayer]: { action: 'restrict', targets: [partner] } }));
  const viewer = { kind: 'delegate', seat: betrayer, delegate: `person-${betrayer}` } as const;
  const seen = (state: SessionState) => viewFor(state, viewer, () => null).table;
  const dial = (state: SessionState) => seen(state).trail.direction.at(-1) ?? 0;
  const effect = (state: SessionState) => {
    const told = answer(state, viewer, { ask: 'effect', round: 5 });
    if (!told.ok) throw new Error('not told');
    return told.answer;
  };

  it('moves the dial that everybody sees by far more than a rounding', () => {
    expect(dial(signed)).toBeGreaterThan(400);
    expect(seen(broken).reveal?.round).toBe(5);
    expect(dial(kept) - dial(broken)).toBeGreaterThan(25);
  });

  it('shows its author the cost to the world, though it paid', () => {
    expect(effect(broken).world).toBeLessThan(-20_000);
    expect(effect(kept).world).toBeGreaterThan(10_000);
  });

  it('tells everybody what it cost the world', () => {
    const everybody = [
      viewer,
      { kind: 'delegate', seat: partner, delegate: 'p' },
      { kind: 'observer' },
    ] as const;
    for (const reader of everybody)
      expect(answer(broken, reader, { ask: 'brokenWord', round: 5, seat: betrayer })).toMatchObject({
        ok: true,
        answer: effect(broken).world,
      });
  });

  it('is told to all as a broken promise', () => {
    expect(seen(kept).agreements.map(({ status }) => status)).toEqual(['kept']);
    expect(seen(broken).agreements.map(({ status }) => status)).toEqual(['breached']);
  });
});
