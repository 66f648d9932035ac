/** The item of a list at an index that must exist. Throws if it does not: that is a bug. */
export function at<Item>(list: readonly Item[], index: number): Item {
  const item = list[index];
  return item === undefined ? missed(index, list.length) : item;
}

/**
 * The number at an index of a numeric array. A function of its own, so that the engine sees one kind of array here and stays fast.
 */
export function num(numbers: Float64Array, index: number): number {
  const value = numbers[index];
  return value === undefined ? missed(index, numbers.length) : value;
}

/** The whole number at an index of an integer array. */
export function int(integers: Int32Array, index: number): number {
  const value = integers[index];
  return value === undefined ? missed(index, integers.length) : value;
}

/** A function of its own, so that the ones above are small enough to be inlined. */
function missed(index: number, length: number): never {
  throw new RangeError(`nothing at ${index} of ${length}`);
}
