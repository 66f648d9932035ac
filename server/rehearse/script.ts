import { drawWord } from '#shared/model/chance.ts';
import type { ActionId, Order } from '#shared/model/actions.ts';
import { at } from '#shared/lib/at.ts';

/** Given names from many countries; numbers follow when they run out. */
const names =
  'Ada Bo Chen Dina Emeka Fatou Goran Hana Ines Jun Kofi Lena Mei Nadia Omar Pia Quan Rosa Sami Tala Uma Vera Wen Yara Zoe'.split(
    ' ',
  );

/** The name of a scripted person, counted from 0. */
export function nameOf(person: number): string {
  const round = Math.floor(person / names.length);
  return `${at(names, person % names.length)}${round === 0 ? '' : ` ${round + 1}`}`;
}

/** Random numbers in [0, 1) of one scripted person; equal seeds give equal rehearsals as far as the network allows. */
export function chanceOf(seed: number, person: number): () => number {
  let count = 0;
  return () => drawWord(seed, count++, 0, person, 0) / 4294967296;
}

/** Cards that scripted people play if they are open; the last one always is. */
const cards: readonly ActionId[] = [
  'dialogue',
  'commit',
  'harden',
  'open-standards',
  'localize',
  'restrict',
  'hold',
];

/** An order from the open cards, with one other state as target if it needs one. */
export function orderFrom(
  open: readonly ActionId[],
  seats: readonly string[],
  seat: string,
  chance: () => number,
): Order {
  const possible = cards.filter((card) => open.includes(card));
  const action = possible[Math.floor(chance() * possible.length)] ?? 'hold';
  const others = seats.filter((other) => other !== seat);
  if (action === 'dialogue' || action === 'restrict') {
    return { action, targets: [at(others, Math.floor(chance() * others.length))] };
  }
  return action === 'commit' || action === 'harden' || action === 'open-standards' || action === 'localize'
    ? { action }
    : { action: 'hold' };
}
