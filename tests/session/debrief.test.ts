import { describe, expect, it } from 'vitest';
import type { Viewer } from '#shared/session/vocabulary/actors.ts';
import { answer } from '#shared/session/answer.ts';
import type { Command } from '#shared/session/vocabulary/commands.ts';
import type { SessionState } from '#shared/session/vocabulary/state.ts';
import { viewFor } from '#shared/session/view.ts';
import { after, decidingTable, delegateOf, fullTable, host, refusalOf } from './table.ts';

const seats = fullTable().seats.map(({ id }) => id);
/** The text of every note is its own id. */
const textOf = (id: string) => id;
const ref = (id: string) => ({ id, digest: 'd'.repeat(64) });
const step = (to: Extract<Command, { type: 'setDebriefStep' }>['step']): Command => ({
  type: 'setDebriefStep',
  step: to,
});
const ended = after(decidingTable({ survey: true }), host, { type: 'endSession' });
const begun = after(ended, host, step('leave'));

function given(state: SessionState, words: readonly string[]): SessionState {
  return words.reduce(
    (now, word, index) => after(now, delegateOf(seats[index] ?? ''), { type: 'givePulse', text: ref(word) }),
    state,
  );
}

function answered(state: SessionState, texts: readonly string[]): SessionState {
  return texts.reduce(
    (now, text, index) =>
      after(now, delegateOf(seats[index] ?? ''), { type: 'answerSurvey', text: ref(text) }),
    state,
  );
}

const seenBy = (state: SessionState, viewer: Viewer = { kind: 'observer' }) =>
  viewFor(state, viewer, textOf).table.debrief;

describe('the steps of a debrief', () => {
  it('are not there before the end', () => {
    expect(seenBy(decidingTable())).toBeNull();
  });

  it('leave out what a session has no record of', () => {
    expect(seenBy(ended)?.steps).toEqual(['leave', 'model', 'question', 'answers', 'reflect']);
    expect(refusalOf(ended, host, step('silence'))).toEqual({ code: 'nothingToShow' });
  });

  it('are where the host stands, and remember how far the host has been', () => {
    const there = after(after(begun, host, step('reflect')), host, step('model'));
    expect(seenBy(there)).toMatchObject({ step: 'model', furthest: 'reflect' });
    expect(seenBy(after(there, host, step(null)))).toMatchObject({ step: null, furthest: 'reflect' });
  });
});

describe('a word of pulse', () => {
  it('waits for the debrief', () => {
    expect(refusalOf(ended, delegateOf('aurelia'), { type: 'givePulse', text: ref('calm') })).toEqual({
      code: 'debriefNotThere',
    });
  });

  it('is shown without a name, in the order of the alphabet, once the host has come to the words', () => {
    const three = given(begun, ['tired', 'calm', 'odd']);
    expect(seenBy(three)).toMatchObject({ words: [], given: { pulses: 3 } });
    const shown = after(three, host, step('words'));
    expect(seenBy(shown)?.words).toEqual(['calm', 'odd', 'tired']);
    expect(JSON.stringify(seenBy(shown))).not.toContain('person-');
  });

  it('is not shown among fewer than three', () => {
    const two = given(begun, ['tired', 'calm']);
    expect(seenBy(two)?.steps).not.toContain('words');
    expect(seenBy(after(two, host, step('reflect')))?.words).toEqual([]);
  });

  it('takes the place of the word that the same person gave before', () => {
    const again = given(given(begun, ['tired', 'calm', 'odd']), ['glad']);
    expect(seenBy(after(again, host, step('words')))?.words).toEqual(['calm', 'glad', 'odd']);
  });
});

describe('the question before and after', () => {
  it('is asked only where the session was opened so', () => {
    expect(
      refusalOf(fullTable(), delegateOf('aurelia'), { type: 'answerSurvey', text: ref('1 2 3') }),
    ).toEqual({ code: 'noSurvey' });
  });

  it('counts answers of the lobby as before, of the debrief as after, and shows neither earlier', () => {
    const before = answered(fullTable({ survey: true }), ['1 2 3', '1 2 3', '5 2 3']);
    let state = after(before, host, { type: 'endSession' });
    expect(refusalOf(state, delegateOf('aurelia'), { type: 'answerSurvey', text: ref('4 4 4') })).toEqual({
      code: 'debriefNotThere',
    });
    state = answered(after(state, host, step('question')), ['4 4 4', '4 4 4', '4 4 5']);
    expect(seenBy(state)).toMatchObject({ before: null, after: null, given: { before: 3, after: 3 } });
    state = after(state, host, step('answers'));
    expect(seenBy(state)?.before).toEqual([
      [2, 0, 0, 0, 1],
      [0, 3, 0, 0, 0],
      [0, 0, 3, 0, 0],
    ]);
    expect(seenBy(state)?.after?.[2]).toEqual([0, 0, 0, 2, 1]);
    expect(seenBy(state)?.moved).toEqual([
      { more: 2, same: 0, less: 1 },
      { more: 3, same: 0, less: 0 },
      { more: 3, same: 0, less: 0 },
    ]);
  });

  it('shows no counts of fewer than three people', () => {
    const state = answered(after(begun, host, step('question')), ['4 4 4', '4 4 4']);
    expect(seenBy(after(state, host, step('reflect')))).toMatchObject({ after: null, moved: null });
  });
});

describe('what one person wrote', () => {
  const mine: Viewer = { kind: 'participantAfterEnd', seat: 'aurelia', delegate: 'person-aurelia' };
  const partner: Viewer = { kind: 'participantAfterEnd', seat: 'aurelia', delegate: 'somebody-else' };
  const written = after(given(begun, ['calm']), delegateOf('aurelia'), {
    type: 'writeReflection',
    text: ref('less fear'),
  });

  it('is read by that person, not by the same delegation', () => {
    expect(answer(written, mine, { ask: 'myNotes' }, textOf)).toEqual({
      ok: true,
      answer: {
        word: 'calm',
        reflection: 'less fear',
        reflectionShared: false,
        bet: null,
        before: null,
        after: null,
      },
    });
    expect(answer(written, partner, { ask: 'myNotes' }, textOf)).toMatchObject({
      answer: { word: null, reflection: null },
    });
  });

  it('as a reflection is read by nobody else, the host included, unless its writer says so', () => {
    const hostEyes = { kind: 'host' } as const;
    expect(answer(written, hostEyes, { ask: 'reflections' }, textOf)).toEqual({ ok: true, answer: [] });
    const text = ref('less fear, said to the host');
    const shared = after(written, delegateOf('aurelia'), { type: 'writeReflection', text, shared: true });
    expect(answer(shared, hostEyes, { ask: 'reflections' }, textOf)).toEqual({
      ok: true,
      answer: [{ seat: 'aurelia', delegate: 'person-aurelia', text: 'less fear, said to the host' }],
    });
    expect(answer(shared, mine, { ask: 'myNotes' }, textOf)).toMatchObject({
      answer: { reflectionShared: true },
    });
    const taken = after(shared, delegateOf('aurelia'), { type: 'writeReflection', text: ref('less fear') });
    expect(answer(taken, hostEyes, { ask: 'reflections' }, textOf)).toEqual({ ok: true, answer: [] });
    for (const viewer of [mine, partner, { kind: 'observer' } as const])
      expect(answer(shared, viewer, { ask: 'reflections' }, textOf).ok).toBe(false);
    for (const state of [written, shared])
      expect(JSON.stringify(viewFor(state, mine, textOf))).not.toContain('less fear');
  });
});
