import { expect, it } from 'vitest';
import { at } from '../../shared/lib/at.ts';
import { legalityOf } from '../../shared/model/legality.ts';
import { neutral, people } from './characters.ts';
import { goOn, run } from './lab.ts';
import { securitized, twoCamps } from './openings.ts';

const bench = { n: 12, seed: 3, changes: {} };
const arm = { play: people, rounds: 6, events: true };

it('plays the same game on the same bench, and another one with other dice', () => {
  expect(run(bench, arm).world).toEqual(run(bench, arm).world);
  expect(run({ ...bench, seed: 4 }, arm).world).not.toEqual(run(bench, arm).world);
});

it('goes on from the end of a run as if it had never stopped', () => {
  const whole = run(bench, arm);
  const half = run(bench, { ...arm, rounds: 3 });
  expect(goOn(bench, half, { ...arm, rounds: 3 }).world).toEqual(whole.world);
});

it('gives the same neutral orders whatever the world is like', () => {
  const orders = (opening: ReturnType<typeof twoCamps>) =>
    run(bench, { play: neutral, rounds: 5, opening }).rounds.map((round) => round.orders);
  expect(orders(securitized(0.3))).toEqual(orders(twoCamps(0.1, -0.05)));
});

it('plays only legal orders', () => {
  for (const play of [neutral, people]) {
    const { rounds, setting } = run(bench, { play, rounds: 6 });
    const before = [run(bench, { play, rounds: 0 }).world, ...rounds.map(({ world }) => world)];
    const faults = rounds.flatMap(({ orders }, index) =>
      orders.map((order, seat) => legalityOf(setting, at(before, index), seat, order)),
    );
    expect(faults.filter((fault) => fault !== null)).toEqual([]);
  }
});
