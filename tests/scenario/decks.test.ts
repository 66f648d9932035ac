import { describe, expect, it } from 'vitest';
import { at } from '../../shared/lib/at.ts';
import { drawEvent } from '../../shared/model/chance.ts';
import { effectsOf, referenceDeck } from '../../shared/model/eventDeck.ts';
import { worldEventIds, type DeckEvent } from '../../shared/model/world.ts';
import { scenarioById, scenarioIds } from '../../shared/scenario/packs.ts';
import type { Scenario } from '../../shared/scenario/schema.ts';
import { settingOf } from '../../shared/scenario/setting.ts';
import { bothOf } from '../support/remark.ts';

/** The requirements of the table of named mechanisms, besides the reference deck. */
const named = [
  'expert-report',
  'dialogue-suspended',
  'route-leak',
  'alternative-root',
  'platform-walls',
  'open-summit',
  'contact-directory',
  'permanent-mechanism',
];

/** Share of a shock that a seat of exposure .5 feels. */
const MEDIUM_EXPOSURE = 0.75;

const shipped = scenarioIds.map((id) => {
  const scenario = scenarioById(id);
  if (scenario === null) throw new Error(`no scenario ${id}`);
  return [id, scenario] as const;
});

function deckOf(scenario: Scenario): readonly DeckEvent[] {
  const { deck } = settingOf(scenario, at(scenario.plans, 0));
  if (deck === undefined) throw new Error(`${scenario.id} weighs no event`);
  return deck;
}

/** How far one event of a deck is expected to push the world, in points, at a table of that many seats of medium exposure. */
function expectedPush(deck: readonly DeckEvent[], seats: number): Readonly<Record<string, number>> {
  const push = { competition: 0, institutions: 0, regime: 0, opacity: 0, barrier: 0, trust: 0, shock: 0 };
  const all = deck.reduce((sum, { weight }) => sum + weight, 0);
  for (const event of deck) {
    for (const effect of effectsOf(event)) {
      if (effect.kind === 'blame') continue;
      const points = (event.weight * effect.amount) / all / 10_000;
      if (effect.kind === 'shockVictim') push.shock += points / seats;
      else push[effect.kind] += effect.kind === 'shock' ? points * MEDIUM_EXPOSURE : points;
    }
  }
  return push;
}

describe.each(shipped)('the deck of %s', (id, scenario) => {
  const { events } = scenario;
  const sum = (tone: string) =>
    events.reduce((all, event) => (event.tone === tone ? all + (event.weight ?? 0) : all), 0);

  it('has twelve events at least: the eight of the rules and those that the paper names', () => {
    const ids = events.map((event) => event.id);
    expect(ids.length).toBeGreaterThanOrEqual(12);
    expect(ids).toEqual(expect.arrayContaining([...worldEventIds, ...named]));
  });

  it('weighs hope and grimness the same', () => {
    expect(sum('hopeful')).toBeGreaterThan(0);
    expect(sum('hopeful')).toBe(sum('grim'));
  });

  it('pushes the world about as far as the reference deck', () => {
    const seats = scenario.seats.length;
    const ours = expectedPush(deckOf(scenario), seats);
    const reference = expectedPush(referenceDeck, seats);
    const table = Object.keys(ours).map((key) => [key, reference[key] ?? 0, ours[key] ?? 0] as const);
    console.info(
      `points an event, ${id}: ${table.map(([key, a, b]) => `${key} ${a.toFixed(2)} → ${b.toFixed(2)}`).join(', ')}`,
    );
    for (const [key, expected, found] of table) {
      expect(Math.abs(found - expected), key).toBeLessThanOrEqual(key === 'shock' ? 0.4 : 0.1);
    }
  });

  it('can draw every one of its events', () => {
    const setting = settingOf(scenario, at(scenario.plans, 0));
    const always = { ...setting, parameters: { ...setting.parameters, eventProb: 1 } };
    const drawn = Array.from({ length: 800 }, (_, seed) => drawEvent(always, seed, 1)?.id);
    expect(new Set(drawn)).toEqual(new Set(events.map((event) => event.id)));
  });
});

describe('real history', () => {
  it('carries two readings and a mark of confidence in both languages', () => {
    const [, real] = at(shipped, scenarioIds.indexOf('real-table'));
    for (const { text, source } of real.events) {
      expect(text.en).toContain('One reading:');
      expect(text.en).toContain('Another:');
      expect(text.zh).toContain('一种解读');
      expect(text.zh).toContain('另一种');
      expect(bothOf(source).en).toMatch(/confidence/);
      expect(bothOf(source).zh).toContain('可信度');
    }
  });
});
