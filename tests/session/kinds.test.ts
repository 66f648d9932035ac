import { describe, expect, test } from 'vitest';
import type { Order } from '#shared/model/actions.ts';
import { at } from '#shared/lib/at.ts';
import { derive, indicatorsOf } from '#shared/model/indicators.ts';
import { answer } from '#shared/session/answer.ts';
import type { PaperKinds } from '#shared/session/views/questions.ts';
import type { SessionState } from '#shared/session/vocabulary/state.ts';
import { after, decidingTable, delegateOf, host } from './table.ts';

function kindsOf(state: SessionState): PaperKinds {
  const told = answer(state, { kind: 'observer' }, { ask: 'kinds' });
  if (!told.ok) throw new Error(told.refusal);
  return told.answer;
}

/** The next reveal, after these states have sealed these orders; the others hold. */
function played(state: SessionState, orders: Readonly<Record<string, Order>>): SessionState {
  let now = state;
  while (now.phase.name !== 'decision') now = after(now, host, { type: 'closePhase', because: 'host' });
  for (const [seat, order] of Object.entries(orders))
    now = after(now, delegateOf(seat), { type: 'sealOrders', order });
  return after(now, host, { type: 'closePhase', because: 'host' });
}

const listed = played(decidingTable(), {
  savannah: { action: 'restrict', targets: ['straitport'] },
  concordia: { action: 'harden' },
});
const answered = played(listed, {
  straitport: { action: 'restrict', targets: ['savannah'] },
  savannah: { action: 'localize' },
  concordia: { action: 'open-standards' },
  indravar: { action: 'commit' },
});

describe('the kinds of securitization', () => {
  test('a first restriction crosses the line, hardening does not', () => {
    expect(kindsOf(listed).trends[1]?.measures).toEqual([
      { seat: 'concordia', action: 'harden', kind: 'moderate' },
      { seat: 'savannah', action: 'restrict', kind: 'pan' },
    ]);
  });

  test('an answer in proportion is moderate, and keeping data at home crosses the line', () => {
    expect(kindsOf(answered).trends[2]?.measures).toEqual([
      { seat: 'straitport', action: 'restrict', kind: 'moderate' },
      { seat: 'savannah', action: 'localize', kind: 'pan' },
    ]);
  });
});

describe('the kinds of bloc formation and fragmentation', () => {
  test('are told for the opening and after every round, each share between nothing and all', () => {
    const { trends } = kindsOf(answered);
    expect(trends.map(({ round }) => round)).toEqual([0, 1, 2]);
    for (const { paths, symptoms, functional, purposive } of trends) {
      for (const share of [...Object.values(paths), ...Object.values(symptoms)]) {
        expect(share).toBeGreaterThanOrEqual(0);
        expect(share).toBeLessThanOrEqual(1_000_000);
      }
      expect(Math.max(functional, purposive)).toBeLessThanOrEqual(6);
    }
    const { indicators } = answered.rounds[1] ?? {};
    expect(trends[2]?.symptoms.parallelTreaties).toBe(indicators?.parallelTreaties);
  });

  test('show that a restriction closes the commercial path and data at home the political one', () => {
    const { trends } = kindsOf(answered);
    const [opening, first, second] = trends.map(({ paths }) => paths);
    expect(first?.commercial).toBeGreaterThan(opening?.commercial ?? 1);
    expect(second?.political).toBeGreaterThan(first?.political ?? 1);
  });
});

describe('the factors', () => {
  test('name by the ledger whose orders acted on them, for the better and for the worse', () => {
    const { factors } = kindsOf(answered);
    expect(factors.rounds[1]?.acted.technical.eased).toContain('concordia');
    expect(factors.rounds[0]?.acted.competitive.worsened).toContain('savannah');
    expect(factors.orders).toBe(6);
    expect(factors.eased.technical).toBe(1);
  });

  test('count common rules for whoever committed: the ledger names all of them together', () => {
    const { factors } = kindsOf(answered);
    expect(factors.rounds.map(({ acted }) => acted.institutional)).toEqual([
      { eased: [], worsened: [] },
      { eased: ['indravar'], worsened: [] },
    ]);
    expect(factors.eased.institutional).toBe(1);
    // Open standards and a commitment in one round: two factors at once.
    expect(factors.together[2]?.rounds).toBe(1);
  });

  test('count each round once by how many factors were acted on, with all that the dial moved', () => {
    const { factors } = kindsOf(answered);
    expect(factors.together.reduce((sum, { rounds }) => sum + rounds, 0)).toBe(2);
    const { setting } = answered.basis;
    const opening = indicatorsOf(setting, derive(setting, at(answered.roundStarts, 0)));
    const moved = factors.together.reduce((sum, { dial }) => sum + dial, 0);
    expect(moved).toBe(at(answered.rounds, 1).indicators.direction - opening.direction);
  });
});

describe('the badges', () => {
  const ended = (state: SessionState): SessionState => after(state, host, { type: 'endSession' });
  const commit: Order = { action: 'commit' };
  const help: Order = { action: 'build-capacity', targets: ['savannah'] };
  const twice = played(played(decidingTable(), { concordia: help }), { concordia: help });

  test('are for deeds in two rounds, and are told at the end alone', () => {
    expect(kindsOf(twice).badges).toEqual([]);
    expect(kindsOf(ended(twice)).badges).toEqual([
      { badge: 'solutionProvider', seat: 'concordia', rounds: [1, 2] },
    ]);
  });

  test('of the rule-maker are for commitments in half of the rounds, where enough committed for common rules to grow', () => {
    const all = { aurelia: commit, meridia: commit, concordia: commit };
    const few = { savannah: commit };
    const grown = played(played(played(decidingTable(), all), few), { ...all, indravar: commit });
    expect(grown.rounds.map(({ participation }) => participation >= 300_000)).toEqual([true, false, true]);
    expect(kindsOf(ended(grown)).badges).toEqual(
      ['aurelia', 'meridia', 'concordia'].map((seat) => ({ badge: 'ruleMaker', seat, rounds: [1, 3] })),
    );
  });

  test('are not for one deed', () => {
    expect(kindsOf(ended(answered)).badges).toEqual([]);
  });
});
