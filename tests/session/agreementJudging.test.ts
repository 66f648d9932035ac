import { describe, expect, it } from 'vitest';
import type { Clause } from '#shared/session/vocabulary/clauses.ts';
import {
  a,
  agreed,
  b,
  c,
  close,
  d,
  judged,
  latest,
  restraint,
  restrict,
  seal,
  table,
  termsOf,
  toNext,
} from './bargaining.ts';
import { after, delegateOf } from './table.ts';

describe('clauses', () => {
  it('mutual restraint is broken by a measure against a party only', () => {
    expect(judged(restraint, { [a]: restrict(b) })).toEqual({
      status: 'breached',
      outcome: 'breached',
      broken: [[a, b]],
      pledges: 3,
    });
    expect(judged(restraint, { [a]: restrict(d) }).outcome).toBe('kept');
    expect(judged(restraint, { [a]: { action: 'build-force', targets: [c] } }).broken).toEqual([[a, c]]);
    expect(judged(restraint, { [a]: { action: 'build-force' } }).outcome).toBe('kept');
  });

  it('no listing is broken by restricting anybody', () => {
    expect(judged({ kind: 'noListing' }, { [a]: restrict(d) }).broken).toEqual([[a, b, c]]);
    expect(judged({ kind: 'noListing' }, { [d]: restrict(a) }).outcome).toBe('kept');
  });

  it('refraining is judged by act and aim', () => {
    const refrain = (
      action: 'restrict' | 'localize' | 'build-force' | 'join-exclusive',
      against: string,
    ): Clause => ({
      kind: 'refrain',
      action,
      against,
    });
    expect(judged(refrain('restrict', 'parties'), { [a]: restrict(d) }).outcome).toBe('kept');
    expect(judged(refrain('restrict', 'parties'), { [a]: restrict(b) }).broken).toEqual([[a, b]]);
    expect(judged(refrain('restrict', d), { [a]: restrict(d) }).broken).toEqual([[a, b, c]]);
    expect(judged(refrain('localize', 'anyone'), { [b]: { action: 'localize' } }).broken).toEqual([
      [b, a, c],
    ]);
    expect(judged(refrain('build-force', 'anyone'), { [b]: { action: 'build-force' } }).outcome).toBe(
      'breached',
    );
    expect(judged(refrain('join-exclusive', 'anyone'), { [c]: { action: 'join-exclusive' } }).outcome).toBe(
      'breached',
    );
  });

  it('a deed is idle until it is done or due', () => {
    const commit: Clause = { kind: 'carryOut', action: 'commit', towards: null, byRound: 2 };
    expect(judged(commit, {})).toMatchObject({ status: 'inForce', outcome: 'idle', pledges: 0 });
    expect(judged(commit, { [a]: { action: 'commit' } })).toMatchObject({ outcome: 'kept', pledges: 2 });
    expect(judged({ ...commit, byRound: 1 }, { [a]: { action: 'commit' } }).broken).toEqual([
      [b, a, c],
      [c, a, b],
    ]);
    const talk: Clause = { kind: 'carryOut', action: 'dialogue', towards: d, byRound: 1 };
    const all = { action: 'dialogue', targets: [d] } as const;
    expect(judged(talk, { [a]: all, [b]: all, [c]: all })).toMatchObject({
      status: 'inForce',
      outcome: 'kept',
    });
  });

  it('what was done in an earlier round is not owed again', () => {
    const commit: Clause = { kind: 'carryOut', action: 'commit', towards: null, byRound: 2 };
    const both = [a, b].reduce(
      (so, seat) => seal(so, seat, { action: 'commit' }),
      agreed([a, b], termsOf([commit])),
    );
    const end = toNext(toNext(both));
    expect(latest(end)).toMatchObject({
      status: 'kept',
      judgements: [{ outcome: 'kept' }, { outcome: 'idle' }],
    });
  });

  it('recognition signs for both groups while a member of each is a party', () => {
    const blocs = [
      {
        id: 70,
        kind: 'functional',
        side: 1,
        field: 1,
        members: [0],
        age: 0,
        coordination: 0,
        coordinated: false,
      },
      {
        id: 71,
        kind: 'functional',
        side: -1,
        field: 1,
        members: [1],
        age: 0,
        coordination: 0,
        coordinated: false,
      },
    ] as const;
    const world = { ...table, world: { ...table.world, blocs, nextBloc: 72 } };
    const clause: Clause = { kind: 'recognition', field: 1, groups: [70, 71] };
    const done = close(agreed([a, b], termsOf([clause]), 'public', world));
    expect(done.rounds[0]?.recognitions).toEqual([{ field: 1, groups: [70, 71] }]);
    const outside = close(agreed([a, c], termsOf([clause]), 'public', world));
    expect(outside.rounds[0]?.recognitions).toEqual([]);
    expect(latest(close(toNext(done))).status).toBe('expired');
    const open = agreed([a, c], termsOf([clause]), 'public', world, 'open');
    const joined = after(open, delegateOf(b), { type: 'joinAgreement', agreement: latest(open).id });
    const first = close(joined);
    expect(first.rounds[0]?.recognitions, 'who joins is bound from the next round on').toEqual([]);
    expect(close(toNext(first)).rounds[1]?.recognitions).toHaveLength(1);
  });
});
