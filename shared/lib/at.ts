/** The item of a list at an index that must exist; throws where it does not, for a miss is a fault of ours. */
export function at<Item>(list: readonly Item[], index: number): Item {
  const item = list[index];
  if (item === undefined) throw new RangeError(`no item ${index} in a list of ${list.length}`);
  return item;
}

/** The number at an index of a numeric array. Apart from `at`, so that each keeps to one kind of array and stays fast. */
export function num(numbers: Float64Array, index: number): number {
  const value = numbers[index];
  if (value === undefined) throw new RangeError(`no number ${index} in an array of ${numbers.length}`);
  return value;
}
