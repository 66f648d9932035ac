import { describe, expect, it } from 'vitest';
import { answer } from '#shared/session/answer.ts';
import type { SessionState } from '#shared/session/vocabulary/state.ts';
import type { Viewer } from '#shared/session/vocabulary/actors.ts';
import { viewFor } from '#shared/session/view.ts';
import { after, decidingTable, delegateOf, fullTable, host, refusalOf } from './table.ts';

/** The text of every note is its own id. */
const textOf = (id: string) => id;
const ref = (id: string) => ({ id, digest: 'd'.repeat(64) });
const viewers: readonly Viewer[] = [
  { kind: 'observer' },
  { kind: 'delegate', seat: 'aurelia', delegate: 'person-aurelia' },
  { kind: 'participantAfterEnd', seat: 'aurelia' },
];

const marked = after(decidingTable(), host, { type: 'setBookmark', text: null });
const noted = after(marked, host, { type: 'noteBookmark', number: 1, text: ref('the turn') });
const two = after(noted, host, { type: 'setBookmark', text: ref('for me alone') });
const ended = after(two, host, { type: 'endSession' });
const asked = (state: SessionState, viewer: Viewer) => answer(state, viewer, { ask: 'bookmarks' }, textOf);

describe('a bookmark', () => {
  it('is set by the host while people play, with the round and the phase', () => {
    expect(asked(two, { kind: 'host' })).toEqual({
      ok: true,
      answer: [
        { number: 1, round: 1, phase: 'decision', note: 'the turn', shown: false },
        { number: 2, round: 1, phase: 'decision', note: 'for me alone', shown: false },
      ],
    });
    expect(refusalOf(fullTable(), host, { type: 'setBookmark', text: null })).toEqual({ code: 'wrongPhase' });
    expect(refusalOf(two, delegateOf('aurelia'), { type: 'setBookmark', text: null })).toEqual({
      code: 'notYourCommand',
    });
  });

  it('can be set in a pause and survives a step back', () => {
    const paused = after(decidingTable(), host, { type: 'pauseSession', remainingMs: 1000 });
    let state = after(paused, host, { type: 'setBookmark', text: null });
    state = after(state, host, { type: 'resumeSession' });
    while (state.rounds.length < 1) state = after(state, host, { type: 'closePhase', because: 'host' });
    expect(after(state, host, { type: 'stepBack' }).bookmarks).toEqual(state.bookmarks);
  });

  it('is the host’s alone until the host shows it', () => {
    for (const viewer of viewers) {
      expect(asked(ended, viewer)).toEqual({ ok: false, refusal: 'notYours' });
      for (const state of [two, ended]) {
        const seen = JSON.stringify(viewFor(state, viewer, textOf));
        expect(seen).not.toContain('the turn');
        expect(seen).not.toContain('for me alone');
      }
    }
  });

  it('once shown stands in everybody’s debrief with its line, and no longer once it is taken back', () => {
    const shown = after(ended, host, { type: 'showBookmark', number: 1, shown: true });
    for (const viewer of viewers) {
      const { debrief } = viewFor(shown, viewer, textOf).table;
      expect(debrief?.bookmarks).toEqual([
        { number: 1, round: 1, phase: 'decision', note: 'the turn', shown: true },
      ]);
    }
    const hidden = after(shown, host, { type: 'showBookmark', number: 1, shown: false });
    expect(viewFor(hidden, { kind: 'observer' }, textOf).table.debrief?.bookmarks).toEqual([]);
    expect(refusalOf(two, host, { type: 'showBookmark', number: 1, shown: true })).toEqual({
      code: 'wrongPhase',
    });
  });

  it('is gone when the host removes it; what is not there cannot be changed', () => {
    const removed = after(ended, host, { type: 'removeBookmark', number: 1 });
    expect(removed.bookmarks.map(({ number }) => number)).toEqual([2]);
    for (const command of [
      { type: 'removeBookmark', number: 1 },
      { type: 'noteBookmark', number: 1, text: null },
      { type: 'showBookmark', number: 1, shown: true },
    ] as const)
      expect(refusalOf(removed, host, command)).toEqual({ code: 'unknownBookmark' });
  });
});
