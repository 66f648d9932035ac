import { describe, expect, it } from 'vitest';
import { answer } from '#shared/session/answer.ts';
import { viewFor } from '#shared/session/view.ts';
import { after, delegateOf, fullTable, host, refusalOf } from './table.ts';

const text = { id: 't1', digest: 'd'.repeat(64) };
const raise = { type: 'raiseHand', text, raised: true } as const;
const aurelia = delegateOf('aurelia');
const up = after(fullTable(), aurelia, raise);

describe('a raised hand', () => {
  it('is seen by all, its words are read by the host alone', () => {
    const textOf = () => 'How do I join a group?';
    const view = viewFor(up, { kind: 'observer' }, textOf);
    expect(view.table.seats.map(({ handRaised }) => handRaised)).toEqual([
      true,
      false,
      false,
      false,
      false,
      false,
    ]);
    expect(JSON.stringify(view)).not.toContain('How do I join');
    expect(answer(up, { kind: 'observer' }, { ask: 'hands' }, textOf)).toEqual({
      ok: false,
      refusal: 'notYours',
    });
    expect(answer(up, { kind: 'host' }, { ask: 'hands' }, textOf)).toEqual({
      ok: true,
      answer: [{ seat: 'aurelia', delegate: 'person-aurelia', text: 'How do I join a group?' }],
    });
  });

  it('goes down by its owner or by the host, once', () => {
    const down = after(up, aurelia, { type: 'raiseHand', text: null, raised: false });
    expect(down.hands).toEqual([]);
    expect(after(up, host, { type: 'answerHand', delegate: 'person-aurelia' }).hands).toEqual([]);
    expect(refusalOf(down, host, { type: 'answerHand', delegate: 'person-aurelia' })).toEqual({
      code: 'noHandRaised',
    });
    expect(refusalOf(down, aurelia, { type: 'raiseHand', text: null, raised: false })).toEqual({
      code: 'noHandRaised',
    });
  });

  it('keeps its place when it says something new, and moves with its person', () => {
    const two = after(up, delegateOf('meridia'), { type: 'raiseHand', text: null, raised: true });
    const again = after(two, aurelia, { type: 'raiseHand', text: null, raised: true });
    expect(again.hands.map(({ delegate }) => delegate)).toEqual(['person-aurelia', 'person-meridia']);
    const moved = after(again, host, { type: 'moveDelegate', delegate: 'person-aurelia', seat: 'meridia' });
    expect(moved.hands[0]?.seat).toBe('meridia');
  });

  it('answered in words is read by that person alone, until the next question', () => {
    const words = { id: 't2', digest: 'd'.repeat(64) };
    const told = after(up, host, { type: 'answerHand', delegate: 'person-aurelia', text: words });
    const textOf = () => 'Open Orders and choose Join.';
    const ask = { ask: 'handAnswer' } as const;
    const person = { kind: 'delegate', seat: 'aurelia', delegate: 'person-aurelia' } as const;
    expect(told.hands).toEqual([]);
    expect(answer(told, person, ask, textOf)).toEqual({ ok: true, answer: 'Open Orders and choose Join.' });
    const neighbour = { ...person, delegate: 'person-other' };
    expect(answer(told, neighbour, ask, textOf)).toEqual({ ok: true, answer: null });
    expect(answer(told, { kind: 'observer' }, ask, textOf)).toEqual({ ok: false, refusal: 'notYours' });
    for (const viewer of [person, neighbour, { kind: 'host' } as const])
      expect(JSON.stringify(viewFor(told, viewer, textOf))).not.toContain('Open Orders');
    expect(answer(after(told, aurelia, raise), person, ask, textOf)).toEqual({ ok: true, answer: null });
  });
});
