import { isReferenceEvent } from '../model/eventDeck.ts';
import { WRITTEN_EVENT } from '../model/world.ts';
import { repeated, type ScenarioFault } from './faults.ts';
import type { Scenario } from './schema.ts';

type ScenarioEvent = Scenario['events'][number];

/** What is wrong with the events of a scenario and with the deck that they make. */
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
  if (id === WRITTEN_EVENT) {
    const message = `"${id}" stands for an event that a host writes; no scenario can use it.`;
    return [{ path: `${path}.id`, message, suggestion: 'Choose another id.' }];
  }
  if (isReferenceEvent(id)) {
    if (effects === undefined) return [];
    const message = `The rules fix what "${id}" does.`;
    return [{ path: `${path}.effects`, message, suggestion: 'Remove its effects, or give it another id.' }];
  }
  if (effects === undefined) {
    const message = `"${id}" is none of the eight events of the rules, so it must say what it does.`;
    return [{ path: `${path}.effects`, message, suggestion: 'Give it one to three effects.' }];
  }
  return effects.flatMap((effect, index) =>
    effect.kind !== 'blame' && effect.amount === 0
      ? [
          {
            path: `${path}.effects[${index}].amount`,
            message: 'An effect of 0 does nothing.',
            suggestion: 'Give it a size, or remove it.',
          },
        ]
      : [],
  );
}

function weightFaults({ id, tone, weight }: ScenarioEvent, path: string): readonly ScenarioFault[] {
  const faults: ScenarioFault[] = [];
  if (weight === undefined) {
    const message = `"${id}" has no weight while other events have one.`;
    faults.push({ path: `${path}.weight`, message, suggestion: 'Give every event a weight, or none.' });
  }
  if (tone === undefined) {
    const message = `"${id}" has no tone while the deck is weighted.`;
    faults.push({ path: `${path}.tone`, message, suggestion: 'Write "hopeful", "grim" or "neutral".' });
  }
  return faults;
}

function balanceFaults(events: readonly ScenarioEvent[]): readonly ScenarioFault[] {
  const sum = (tone: string) =>
    events.reduce((all, event) => (event.tone === tone ? all + (event.weight ?? 0) : all), 0);
  const [hopeful, grim] = [sum('hopeful'), sum('grim')];
  if (hopeful === grim) return [];
  const message = `The hopeful events weigh ${hopeful} together, the grim ones ${grim}; the two must be equal.`;
  return [{ path: 'events', message, suggestion: 'Change weights until the two sums are the same.' }];
}
