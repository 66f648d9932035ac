/**
 * Whole numbers near the given ones that add up to `total`: what rounding left over goes to the largest remainders. The one way
 * in which parts are rounded, so that what is shown adds up to what is shown.
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
