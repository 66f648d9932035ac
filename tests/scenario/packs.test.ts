import { describe, expect, it } from 'vitest';
import {
  defaultScenarioIds,
  offTheDefaultList,
  scenarioById,
  scenarioIds,
} from '../../shared/scenario/packs.ts';
import { type Bilingual, bilingual, type Scenario } from '../../shared/scenario/schema.ts';
import { bothOf } from '../support/remark.ts';

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

/** The defence that the objective of the same name requires. */
const SHIELD = 0.45;

/** Contains a name of two characters without naming anybody. */
const DEVELOPING = '发展中国家';

const words = (text: string) => text.split(/\s+/).length;
const signs = (text: string) => text.replaceAll(/\s/g, '').length;

it('offers every scenario by default except the real table', () => {
  expect(offTheDefaultList).toEqual(['real-table']);
  expect([...defaultScenarioIds, ...offTheDefaultList]).toEqual([...scenarioIds]);
});

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

  it('names only states that sit at its table', () => {
    const everybody = scenarioIds.flatMap((other) => shipped(other).seats);
    const absent = everybody.filter((known) => !scenario.seats.some((seat) => seat.id === known.id));
    for (const { name } of absent) {
      for (const text of textsOf(scenario)) {
        expect(text.en).not.toContain(name.en);
        expect(text.zh.replaceAll(DEVELOPING, '')).not.toContain(name.zh);
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
  });

  it('says of every seat and every event where it comes from', () => {
    for (const { provenance } of scenario.seats) expect(bothOf(provenance).en).toMatch(/invented|\b20\d\d\b/);
    for (const { source } of scenario.events) expect(bothOf(source).en).toMatch(/invented|cai-zhang/);
  });

  it('gives every remark on a source in both languages', () => {
    const { provenance, seats, events } = scenario;
    const remarks = [
      provenance,
      ...seats.map((seat) => seat.provenance),
      ...events.map(({ source }) => source),
    ];
    for (const remark of remarks) expect(bothOf(remark).zh).toMatch(/\p{Script=Han}/u);
  });

  it('gives nobody a shield that its opening already exceeds', () => {
    for (const seat of scenario.seats) {
      if (seat.objectives.includes('shield')) expect(seat.defence, seat.id).toBeLessThanOrEqual(SHIELD);
    }
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
  for (const id of ['two-conventions', 'supply-lines', 'real-table']) {
    expect(shipped(id).plans.map((plan) => [plan.id, plan.minutes])).toEqual([
      ['6x3', 60],
      ['8x2', 90],
    ]);
  }
});

describe('two conventions', () => {
  const { opening } = shipped('two-conventions');

  it('opens with two groups of the first field, one on each side, that can still be coordinated', () => {
    const groups = opening.blocs.filter((bloc) => bloc.kind === 'functional');
    expect(groups.map(({ field, side }) => [field, side])).toEqual([
      [0, 1],
      [0, -1],
    ]);
    for (const group of groups) expect(group.members.length).toBeGreaterThan(1);
    expect(opening.blocs.every((bloc) => bloc.kind === 'functional' || bloc.members.length === 1)).toBe(true);
  });
});

describe('supply lines', () => {
  it('opens with more restrictions a seat and higher walls around data than the twelve states', () => {
    const supply = shipped('supply-lines');
    const twelve = shipped('twelve-states');
    const restricted = ({ opening, seats }: Scenario) =>
      opening.restrictions.reduce((sum, { value }) => sum + value, 0) / seats.length;
    const localized = ({ seats }: Scenario) =>
      seats.reduce((sum, { localization }) => sum + localization, 0) / seats.length;
    expect(restricted(supply)).toBeGreaterThan(restricted(twelve));
    expect(localized(supply)).toBeGreaterThan(localized(twelve));
  });
});

describe('the real table', () => {
  const { opening, seats, events, facilitatorNotes } = shipped('real-table');

  it('orders its seats by the alphabet', () => {
    const names = seats.map(({ name }) => name.en);
    expect(names).toEqual(names.toSorted());
  });

  it.each(seats.map((seat) => [seat.id, bothOf(seat.provenance).en] as const))(
    'gives sources and years for the numbers of %s',
    (_, provenance) => {
      for (const source of [
        'NCPI 2020',
        'GCI 2018',
        'FOTN 2019',
        'Online',
        'GDP PPP',
        'UNGA ideal point 2019',
        'Cyber code',
      ]) {
        expect(provenance).toContain(source);
      }
    },
  );

  it('states positions as declared ones, and of all seats alike', () => {
    for (const { brief } of seats) {
      expect(brief.en).toMatch(/^Declared position: /);
      expect(brief.en).toContain('Red line for this session: ');
      expect(brief.zh).toMatch(/^公开主张：/);
    }
  });

  it('gives every event two readings and a mark of confidence', () => {
    for (const { text, source } of events) {
      expect(text.en).toMatch(/One reading: .+ Another: /);
      expect(text.zh).toMatch(/一种解读：.+另一种：/);
      expect(bothOf(source).en).toMatch(/confidence (high|medium|low)/);
      expect(bothOf(source).zh).toMatch(/可信度[高中低]/);
    }
  });

  it('closes no camp deeper than the other', () => {
    const depths = opening.blocs.flatMap((bloc) => (bloc.kind === 'exclusive' ? [bloc.depth] : []));
    expect(new Set(depths).size).toBe(1);
  });

  it('tells the host what the numbers are', () => {
    expect(facilitatorNotes.en).toContain('do not rate governments');
    expect(facilitatorNotes.zh).toContain('不给政府打分');
  });
});
