import { scenarioById } from '#shared/scenario/packs.ts';
import type { Scenario } from '#shared/scenario/schema.ts';

/** The scenario that fills a wall as a class of forty would: twelve states. */
export function twelveStates(): Scenario {
  const found = scenarioById('twelve-states');
  if (found === null) throw new Error('there is no scenario of twelve states');
  return found;
}

const parts = [
  { en: '', zh: '' },
  { en: ' North', zh: '北部' },
  { en: ' South', zh: '南部' },
  { en: ' Islands', zh: '群岛' },
] as const;

/** As many states as a scenario may have: those of the twelve and more beside them, in rows over the map. */
export function fortyStates(): Scenario {
  const twelve = twelveStates();
  const seats = parts.flatMap((part, turn) =>
    twelve.seats.map((seat) => ({
      ...seat,
      id: turn === 0 ? seat.id : `${seat.id}-${turn}`,
      name: { en: `${seat.name.en}${part.en}`, zh: `${seat.name.zh}${part.zh}` },
    })),
  );
  const placed = seats.slice(0, 40).map((seat, index) => ({
    ...seat,
    place: { x: 60 + (index % 8) * 180, y: 60 + Math.floor(index / 8) * 165 },
  }));
  return { ...twelve, id: 'forty-states', seats: placed };
}
