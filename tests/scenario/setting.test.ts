import { readFileSync } from 'node:fs';
import { checkScenario } from '../../shared/scenario/check.ts';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { MICRO } from '../../shared/model/micro.ts';
import type { World } from '../../shared/model/world.ts';
import { scenarioById } from '../../shared/scenario/packs.ts';
import type { Scenario } from '../../shared/scenario/schema.ts';
import { openingWorld, settingOf } from '../../shared/scenario/setting.ts';

function shipped(id: string): Scenario {
  const scenario = scenarioById(id);
  if (scenario === null) throw new Error(`no scenario ${id}`);
  return scenario;
}

function opened(id: string, planId: string) {
  return openedBy(shipped(id), planId);
}

function openedBy(scenario: Scenario, planId: string) {
  const plan = scenario.plans.find((candidate) => candidate.id === planId);
  if (plan === undefined) throw new Error(`no plan ${planId}`);
  const setting = settingOf(scenario, plan);
  return { setting, world: openingWorld(scenario, setting) };
}

/** A pack with the reference's opening: shipped packs have their own dials, trust and measures. [decision 0063] */
function withOpening(
  scenario: Scenario,
  { globals, restriction }: z.infer<typeof vectorSchema>['output']['opening'],
) {
  const { trustShift: _shift, ...opening } = scenario.opening;
  const place = (seat: string) => scenario.seats.findIndex(({ id }) => id === seat);
  return {
    ...scenario,
    opening: {
      ...opening,
      regime: globals['regime'] ?? 0,
      institutions: globals['institutions'] ?? 0,
      opacity: globals['opacity'] ?? 0,
      competition: globals['competition'] ?? 0,
      restrictions: opening.restrictions.map(({ from, to }) => {
        return { from, to, value: restriction[place(from)]?.[place(to)] ?? 0 };
      }),
    },
  };
}

const numbers = z.array(z.number());
const matrix = z.array(numbers);

/** The part of a frozen vector that an opening is compared with. */
const vectorSchema = z.object({
  output: z.object({
    seats: z.array(z.string()),
    constants: z.record(z.string(), numbers),
    opening: z.object({
      globals: z.record(z.string(), z.number()),
      seats: z.record(z.string(), numbers),
      blocs: z.array(z.looseObject({ members: z.array(z.string()) })),
      trust: matrix,
      restriction: matrix,
      barrier: matrix,
    }),
  }),
});

function vectorOf(name: string) {
  const text = readFileSync(new URL(`../model/vectors/${name}.json`, import.meta.url), 'utf8');
  return vectorSchema.parse(JSON.parse(text)).output;
}

const attributes = [
  'capability',
  'market',
  'dependence',
  'exposure',
  'rulemaking',
  'position',
  'weight',
] as const;

function expectNear(actual: readonly number[], expected: readonly number[]) {
  expect(actual).toHaveLength(expected.length);
  for (const [index, value] of expected.entries()) {
    expect(Math.abs((actual[index] ?? Number.NaN) - value)).toBeLessThanOrEqual(1e-6);
  }
}

const units = (stored: readonly number[]) => stored.map((value) => value / MICRO);

describe.each([
  ['archipelago', '5x3', 'six-seats-5x3'],
  ['twelve-states', '6x3', 'twelve-states-6x3'],
])('%s %s', (id, planId, vectorName) => {
  const expected = vectorOf(vectorName);
  const { setting, world } = openedBy(withOpening(shipped(id), expected.opening), planId);

  it('seats the states with their fixed numbers', () => {
    expect(setting.seats.map((seat) => seat.id)).toEqual(expected.seats);
    for (const name of attributes) {
      expectNear(
        setting.seats.map((seat) => seat[name]),
        expected.constants[name] ?? [],
      );
    }
  });

  it('opens with the numbers of the reference', () => {
    for (const name of ['development', 'defence', 'localization', 'force', 'shock'] as const) {
      expectNear(units(world[name]), expected.opening.seats[name] ?? []);
    }
    for (const name of ['trust', 'restriction', 'barrier'] as const) {
      expectNear(units(world[name]), expected.opening[name].flat());
    }
    for (const name of ['regime', 'institutions', 'opacity', 'competition'] as const) {
      expectNear([world[name] / MICRO], [expected.opening.globals[name] ?? Number.NaN]);
    }
  });

  it('opens with the blocs of the reference', () => {
    expect(world.blocs.map((bloc) => comparable(bloc, setting.seats))).toEqual(
      expected.opening.blocs.map(({ dormant: _dormant, ...bloc }) => bloc),
    );
    expect(world.nextBloc).toBe(5);
  });
});

function comparable(bloc: World['blocs'][number], seats: readonly { readonly id: string }[]) {
  const members = bloc.members.map((member) => seats[member]?.id);
  if (bloc.kind === 'exclusive') return { ...bloc, members, depth: bloc.depth / MICRO };
  return { ...bloc, members, coordination: bloc.coordination / MICRO };
}

describe('settingOf', () => {
  it('confirms an ending at once in a session of fewer than six rounds', () => {
    expect(opened('twelve-states', '5x3').setting.parameters.confirm).toBe(1);
    expect(opened('twelve-states', '6x3').setting.parameters.confirm).toBe(2);
  });

  it('takes pace, mode and resting values from plan and opening', () => {
    const { parameters } = opened('archipelago', '5x3').setting;
    expect(parameters).toMatchObject({
      rounds: 5,
      steps: 3,
      scarred: true,
      restingCompetition: shipped('archipelago').opening.competition,
    });
  });

  it("takes a pack's own rules, and a plan's before them", () => {
    const scenario = shipped('archipelago');
    const [plan] = scenario.plans;
    if (plan === undefined) throw new Error('no plan');
    const own = {
      ...scenario,
      rules: { governanceMarks: 'threeMarks', numbers: { ggSafe: 0.7, lambda: 3 } },
    } as const;
    expect(settingOf(own, plan).parameters).toMatchObject({
      governanceMarks: 'threeMarks',
      ggSafe: 0.7,
      lambda: 3,
    });
    const stricter = { ...plan, rules: { numbers: { ggSafe: 0.75 } } };
    expect(settingOf(own, stricter).parameters).toMatchObject({
      ggSafe: 0.75,
      lambda: 3,
      rounds: plan.rounds,
    });
    const { rules: _none, ...bare } = scenario;
    expect(settingOf(bare, plan).parameters).toMatchObject({ governanceMarks: 'reference', lambda: 2.5 });
  });

  it('refuses numbers that no rule has, or that belong to the plan', () => {
    const withNumbers = (named: Readonly<Record<string, number>>) =>
      checkScenario({ ...shipped('archipelago'), rules: { numbers: named } }).ok;
    expect([withNumbers({ ggSafe: 0.7 }), withNumbers({ ggSave: 0.7 }), withNumbers({ rounds: 3 })]).toEqual([
      true,
      false,
      false,
    ]);
  });

  it('lets seats of one archetype share its weight', () => {
    const scenario = structuredClone(shipped('archipelago'));
    const [first, second, ...rest] = scenario.seats;
    const plan = scenario.plans[0];
    if (first === undefined || second === undefined || plan === undefined) throw new Error('no seats');
    const twin = { ...first, id: second.id };
    const { seats } = settingOf({ ...scenario, seats: [first, twin, ...rest] }, plan);
    expect(seats[0]?.weight).toBe(seats[1]?.weight);
    const mean = seats.reduce((sum, seat) => sum + seat.weight, 0) / seats.length;
    expect(mean).toBeCloseTo(1, 12);
    const alone = settingOf(scenario, plan).seats[0];
    expect(seats[0]?.weight).toBeLessThan(alone?.weight ?? 0);
  });
});
