import { describe, expect, it } from 'vitest';
import { answer } from '#shared/session/answer.ts';
import { brokenPromises } from '#shared/session/findings/broken.ts';
import { pivotalOf } from '#shared/session/findings/pivotal.ts';
import { viewFor } from '#shared/session/view.ts';
import type { SessionState } from '#shared/session/vocabulary/state.ts';
import { agreed, a, b, c, close, restraint, restrict, seal, table, termsOf, toNext } from './bargaining.ts';
import { after, host } from './table.ts';

const end = (state: SessionState): SessionState => after(state, host, { type: 'endSession' });
const momentsOf = (state: SessionState) =>
  viewFor(state, { kind: 'observer' }, () => null).table.ending?.moments ?? [];

/** Two states promise restraint; in the second round the first one restricts the second. */
function betrayed(secrecy: 'public' | 'secret' = 'public'): SessionState {
  const promised = agreed([a, b], termsOf([restraint], { untilRound: 4 }), secrecy);
  const second = toNext(promised);
  return toNext(close(seal(second, a, restrict(b))));
}

/** The weighted mean trust of all others in the first state, in micro-units. */
function standingOf({ basis, world, seats }: SessionState): number {
  const others = basis.setting.seats.map(({ weight }, index) => ({ weight, index })).slice(1);
  const sum = others.reduce(
    (all, { weight, index }) => all + weight * (world.trust[index * seats.length] ?? 0),
    0,
  );
  return sum / others.reduce((all, { weight }) => all + weight, 0);
}

describe('the promise that broke', () => {
  it('is a moment, with who, towards whom, in which words and how much it cost', () => {
    const state = end(betrayed());
    const moment = momentsOf(state).find(({ broken }) => broken !== null);
    expect(moment?.round).toBe(2);
    expect(moment?.broken).toMatchObject({ by: a, towards: [b], clauses: [restraint], secret: false });
    expect(moment?.broken).toMatchObject({ trust: -31, standing: -33 });
    expect(momentsOf(state).length).toBeLessThanOrEqual(3);
  });

  it('costs what the ledger says: the loss is part of the fall of its standing in that round', () => {
    const state = betrayed();
    const [broken] = brokenPromises(state);
    const before = state.roundStarts[1];
    const fall =
      standingOf({ ...state, world: state.roundStarts[2] ?? state.world }) -
      standingOf({ ...state, world: before ?? state.world });
    expect(fall).toBeLessThan(0);
    expect(broken?.standing).toBeLessThan(0);
    expect(broken?.standing).toBeGreaterThan(fall * 2);
  });

  it('adds a moment if its round has none, in place of the least important one', () => {
    const state = end(betrayed());
    if (state.phase.name !== 'ended') throw new Error('not ended');
    const [some] = state.phase.moments;
    if (some === undefined) throw new Error('no moment');
    const others = (['firstRound', 'steepestFall', 'steepestRise'] as const).map((kind, index) => ({
      ...some,
      kind,
      round: [1, 3, 4][index] ?? 0,
    }));
    const elsewhere = { ...state, rounds: [...state.rounds], phase: { ...state.phase, moments: others } };
    expect(momentsOf(elsewhere).map(({ round, kind }) => [round, kind])).toEqual([
      [2, 'promiseBroke'],
      [3, 'steepestFall'],
      [4, 'steepestRise'],
    ]);
  });

  it('is told of a secret promise too, once the session has ended, and named as secret', () => {
    const moment = momentsOf(end(betrayed('secret'))).find(({ broken }) => broken !== null);
    expect(moment?.broken).toMatchObject({ by: a, secret: true });
  });

  it('is not told where all promises were kept', () => {
    const kept = end(toNext(agreed([a, b, c], termsOf([restraint]))));
    expect(momentsOf(kept).every(({ broken, kind }) => broken === null && kind !== 'promiseBroke')).toBe(
      true,
    );
  });

  it('appears with the pivotal order that broke it', () => {
    const { top } = pivotalOf(end(betrayed()));
    expect(top.find(({ seat, round }) => seat === a && round === 2)?.broken).toMatchObject({ towards: [b] });
  });

  it('leaves the recorded end as it is: a record of any age tells of it', () => {
    const state = end(betrayed());
    const recorded = state.phase.name === 'ended' ? state.phase.moments : [];
    expect(recorded.every((moment) => !('broken' in moment))).toBe(true);
  });
});

describe('who paid', () => {
  it('adds up each state’s orders, in the order of the table, against doing nothing', () => {
    const state = end(betrayed());
    const paid = answer(state, { kind: 'observer' }, { ask: 'paid' });
    if (!paid.ok) throw new Error(paid.refusal);
    expect(paid.answer.map(({ seat }) => seat)).toEqual(state.seats.map(({ id }) => id));
    const [first, second] = paid.answer;
    expect(first?.rounds).toMatchObject([{ round: 2, order: restrict(b) }]);
    expect(first?.world).toBe(first?.rounds[0]?.world);
    expect(first?.world).toBeLessThan(0);
    expect(second).toMatchObject({ own: 0, world: 0, rounds: [] });
  });

  it('gives the very numbers that the state saw at its reveal', () => {
    const state = betrayed();
    const viewer = { kind: 'delegate', seat: a, delegate: `d-${a}` } as const;
    const seen = answer(state, viewer, { ask: 'effect', round: 2 });
    const paid = answer(end(state), { kind: 'observer' }, { ask: 'paid' });
    if (!paid.ok || !seen.ok) throw new Error('no answer');
    expect(paid.answer[0]).toMatchObject({ own: seen.answer.you, world: seen.answer.world });
  });

  it('is told to nobody while the session runs', () => {
    expect(answer(table, { kind: 'host' }, { ask: 'paid' })).toMatchObject({ ok: false, refusal: 'notNow' });
  });
});
