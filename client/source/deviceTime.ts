/** This device's running time in ms: it continues whatever happens to the clock. Displayed deadlines are in this time. */
export function deviceNow(): number {
  return performance.now();
}
