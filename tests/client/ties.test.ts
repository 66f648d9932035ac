import { describe, expect, test } from 'vitest';
import type { View } from '#shared/session/views/tableView.ts';
import { viewFor } from '#shared/session/view.ts';
import { promisesOf } from '../../client/panels/agreements/deeds.ts';
import { tiesOf } from '../../client/panels/world/ties.ts';
import { a, agreed, b, c, close, d, restraint, restrict, seal, termsOf } from '../session/bargaining.ts';

const all = termsOf([restraint], { untilRound: 3 });
const seen = (state: Parameters<typeof viewFor>[0], seat: string | null): View =>
  viewFor(
    state,
    seat === null ? { kind: 'observer' } : { kind: 'delegate', seat, delegate: `person-${seat}` },
    () => null,
  );

describe('ties on the map', () => {
  test('are the public agreements in force, and one’s own secret ones', () => {
    const state = agreed([c, d], all, 'secret', agreed([a, b], all));
    expect(tiesOf(seen(state, a))).toEqual([{ a, b, secret: false }]);
    expect(tiesOf(seen(state, c))).toEqual([
      { a, b, secret: false },
      { a: c, b: d, secret: true },
    ]);
    expect(tiesOf(seen(state, null))).toEqual([{ a, b, secret: false }]);
  });

  test('are one per pair, and a star if there are many parties', () => {
    const twice = agreed([a, b], all, 'secret', agreed([a, b], all));
    expect(tiesOf(seen(twice, a))).toEqual([{ a, b, secret: false }]);
    expect(tiesOf(seen(agreed([a, b, c], all), a))).toHaveLength(3);
    expect(tiesOf(seen(agreed([b, a, c, d], all), a)).every((tie) => tie.a === b || tie.b === b)).toBe(true);
  });

  test('are not there before the term begins, nor after a breach', () => {
    expect(tiesOf(seen(agreed([a, b], termsOf([restraint], { fromRound: 2 })), a))).toEqual([]);
    expect(tiesOf(seen(close(seal(agreed([a, b], all), a, restrict(b))), a))).toEqual([]);
  });
});

describe('promise against deed', () => {
  test('counts what was kept, broken and runs, and brings the proof', () => {
    const broken = close(seal(agreed([a, c], all, 'public', agreed([a, b], all)), a, restrict(b)));
    expect(promisesOf(seen(broken, d), a)).toEqual({
      kept: 1,
      broken: 1,
      running: 1,
      breaches: [{ round: 1, towards: [b], clause: all.clauses[0], order: restrict(b) }],
    });
    expect(promisesOf(seen(broken, d), b)).toMatchObject({ kept: 0, broken: 0, running: 0, breaches: [] });
  });
});
