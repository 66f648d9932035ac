import { at } from '#shared/lib/at.ts';
import { drawWord } from '#shared/model/chance.ts';
import type { Treatment } from '#shared/session/vocabulary/treatments.ts';

/** In which treatments the tables of an event differ, and the seed by which they get one. */
export interface Treatments {
  readonly among: readonly Treatment[];
  readonly seed: number;
}

/**
 * The treatment of a table, by its number from 1. Tables get theirs in blocks, in the order in which they are laid: each block of as
 * many tables as there are treatments has every treatment once, in an order drawn for it from the seed. So the treatments are even
 * at any time, and nobody chooses.
 */
export function treatmentFor({ among, seed }: Treatments, table: number): Treatment {
  const block = Math.floor((table - 1) / among.length);
  return at(shuffled(among, seed, block), (table - 1) % among.length);
}

/** A block's own order of the treatments, each order equally likely. */
function shuffled(among: readonly Treatment[], seed: number, block: number): readonly Treatment[] {
  const left = [...among];
  return among.flatMap((_, place) => left.splice(drawWord(seed, block, 0, place, 0) % left.length, 1));
}
