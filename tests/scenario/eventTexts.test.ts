import { describe, expect, test } from 'vitest';
import { at } from '#shared/lib/at.ts';
import { effectsOf } from '#shared/model/eventDeck.ts';
import type { DeckEvent } from '#shared/model/world.ts';
import { scenarioById, scenarioIds } from '#shared/scenario/packs.ts';
import type { Scenario } from '#shared/scenario/schema.ts';
import { openingWorld, settingOf } from '#shared/scenario/setting.ts';
import { inputOf, play } from '../model/tables.ts';

const shipped = scenarioIds.map((id): Scenario => {
  const scenario = scenarioById(id);
  if (scenario === null) throw new Error(`no scenario ${id}`);
  return scenario;
});

/** A state with this trust in another, in points, as the texts take for an example. */
const EXAMPLE = 40;

/** The numbers that a sentence must say for effects of these sizes, in points. */
function numbersOf(event: DeckEvent): readonly string[] {
  return effectsOf(event).flatMap((effect) => {
    if (effect.kind === 'blame') return [];
    const size = Math.abs(effect.amount) / 10_000;
    if (effect.kind === 'shock') return [`${size / 2}`, `${size}`];
    if (effect.kind !== 'trust') return [`${size}`];
    const share = effect.amount / 1_000_000;
    const after = share > 0 ? EXAMPLE + share * (100 - EXAMPLE) : EXAMPLE * (1 + share);
    return [`${EXAMPLE}`, `${Math.round(after * 10) / 10}`];
  });
}

function numbersIn(text: string): readonly string[] {
  return text.match(/\d+(?:\.\d+)?/g) ?? [];
}

describe('what an event changes', () => {
  test.each(shipped)(
    '$id says the sizes of the rules, all of them and no other, in both languages',
    (scenario) => {
      const { deck = [] } = settingOf(scenario, at(scenario.plans, 0));
      expect(deck).toHaveLength(scenario.events.length);
      for (const event of deck) {
        const sizes = numbersOf(event).toSorted();
        const text = scenario.events.find(({ id }) => id === event.id)?.mechanism;
        expect(numbersIn(text?.en ?? '').toSorted(), event.id).toEqual(sizes);
        expect(numbersIn(text?.zh ?? '').toSorted(), event.id).toEqual(sizes);
      }
    },
  );

  test.each(shipped.flatMap((scenario) => scenario.plans.map((plan) => ({ scenario, plan }))))(
    'fades as it says, $scenario.id $plan.id: each round takes at least half of what is left',
    ({ scenario, plan }) => {
      const setting = settingOf(scenario, plan);
      const wave = scenario.events.find(({ id }) => id === 'ransomware-wave');
      expect(wave?.mechanism.en).toContain('each round takes at least half of what is left');
      expect(wave?.mechanism.zh).toContain('每过一轮，剩下的至少再减一半');
      const opening = openingWorld(scenario, setting);
      const struck = play(
        { setting, world: opening },
        inputOf({}, { events: [{ id: 'ransomware-wave' }] }),
      ).after;
      const later = play({ setting, world: struck }, inputOf({})).after;
      for (const seat of setting.seats.keys()) {
        expect(at(struck.shock, seat)).toBeGreaterThan(0);
        expect(at(later.shock, seat)).toBeLessThanOrEqual(at(struck.shock, seat) / 2 + 1);
      }
    },
  );
});
