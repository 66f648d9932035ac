import { describe, expect, test } from 'vitest';
import { answer } from '#shared/session/answer.ts';
import type { Viewer } from '#shared/session/vocabulary/actors.ts';
import type { SessionState } from '#shared/session/vocabulary/state.ts';
import { viewFor } from '#shared/session/view.ts';
import { a, agreed, b, restraint, termsOf } from './bargaining.ts';
import { after, decidingTable, delegateOf, host } from './table.ts';

const eyes = { kind: 'host' } as const;
const others: readonly Viewer[] = [
  { kind: 'observer' },
  { kind: 'delegate', seat: a, delegate: `person-${a}` },
  { kind: 'participantAfterEnd', seat: a },
];
const digest = 'd'.repeat(64);
const textOf = (id: string): string => `words of ${id}`;

function promised(state: SessionState): SessionState {
  const options = { ...state.basis.options, hostReadsTalk: true } as const;
  return { ...state, basis: { ...state.basis, options } };
}

function talking(state: SessionState): SessionState {
  const say = (channel: { kind: 'plenary' } | { kind: 'bilateral'; with: string }, id: string) =>
    ({ type: 'say', channel, text: { id, digest }, phrase: null, mentions: [] }) as const;
  const open = after(state, delegateOf(a), say({ kind: 'plenary' }, 'openly'));
  return after(open, delegateOf(a), say({ kind: 'bilateral', with: b }, 'privately'));
}

function heard(state: SessionState) {
  const given = answer(state, eyes, { ask: 'heard' }, textOf);
  if (!given.ok) throw new Error(given.refusal);
  return given.answer;
}

describe('the host', () => {
  test('reads all public talk and no private word, nor a secret agreement, without the promise', () => {
    const state = talking(agreed([a, b], termsOf([restraint]), 'secret'));
    expect(heard(state).messages.map(({ text }) => text)).toEqual(['words of openly']);
    expect(heard(state).secretAgreements).toEqual([]);
    expect(JSON.stringify(heard(state))).not.toContain('privately');
    expect(viewFor(state, eyes, textOf).card.hostReadsTalk).toBe(false);
  });

  test('reads both if everybody was told so, and sees who heard them', () => {
    const state = talking(promised(agreed([a, b], termsOf([restraint]), 'secret')));
    expect(heard(state).messages.map(({ text, to }) => [text, to])).toEqual([
      ['words of openly', null],
      ['words of privately', [a, b]],
    ]);
    expect(heard(state).secretAgreements).toHaveLength(1);
    for (const viewer of others) expect(viewFor(state, viewer, textOf).card.hostReadsTalk).toBe(true);
  });

  test('sees points and objectives of every seat, and asks why points moved; sealed orders stay sealed', () => {
    const state = decidingTable();
    const given = answer(state, eyes, { ask: 'standings' });
    expect(given).toMatchObject({ ok: true });
    if (!given.ok) return;
    expect(given.answer.map(({ seat }) => seat)).toEqual(state.seats.map(({ id }) => id));
    expect(given.answer.every(({ objectives }) => objectives.every(({ reached }) => reached !== null))).toBe(
      true,
    );
    const sealed = after(state, delegateOf(a), { type: 'sealOrders', order: { action: 'harden' } });
    expect(JSON.stringify(viewFor(sealed, eyes, textOf))).not.toContain('"order":{"action":"harden"');
    expect(answer(sealed, eyes, { ask: 'rounds' })).toEqual({ ok: true, answer: [] });
    const revealed = after(sealed, host, { type: 'closePhase', because: 'host' });
    const why = { ask: 'why', round: 1, subject: `seat:score:${a}` } as const;
    expect(answer(revealed, eyes, why)).toMatchObject({ ok: true });
    expect(answer(revealed, { kind: 'observer' }, why)).toEqual({ ok: false, refusal: 'notYours' });
  });

  test('alone may ask these questions', () => {
    for (const viewer of others)
      for (const ask of ['standings', 'heard'] as const)
        expect(answer(promised(decidingTable()), viewer, { ask }, textOf)).toEqual({
          ok: false,
          refusal: 'notYours',
        });
  });
});
