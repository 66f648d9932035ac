/**
 * Since when each of those who are away now is away, by id: who was away before keeps the time, who has just gone gets `now`, who
 * is back is forgotten. Who counts as away is for the caller to say.
 */
export function awaySince(
  before: ReadonlyMap<string, number>,
  away: Iterable<string>,
  now: number,
): ReadonlyMap<string, number> {
  return new Map(Array.from(away, (id) => [id, before.get(id) ?? now]));
}
