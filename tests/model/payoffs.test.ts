import { describe, expect, it } from 'vitest';
import { payoffParts } from '#shared/model/world.ts';
import { chanceFrom, roundOf } from './play.ts';
import { inputOf, pair, play, seat, tableOf } from './tables.ts';

const table = tableOf(12);

describe('a payoff', () => {
  it('is the score entries of its seat, component by component', () => {
    const long = tableOf(12, { steps: 2 });
    const played = play(long, roundOf(long.setting, long.world, chanceFrom(3)));
    for (const [index, payoff] of played.payoffs.entries()) {
      const score = played.entries.filter(
        (entry) => 'quantity' in entry && entry.quantity === 'score' && entry.at === index,
      );
      for (const part of payoffParts) {
        const sum = score.reduce(
          (total, entry) => total + (entry.reason === part && 'delta' in entry ? entry.delta : 0),
          0,
        );
        expect(Math.abs(sum)).toBe(Math.abs(payoff[part]));
      }
      expect(played.after.score[index]).toBe(payoff.total);
    }
  });

  it('counts the cost of an order once a round', () => {
    const order = inputOf({ verdania: { action: 'commit' }, savannah: { action: 'leave', bloc: 4 } });
    for (const steps of [1, 3]) {
      const { payoffs } = play(tableOf(12, { steps }), order);
      expect(payoffs[seat(table, 'verdania')]?.cost).toBe(45_000);
      expect(payoffs[seat(table, 'savannah')]?.cost).toBe(10_000);
    }
  });

  it('pays an answered dialogue less with the partner of the round before', () => {
    const talk = inputOf({
      aurelia: { action: 'dialogue', targets: ['meridia'] },
      meridia: { action: 'dialogue', targets: ['aurelia'] },
    });
    const first = play(table, talk);
    const again = play({ ...table, world: first.after }, talk);
    expect(first.after.engaged[pair(table, 'meridia', 'aurelia')]).toBe(1);
    expect(again.payoffs[0]?.dividend).toBeLessThan(0.5 * (first.payoffs[0]?.dividend ?? 0));
  });

  it('charges damage to its author', () => {
    const { entries } = play(table, inputOf({}));
    const author = seat(table, 'aurelia');
    const damage = entries.filter((entry) => entry.reason === 'damage' && entry.author === author);
    expect(damage.map(({ at }) => at)).toEqual([seat(table, 'meridia'), seat(table, 'boreas')]);
  });

  it('gives a camp’s members a club gain and protection, outsiders neither', () => {
    const together = play(table, inputOf({}));
    const apart = play({ ...table, world: { ...table.world, blocs: [] } }, inputOf({}));
    expect(together.payoffs[0]?.club).toBeGreaterThan(0);
    expect(together.payoffs[seat(table, 'straitport')]?.club).toBe(0);
    expect(apart.payoffs[0]?.club).toBe(0);
    expect(together.payoffs[0]?.loss).toBeLessThan(apart.payoffs[0]?.loss ?? 0);
  });

  it('from barriers vanishes if everyone closes', () => {
    const closed = { ...table.world, localization: table.world.localization.map(() => 1_000_000) };
    const alone = { ...table.world, localization: table.world.localization.with(1, 1_000_000) };
    const rent = (world: typeof closed) => play({ ...table, world }, inputOf({})).payoffs[1]?.rent ?? 0;
    expect(rent(closed)).toBeLessThan(0.6 * rent(alone));
  });

  it('divides dividends under the lock', () => {
    const order = inputOf({ verdania: { action: 'build-capacity', targets: ['savannah'] } });
    const locked = { ...table, world: { ...table.world, locked: true } };
    const at = seat(table, 'verdania');
    expect(play(locked, order).payoffs[at]?.dividend).toBeCloseTo(
      0.6 * (play(table, order).payoffs[at]?.dividend ?? 0),
      -1,
    );
  });
});
