import { scenarioById } from '#shared/scenario/packs.ts';
import type { Scenario } from '#shared/scenario/schema.ts';

/** A scenario as a teacher may write it: a shipped one under another name, whose last two states may be absent. */
export function ownPack(part: Partial<Scenario> = {}): Scenario {
  const shipped = scenarioById('archipelago');
  if (shipped === null) throw new Error('no scenario to start from');
  const seats = shipped.seats.map((seat) => ({ ...seat, brief: { en: 'Speak up.', zh: '请发言。' } }));
  return {
    ...shipped,
    id: 'harbour-town',
    title: { en: 'Harbour town', zh: '港城' },
    seats,
    leaveOut: ['savannah', 'straitport'],
    ...part,
  };
}
