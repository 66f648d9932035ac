/** Closes a switch over a union: the compiler refuses a missing case, and at run time an impossible value throws. */
export function assertNever(value: never): never {
  throw new Error(`impossible value: ${JSON.stringify(value)}`);
}
