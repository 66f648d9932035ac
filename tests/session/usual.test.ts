import { describe, expect, it } from 'vitest';
import { viewFor } from '#shared/session/view.ts';
import type { SessionState } from '#shared/session/vocabulary/state.ts';
import type { UsualScores } from '#shared/session/vocabulary/usual.ts';
import { after, decidingTable, emptyTable, host, refusalOf, server } from './table.ts';

const pace = {
  rounds: 3,
  seconds: { briefing: 0, negotiation: 0, decision: 30, reveal: 10, review: 0 },
} as const;
const close = { type: 'closePhase', because: 'host' } as const;

/** The same numbers for every seat: 10 more per round, half of the games within 5 points. */
function usualOf({ seats, basis }: SessionState): UsualScores {
  const rounds = Array.from({ length: basis.plan.rounds }, (_, round) => round + 1);
  const list = (add: number) =>
    Object.fromEntries(seats.map(({ id }) => [id, rounds.map((round) => round * 100 + add)]));
  return { games: 400, now: list(0), end: list(20), low: list(-30), high: list(70) };
}
const noted = (state: SessionState) => after(state, server, { type: 'noteUsual', usual: usualOf(state) });
const endingOf = (state: SessionState) =>
  viewFor(state, { kind: 'observer' }, () => null).table.ending?.seats ?? [];

describe('usual scores of a session at its own pace', () => {
  it('are not there before they are measured, and then measure every seat, with their spread', () => {
    let state = decidingTable({ pace });
    while (state.phase.name !== 'ended') state = after(state, host, close);
    expect(endingOf(state)[0]).toMatchObject({ par: null, range: null, nation: null, quadrant: null });
    for (const seat of endingOf(noted(state))) {
      expect(seat).toMatchObject({ par: 320, range: [270, 370], nation: seat.score - 320 });
      expect(seat.quadrant).not.toBeNull();
    }
  });

  it('cover the played rounds if the host ends early, and are absent before the first', () => {
    const start = noted(decidingTable({ pace }));
    expect(endingOf(after(start, host, { type: 'endSession' }))[0]?.par).toBeNull();
    const revealed = after(start, host, close);
    expect(endingOf(after(revealed, host, { type: 'endSession' }))[0]).toMatchObject({
      par: 120,
      range: [70, 170],
    });
  });

  it('say while one plays what the seat usually has by now', () => {
    const revealed = after(noted(decidingTable({ pace })), host, close);
    const viewer = { kind: 'delegate', seat: 'aurelia', delegate: 'd-aurelia' } as const;
    expect(viewFor(revealed, viewer, () => null).own?.usual).toBe(100);
  });

  it('leave the pars of the scenario in force, and lend them their spread', () => {
    let state = noted(decidingTable({ openDeck: false }));
    while (state.phase.name !== 'ended') state = after(state, host, close);
    const par = state.basis.plan.pars?.['aurelia'] ?? 0;
    expect(endingOf(state)[0]).toMatchObject({ par: Math.round(par * 10), range: [470, 570] });
  });

  it('take the place of the pars where all cards are open from the start', () => {
    let state = noted(decidingTable({ openDeck: true }));
    while (state.phase.name !== 'ended') state = after(state, host, close);
    expect(endingOf(state)[0]).toMatchObject({ par: 520, range: [470, 570] });
  });
});

describe('noting usual scores', () => {
  it('is the server’s, once, and of this session', () => {
    const state = decidingTable({ pace });
    const usual = usualOf(state);
    expect(refusalOf(state, host, { type: 'noteUsual', usual })).toEqual({ code: 'notYourCommand' });
    expect(refusalOf(emptyTable(), server, { type: 'noteUsual', usual })).toEqual({ code: 'wrongPhase' });
    expect(refusalOf(noted(state), server, { type: 'noteUsual', usual })).toEqual({ code: 'usualKnown' });
    const { aurelia: _one, ...others } = usual.now;
    for (const wrong of [
      { ...usual, now: others },
      { ...usual, end: { ...usual.end, aurelia: [1] } },
    ])
      expect(refusalOf(state, server, { type: 'noteUsual', usual: wrong })).toEqual({ code: 'unknownSeat' });
  });
});
