import { describe, expect, it } from 'vitest';
import { resolveScript } from '#shared/model/resolveScript.ts';

describe('a script', () => {
  it.each<[string, unknown, RegExp]>([
    ['is not an object', 7, /object/],
    ['has a key that means nothing', { wrong: 1 }, /wrong/],
    ['names an unknown scenario', { scenario: 'atlantis' }, /scenario: unknown scenario atlantis/],
    [
      'changes an unknown parameter',
      { parameters: { toString: 1 } },
      /parameters\.toString: no such parameter/,
    ],
    [
      'gives a parameter the wrong kind',
      { parameters: { scarred: 1 } },
      /parameters\.scarred: expects a boolean/,
    ],
    [
      'names an unknown seat',
      { rounds: [{ orders: { atlantis: { action: 'hold' } } }] },
      /rounds\.0\.orders\.atlantis/,
    ],
    [
      'names an unknown action',
      { rounds: [{ orders: { aurelia: { action: 'nuke' } } }] },
      /rounds\.0\.orders\.aurelia/,
    ],
    [
      'gives an illegal order',
      { rounds: [{}, { orders: { aurelia: { action: 'leave', bloc: 2 } } }] },
      /rounds\.1\.orders\.aurelia: notMember/,
    ],
    [
      'pledges twice between two',
      { rounds: [{ pledges: [{ between: ['aurelia', 'boreas'] }, { between: ['boreas', 'aurelia'] }] }] },
      /rounds\.0\.pledges\.1: one pledge per pair/,
    ],
    [
      'recognises what is no group',
      { rounds: [{ recognition: [{ field: 0, groups: [1, 3] }] }] },
      /recognition\.0/,
    ],
    ['has too few rows of trust', { opening: { trust: [[0]] } }, /opening\.trust/],
  ])('that %s is refused with the place of the fault', (_, script, fault) => {
    expect(() => resolveScript(script)).toThrow(fault);
  });

  it('may list its own seats and opening', () => {
    const seat = (id: string) => ({
      id,
      capability: 0.5,
      market: 0.5,
      dependence: 0.5,
      exposure: 0.5,
      rulemaking: 0.5,
      development: 0.5,
      position: 0,
    });
    const { seats, opening, rounds, constants } = resolveScript({
      seats: ['a', 'b', 'c'].map(seat),
      opening: { blocs: [{ kind: 'exclusive', side: 1, members: ['c', 'a'] }], seats: { b: { force: 0.9 } } },
      matrices: 'last',
      rounds: [{ event: 'cable-cut', orders: { b: { action: 'roll-back' } } }, {}],
    });
    expect(seats).toEqual(['a', 'b', 'c']);
    expect(constants['weight']).toEqual([1, 1, 1]);
    expect(opening).toMatchObject({
      round: 0,
      blocs: [{ id: 1, members: ['a', 'c'], depth: 0.25, dormant: false }],
    });
    expect(opening['seats']).toMatchObject({ force: [0.1, 0.9, 0.1], defence: [0.25, 0.25, 0.25] });
    expect(rounds.map((round) => 'trust' in round)).toEqual([false, true]);
  });

  it('without rounds prints the opening and final scores of nothing played', () => {
    const { rounds, finalScores } = resolveScript({});
    expect(rounds).toEqual([]);
    expect(new Set(finalScores).size).toBe(1);
  });
});
