/**
 * Rounds numbers so that they add up to `total`: whatever rounding leaves over goes to the largest remainders. Every sum on screen
 * is rounded this way, so its parts add up to it.
 */
export function apportion(values: readonly number[], total: number): readonly number[] {
  const floors = values.map((value) => Math.floor(value));
  let left = total - floors.reduce((sum, value) => sum + value, 0);
  const byRemainder = values
    .map((value, index) => ({ index, remainder: value - Math.floor(value) }))
    .toSorted((a, b) => b.remainder - a.remainder);
  while (left !== 0 && byRemainder.length > 0) {
    const step = Math.sign(left);
    const order = step > 0 ? byRemainder : byRemainder.toReversed();
    for (const { index } of order) {
      if (left === 0) break;
      floors[index] = (floors[index] ?? 0) + step;
      left -= step;
    }
  }
  return floors;
}
