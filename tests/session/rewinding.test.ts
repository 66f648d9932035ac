import { describe, expect, it } from 'vitest';
import type { SessionState } from '#shared/session/vocabulary/state.ts';
import { after, decidingTable, delegateOf, eventsOf, fullTable, host, refusalOf } from './table.ts';

const close = { type: 'closePhase', because: 'host' } as const;
const back = { type: 'stepBack' } as const;

function until(state: SessionState, phase: string, round: number): SessionState {
  let now = state;
  while (now.phase.name !== phase || !('round' in now.phase) || now.phase.round !== round)
    now = after(now, host, close);
  return now;
}

const started = after(fullTable(), host, { type: 'startSession' });

describe('stepping back', () => {
  it('goes to the start of the round whose orders are revealed', () => {
    const revealed = until(started, 'reveal', 2);
    const state = after(revealed, host, back);
    expect(state.phase).toMatchObject({ name: 'briefing', round: 2 });
    expect(state.world).toEqual(revealed.roundStarts[1]);
    expect(state.rounds).toHaveLength(1);
    expect(state.roundStarts).toHaveLength(2);
    expect(state.attempt).toBe(1);
  });

  it('goes to the round before while this one is undecided, and drops what is sealed', () => {
    let deciding = until(started, 'decision', 3);
    deciding = after(deciding, delegateOf('aurelia'), { type: 'sealOrders', order: { action: 'commit' } });
    const state = after(deciding, host, back);
    expect(state.phase).toMatchObject({ name: 'briefing', round: 2 });
    expect(state.rounds.map(({ round }) => round)).toEqual([1]);
    expect(state.sealed).toEqual({});
  });

  it('can go on, round by round, to the first', () => {
    const state = after(after(until(started, 'reveal', 2), host, back), host, back);
    expect(state.phase).toMatchObject({ name: 'briefing', round: 1 });
    expect(state.attempt).toBe(2);
    expect(state.world).toEqual(started.world);
    expect(refusalOf(state, host, back)).toEqual({ code: 'noEarlierRound' });
  });

  it('shows nobody the same dice again, in later rounds neither', () => {
    const state = until(after(until(started, 'reveal', 1), host, back), 'reveal', 2);
    expect(state.rounds.map(({ attempt }) => attempt)).toEqual([1, 1]);
  });

  it('keeps a pause, with the whole time of the phase it comes to', () => {
    const paused = after(until(started, 'review', 1), host, { type: 'pauseSession', remainingMs: 5 });
    const state = after(paused, host, back);
    if (state.phase.name !== 'briefing') throw new Error('not in the briefing');
    expect(state.paused).toEqual({ remainingMs: (state.phase.seconds ?? 0) * 1000 });
  });

  it('is not for delegates, and not after the end', () => {
    expect(refusalOf(decidingTable(), delegateOf('aurelia'), back)).toEqual({ code: 'notYourCommand' });
    expect(refusalOf(after(decidingTable(), host, { type: 'endSession' }), host, back)).toEqual({
      code: 'wrongPhase',
    });
  });

  it('can be played to the end from there', () => {
    let state = after(until(started, 'reveal', 3), host, back);
    for (let k = 0; state.phase.name !== 'ended' && k < 100; k++) state = after(state, host, close);
    expect(state.rounds.map(({ round }) => round)).toEqual([1, 2, 3, 4, 5]);
  });
});

describe('more time', () => {
  const more = { type: 'extendPhase', seconds: 60 } as const;

  it('lengthens the phase', () => {
    const state = decidingTable();
    const before = state.phase.name === 'decision' ? (state.phase.seconds ?? 0) : 0;
    expect(eventsOf(state, host, more)).toEqual([{ type: 'phaseExtended', seconds: 60 }]);
    expect(after(state, host, more).phase).toMatchObject({ seconds: before + 60 });
  });

  it('is added to what a pause has left', () => {
    const paused = after(decidingTable(), host, { type: 'pauseSession', remainingMs: 12_000 });
    expect(after(paused, host, { ...more, seconds: 180 }).paused).toEqual({ remainingMs: 192_000 });
  });

  it('needs a clock', () => {
    expect(refusalOf(decidingTable({ practice: true }), host, more)).toEqual({ code: 'noDeadline' });
  });
});
