import { drawWord } from '../model/chance.ts';
import type { Chance } from '../session/views/sight.ts';

/**
 * Purposes of the bots' dice. Those of the rules are below 100, so a bot neither sees nor affects a die of the rules. [model D.5]
 */
const purposes = { order: 100, mix: 101, cast: 102 } as const;

/** The chance of one seat's bot in one round (counted from 1): the k-th call is the same for the same seed, round and seat. */
export function chanceFor(seed: number, round: number, seat: number): Chance {
  return sequence(seed, round, purposes.order, seat);
}

/** The chance that gives a session's seats their dispositions. */
export function mixChanceFor(seed: number): Chance {
  return sequence(seed, 0, purposes.mix, 0);
}

/** The chance that says which character goes on for a seat in one continuation of a fan. */
export function castChanceFor(run: number, seat: number): Chance {
  return sequence(run, 0, purposes.cast, seat);
}

function sequence(seed: number, round: number, purpose: number, seat: number): Chance {
  let call = 0;
  return () => {
    const word = drawWord(seed, round, purpose, seat, call);
    call += 1;
    return word / 4294967296;
  };
}
