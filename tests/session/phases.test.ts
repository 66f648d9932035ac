import { describe, expect, it } from 'vitest';
import type { SessionState } from '#shared/session/vocabulary/state.ts';
import {
  after,
  clock,
  decidingTable,
  delegateOf,
  emptyTable,
  eventsOf,
  fullTable,
  host,
  refusalOf,
} from './table.ts';

const close = { type: 'closePhase', because: 'host' } as const;

function playedToTheEnd(start: SessionState): SessionState {
  let state = start;
  for (let k = 0; state.phase.name !== 'ended'; k++) {
    if (k > 200) throw new Error('never ends');
    state = after(state, host, close);
  }
  return state;
}

describe('starting', () => {
  it('waits until every seat has somebody', () => {
    expect(refusalOf(emptyTable(), host, { type: 'startSession' })).toEqual({ code: 'seatsEmpty' });
  });

  it('is for the host', () => {
    expect(refusalOf(fullTable(), delegateOf('aurelia'), { type: 'startSession' })).toEqual({
      code: 'notYourCommand',
    });
  });

  it('opens the first round with its event and a deadline', () => {
    const state = after(fullTable(), host, { type: 'startSession' });
    expect(state.phase).toMatchObject({ name: 'briefing', round: 1 });
    expect(state.roundStarts).toHaveLength(1);
  });
});

describe('the phases of a round', () => {
  it('follow each other and end in a resolved round', () => {
    let state = after(fullTable(), host, { type: 'startSession' });
    const seen = [state.phase.name];
    while (state.rounds.length < 1 || state.phase.name !== 'briefing') {
      state = after(state, host, close);
      seen.push(state.phase.name);
    }
    expect(seen).toEqual(['briefing', 'negotiation', 'decision', 'reveal', 'review', 'briefing']);
    expect(state.world.round).toBe(1);
    expect(state.world.passes).toBe(3);
  });

  it('give the first negotiation more time', () => {
    const first = after(after(fullTable(), host, { type: 'startSession' }), host, close);
    const { plan } = first.basis;
    expect(first.phase).toMatchObject({
      name: 'negotiation',
      seconds: plan.seconds.negotiation + plan.firstRoundExtraSeconds,
    });
  });

  it('close early only while deciding', () => {
    const early = { type: 'closePhase', because: 'allSealed' } as const;
    const briefing = after(fullTable(), host, { type: 'startSession' });
    expect(refusalOf(briefing, clock, early)).toEqual({ code: 'wrongPhase' });
    expect(after(decidingTable(), clock, early).phase.name).toBe('reveal');
  });

  it('are two without a clock in practice', () => {
    const state = decidingTable({ practice: true });
    expect(state.phase).toEqual({ name: 'decision', round: 1, seconds: null });
    const next = after(after(state, host, close), host, close);
    expect(next.phase).toEqual({ name: 'decision', round: 2, seconds: null });
  });

  it('end after the last round with scores and moments', () => {
    const state = playedToTheEnd(after(fullTable(), host, { type: 'startSession' }));
    if (state.phase.name !== 'ended') throw new Error('not ended');
    expect(state.phase.because).toBe('lastRound');
    expect(state.rounds).toHaveLength(5);
    expect(state.phase.finalScores).toHaveLength(6);
    expect(state.phase.moments.length).toBeGreaterThan(0);
  });
});

describe('pausing', () => {
  it('stops everything but what the host may still do', () => {
    const paused = after(decidingTable(), host, { type: 'pauseSession', remainingMs: 12_000 });
    expect(paused.paused).toEqual({ remainingMs: 12_000 });
    expect(refusalOf(paused, clock, { type: 'closePhase', because: 'deadline' })).toEqual({
      code: 'sessionPaused',
    });
    expect(
      refusalOf(paused, delegateOf('aurelia'), { type: 'sealOrders', order: { action: 'commit' } }),
    ).toEqual({ code: 'sessionPaused' });
    expect(after(paused, host, { type: 'resumeSession' }).paused).toBeNull();
    expect(after(paused, host, { type: 'endSession' }).phase.name).toBe('ended');
  });

  it('is refused twice, and so is going on without a pause', () => {
    const paused = after(decidingTable(), host, { type: 'pauseSession', remainingMs: null });
    expect(refusalOf(paused, host, { type: 'pauseSession', remainingMs: null })).toEqual({
      code: 'sessionPaused',
    });
    expect(refusalOf(decidingTable(), host, { type: 'resumeSession' })).toEqual({ code: 'sessionNotPaused' });
  });
});

describe('after the end', () => {
  it('nothing more happens', () => {
    const ended = after(decidingTable(), host, { type: 'endSession' });
    expect(refusalOf(ended, host, close)).toEqual({ code: 'wrongPhase' });
    expect(eventsOf(decidingTable(), host, { type: 'endSession' }).map(({ type }) => type)).toEqual([
      'sessionEnded',
    ]);
  });
});
