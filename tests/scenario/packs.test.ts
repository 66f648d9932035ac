import { describe, expect, it } from 'vitest';
import { scenarioById, scenarioIds } from '../../shared/scenario/packs.ts';
import { type Bilingual, bilingual, type Scenario } from '../../shared/scenario/schema.ts';
import { worldEventIds } from '../../shared/model/world.ts';

function shipped(id: string): Scenario {
  const scenario = scenarioById(id);
  if (scenario === null) throw new Error(`no scenario ${id}`);
  return scenario;
}

/** Every bilingual text of a scenario. */
function textsOf(value: unknown): readonly Bilingual[] {
  if (typeof value !== 'object' || value === null) return [];
  const text = bilingual.safeParse(value);
  return text.success ? [text.data] : Object.values(value).flatMap(textsOf);
}

const words = (text: string) => text.split(/\s+/).length;
const signs = (text: string) => text.replaceAll(/\s/g, '').length;

it('knows no other scenario', () => {
  expect(scenarioById('atlantis')).toBeNull();
  expect(scenarioById('constructor')).toBeNull();
});

describe.each(scenarioIds)('%s', (id) => {
  const scenario = shipped(id);

  it('is found under its own id', () => {
    expect(scenario.id).toBe(id);
  });

  it('has Chinese in every Chinese text and none in an English one', () => {
    for (const { en, zh } of textsOf(scenario)) {
      expect(zh, en).toMatch(/\p{Script=Han}/u);
      expect(en).not.toMatch(/\p{Script=Han}/u);
    }
  });

  it.each(scenario.seats.map((seat) => [seat.id, seat] as const))(
    'briefs %s at readable length',
    (_, seat) => {
      expect(words(seat.brief.en)).toBeGreaterThanOrEqual(90);
      expect(words(seat.brief.en)).toBeLessThanOrEqual(150);
      expect(signs(seat.brief.zh)).toBeGreaterThanOrEqual(150);
      expect(signs(seat.brief.zh)).toBeLessThanOrEqual(250);
    },
  );

  it('names in its briefs only states that sit at the table', () => {
    const absent = shipped('twelve-states').seats.filter(
      (known) => !scenario.seats.some((seat) => seat.id === known.id),
    );
    for (const { name } of absent) {
      for (const text of textsOf(scenario)) {
        expect(text.en).not.toContain(name.en);
        expect(text.zh).not.toContain(name.zh);
      }
    }
  });

  it('tells its events by roles, not by states', () => {
    for (const event of scenario.events) {
      for (const { name } of scenario.seats) {
        expect(JSON.stringify(event)).not.toContain(name.en);
        expect(JSON.stringify(event)).not.toContain(name.zh);
      }
    }
    expect(scenario.events.map((event) => event.id)).toEqual([...worldEventIds]);
  });

  it('spaces its states on the map', () => {
    for (const [index, a] of scenario.seats.entries()) {
      expect(a.place.x).toBeGreaterThan(100);
      expect(a.place.x).toBeLessThan(1280);
      expect(a.place.y).toBeGreaterThan(100);
      expect(a.place.y).toBeLessThan(720);
      for (const b of scenario.seats.slice(index + 1)) {
        expect(Math.hypot(a.place.x - b.place.x, a.place.y - b.place.y)).toBeGreaterThanOrEqual(130);
      }
    }
  });

  it('gives the facilitator a script of a page', () => {
    expect(words(scenario.facilitatorNotes.en)).toBeGreaterThanOrEqual(150);
    expect(words(scenario.facilitatorNotes.en)).toBeLessThanOrEqual(250);
  });
});

/** Minutes of play in the time plans of the product. */
const playMinutes: Readonly<Record<string, number>> = { '5x3': 22, '6x3': 30, '8x2': 42 };

describe.each(
  scenarioIds.flatMap((id) => shipped(id).plans.map((plan) => [`${id} ${plan.id}`, plan] as const)),
)('plan %s', (_, plan) => {
  const round = Object.values(plan.seconds).reduce((sum, part) => sum + part, 0);

  it('plays as long as promised', () => {
    const expected = playMinutes[plan.id];
    if (expected === undefined) return;
    expect(round * plan.rounds + plan.firstRoundExtraSeconds).toBe(expected * 60);
  });

  it('keeps its phases within the usual lengths', () => {
    expect(plan.seconds.briefing).toBeGreaterThanOrEqual(15);
    expect(plan.seconds.briefing).toBeLessThanOrEqual(30);
    expect(plan.seconds.decision).toBeGreaterThanOrEqual(45);
    expect(plan.seconds.decision).toBeLessThanOrEqual(90);
    expect(plan.seconds.reveal).toBeLessThanOrEqual(40);
    expect(plan.seconds.negotiation).toBeGreaterThanOrEqual(60);
  });
});

it('offers the plans of the product, the default first', () => {
  expect(shipped('archipelago').plans.map((plan) => [plan.id, plan.minutes])).toEqual([['5x3', 45]]);
  expect(shipped('twelve-states').plans.map((plan) => plan.id)).toEqual(['6x3', '5x3', '8x2', '16x1']);
});
