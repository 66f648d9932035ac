/** The words above and below the middle line reach so far from it, with the height of a name beside them. */
const WORDS = { above: 28, below: 42 } as const;

/**
 * The baseline of the own state's name beside its dot at `y`: on a phone it is as wide as the words at the middle, so it keeps off
 * them.
 */
export function ownNameAt(y: number, middle: number): number {
  const beside = y + 6;
  return y <= middle ? Math.min(beside, middle - WORDS.above) : Math.max(beside, middle + WORDS.below);
}
