/** Ends a switch over a union: a missing case does not compile, and an impossible value throws at run time. */
export function assertNever(value: never): never {
  throw new Error(`impossible value: ${JSON.stringify(value)}`);
}
