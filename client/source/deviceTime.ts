/** This device's running time in ms: counts on whatever is done to its clock. Deadlines that are shown are in this time. */
export function deviceNow(): number {
  return performance.now();
}
