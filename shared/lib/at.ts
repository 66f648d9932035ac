/** The item of a list at an index that must exist; throws where it does not, for a miss is a fault of ours. */
export function at<Item>(list: readonly Item[], index: number): Item {
  const item = list[index];
  return item === undefined ? missed(index, list.length) : item;
}

/** The number at an index of a numeric array. Apart from `at`, so that each keeps to one kind of array and stays fast. */
export function num(numbers: Float64Array, index: number): number {
  const value = numbers[index];
  return value === undefined ? missed(index, numbers.length) : value;
}

/** The whole number at an index of an integer array. */
export function int(integers: Int32Array, index: number): number {
  const value = integers[index];
  return value === undefined ? missed(index, integers.length) : value;
}

/** Apart, so that those above are small enough to be inlined wherever they are called. */
function missed(index: number, length: number): never {
  throw new RangeError(`nothing at ${index} of ${length}`);
}
