import type { DialNow } from '#shared/wire/gatherings.ts';
import { dialState } from '../../panels/world/dialState.ts';
import { words } from '../../text/language.ts';

/** How a table of an event stands, in the words of its dial. */
export function stateOf({ stage, trail }: Pick<DialNow, 'stage' | 'trail'>): string {
  return dialState({ table: { stage, trail: { direction: trail } } });
}

/** How many tables stand how, from the predicament to good governance: the very words that the dials have. */
export function countedStates(tables: readonly Pick<DialNow, 'stage' | 'trail'>[]): readonly string[] {
  const { manyTables, play } = words.value;
  const { fallen, bands, reached } = play.dial;
  const found = Map.groupBy(tables, stateOf);
  return [fallen, ...bands, reached].flatMap((state) => {
    const count = found.get(state)?.length ?? 0;
    return count === 0 ? [] : [manyTables.wall.spread(count, state)];
  });
}
