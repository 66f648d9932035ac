/** An integer in millionths of the unit range: 1_000_000 is 1. Every stored quantity of the world is one. */
export type Micro = number;

/** Millionths in one unit. */
export const MICRO = 1_000_000;

/** A stored integer as an ordinary number. */
export function toUnits(micro: Micro): number {
  return micro / MICRO;
}

/** The stored integer nearest to an ordinary number (halves round up). */
export function toMicro(units: number): Micro {
  return Math.floor(units * MICRO + 0.5);
}
