import { isReferenceEvent } from '../model/eventDeck.ts';
import { WRITTEN_EVENT } from '../model/world.ts';
import type { ScenarioFault } from './faultWords.ts';
import { fault, repeated } from './faults.ts';
import type { Scenario } from './schema.ts';

type ScenarioEvent = Scenario['events'][number];

/** The faults in the events of a scenario and in the deck that they make. */
export function eventFaults({ events }: Scenario): readonly ScenarioFault[] {
  const faults = repeated(
    events.map((event) => event.id),
    (index) => `events[${index}].id`,
    'event',
  );
  const isDeck = events.some(({ tone, weight }) => tone !== undefined || weight !== undefined);
  for (const [index, event] of events.entries()) {
    faults.push(...effectFaults(event, `events[${index}]`));
    if (isDeck) faults.push(...weightFaults(event, `events[${index}]`));
  }
  return isDeck ? [...faults, ...balanceFaults(events)] : faults;
}

function effectFaults({ id, effects }: ScenarioEvent, path: string): readonly ScenarioFault[] {
  if (id === WRITTEN_EVENT) return [fault(`${path}.id`, 'writtenEvent', { event: id }, 'otherId')];
  if (isReferenceEvent(id)) {
    if (effects === undefined) return [];
    return [fault(`${path}.effects`, 'fixedEffects', { event: id }, 'removeEffects')];
  }
  if (effects === undefined) return [fault(`${path}.effects`, 'noEffects', { event: id }, 'giveEffects')];
  return effects.flatMap((effect, index) =>
    effect.kind !== 'blame' && effect.amount === 0
      ? [fault(`${path}.effects[${index}].amount`, 'emptyEffect', {}, 'sizeEffect')]
      : [],
  );
}

function weightFaults({ id, tone, weight }: ScenarioEvent, path: string): readonly ScenarioFault[] {
  const event = id;
  return [
    ...(weight === undefined ? [fault(`${path}.weight`, 'noWeight', { event }, 'weighAll')] : []),
    ...(tone === undefined ? [fault(`${path}.tone`, 'noTone', { event }, 'writeTone')] : []),
  ];
}

function balanceFaults(events: readonly ScenarioEvent[]): readonly ScenarioFault[] {
  const sum = (tone: string) =>
    events.reduce((all, event) => (event.tone === tone ? all + (event.weight ?? 0) : all), 0);
  const [hopeful, grim] = [sum('hopeful'), sum('grim')];
  return hopeful === grim ? [] : [fault('events', 'unequalTones', { hopeful, grim }, 'evenTones')];
}
