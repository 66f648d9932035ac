import { describe, expect, it } from 'vitest';
import { headerSchema, newHeader, basisOf } from '#shared/log/header.ts';
import { answer } from '#shared/session/answer.ts';
import { viewFor } from '#shared/session/view.ts';
import { earliestEndOf, lastRoundOf } from '#shared/session/vocabulary/lastRound.ts';
import type { SessionState } from '#shared/session/vocabulary/state.ts';
import { after, decidingTable, emptyTable, host } from './table.ts';

const hidden = { hiddenEnd: true } as const;
const { basis: plan } = emptyTable(hidden);
const withSeed = (seed: number) => ({ ...plan, seed });
/** A seed that ends the session before the plan does. */
const early = Array.from({ length: 100 }, (_, seed) => seed).find(
  (seed) => lastRoundOf(withSeed(seed)) < plan.plan.rounds,
);

describe('a hidden end', () => {
  it('comes at the last round of the plan or up to two before, each for some seeds', () => {
    const ends = new Set(Array.from({ length: 200 }, (_, seed) => lastRoundOf(withSeed(seed))));
    const { rounds } = plan.plan;
    expect([...ends].toSorted((a, b) => a - b)).toEqual([rounds - 2, rounds - 1, rounds]);
    expect(lastRoundOf(emptyTable().basis)).toBe(rounds);
  });

  it('ends the session there, with the usual scores of the rounds that came', () => {
    const opened = decidingTable(hidden);
    const usual = {
      scores: Object.fromEntries(
        opened.seats.map(({ id }) => [id, Array.from({ length: 9 }, (_, k) => 10 * k)]),
      ),
      legacy: Array.from({ length: 9 }, () => 1),
    };
    const measured = { ...opened.basis, seed: early ?? 0, plan: { ...opened.basis.plan, usual } };
    let state: SessionState = { ...opened, basis: measured };
    while (state.phase.name !== 'ended') state = after(state, host, { type: 'closePhase', because: 'host' });
    const last = lastRoundOf(measured);
    expect(last).toBeLessThan(plan.plan.rounds);
    expect(state.rounds).toHaveLength(last);
    const ending = viewFor(state, { kind: 'observer' }, () => null).table.ending;
    expect(ending?.seats.map(({ par }) => par)).toEqual(state.seats.map(() => (10 * (last - 1) + 1) * 10));
  });

  it('is in no view and no rule: two seeds that end at different rounds look the same', () => {
    const opened = decidingTable(hidden);
    const other = { ...opened, basis: { ...opened.basis, seed: early ?? 0 } };
    const own = { ...opened, basis: { ...opened.basis, seed: (early ?? 0) + 1 } };
    const seat = opened.seats[0]?.id ?? '';
    for (const viewer of [
      { kind: 'host' },
      { kind: 'observer' },
      { kind: 'delegate', delegate: 'd', seat },
    ] as const) {
      expect(viewFor(other, viewer, () => null)).toEqual(viewFor(own, viewer, () => null));
    }
    expect(other.basis.setting.parameters.rounds).toBe(plan.plan.rounds);
    expect(earliestEndOf(other.basis)).toBe(plan.plan.rounds - 2);
  });

  it('is told to the host who asks, and to nobody else', () => {
    const state = decidingTable(hidden);
    const seat = state.seats[0]?.id ?? '';
    const ask = { ask: 'lastRound' } as const;
    expect(answer(state, { kind: 'host' }, ask)).toEqual({
      ok: true,
      answer: lastRoundOf(state.basis),
    });
    for (const viewer of [{ kind: 'observer' }, { kind: 'delegate', delegate: 'd', seat }] as const) {
      expect(answer(state, viewer, ask)).toEqual({ ok: false, refusal: 'notYours' });
    }
  });

  it('is kept in the header, and stays where it is after a step back', () => {
    const header = newHeader(plan, { build: 'test', created: 0 }, () => '0'.repeat(64));
    const again = basisOf(headerSchema.parse(header));
    expect(lastRoundOf(again)).toBe(lastRoundOf(plan));
    const back = { ...decidingTable(hidden), attempt: 3 };
    expect(lastRoundOf(back.basis)).toBe(lastRoundOf(plan));
  });
});
