/**
 * Since when each absent person has been away, by id. Who was away before keeps their time, who has just left gets `now`, who is
 * back is dropped. The caller decides who counts as away.
 */
export function awaySince(
  before: ReadonlyMap<string, number>,
  away: Iterable<string>,
  now: number,
): ReadonlyMap<string, number> {
  return new Map(Array.from(away, (id) => [id, before.get(id) ?? now]));
}
