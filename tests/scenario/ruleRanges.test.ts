import fc from 'fast-check';
import { toldFault } from '#shared/scenario/faultWords.ts';
import { describe, expect, it } from 'vitest';
import { derive } from '#shared/model/indicators.ts';
import { apply } from '#shared/model/ledger.ts';
import { rangeOf } from '#shared/model/numberRanges.ts';
import { REFERENCE_PARAMETERS, scenarioNumbers } from '#shared/model/parameters.ts';
import { resolveRound } from '#shared/model/resolve.ts';
import { sizedEffects, type WorldEvent } from '#shared/model/world.ts';
import { checkScenario } from '#shared/scenario/check.ts';
import { scenarioById, scenarioIds } from '#shared/scenario/packs.ts';
import type { Scenario } from '#shared/scenario/schema.ts';
import { openingWorld, settingOf } from '#shared/scenario/setting.ts';
import { type Chance, chanceFrom, roundOf, seeds } from '../model/play.ts';
import { inputOf } from '../model/tables.ts';

const reference: Readonly<Record<string, unknown>> = { ...REFERENCE_PARAMETERS };

/** Numbers at the edges of a pack's allowed range, and some between: few of them or many. */
function numbersBy(chance: Chance): Record<string, number> {
  const many = chance() < 0.5 ? 0.05 : chance();
  const numbers: Record<string, number> = {};
  for (const name of scenarioNumbers) {
    if (chance() >= many) continue;
    const { from, to, isCount } = rangeOf(name);
    const place = chance();
    const value = place < 0.35 ? from : place < 0.7 ? to : from + (to - from) * chance();
    numbers[name] = isCount ? Math.round(value) : value;
  }
  const { devBase = 0.6, devW = 0.4 } = numbers;
  return devBase + devW > 1 ? { ...numbers, devBase, devW: 1 - devBase } : numbers;
}

function scenarioBy(chance: Chance): Scenario {
  const pack = scenarioById(scenarioIds[Math.floor(chance() * scenarioIds.length)]!)!;
  const edge = () => {
    const place = chance();
    return place < 0.3 ? 0 : place < 0.6 ? 1 : chance();
  };
  const dials = { regime: edge(), institutions: edge(), opacity: edge(), competition: edge() };
  return {
    ...pack,
    opening: { ...pack.opening, ...dials, trustShift: chance() - 0.5 },
    rules: { governanceMarks: 'threeMarks', numbers: numbersBy(chance) },
    plans: pack.plans.slice(0, 1).map(({ rules: _own, ...plan }) => plan),
  };
}

/** An event as a host may write it: of any kind and size, in either direction. */
function writtenEvent(chance: Chance): WorldEvent {
  const kinds = sizedEffects.filter((kind) => kind !== 'shockVictim');
  const kind = kinds[Math.floor(chance() * kinds.length)]!;
  return { id: 'written', effects: [{ kind, amount: Math.round((2 * chance() - 1) * 200_000) }] };
}

describe('numbers of the rules', () => {
  it('lie in their ranges in the reference and in every shipped pack', () => {
    for (const name of scenarioNumbers) {
      const { from, to } = rangeOf(name);
      expect(reference[name], name).toBeGreaterThanOrEqual(from);
      expect(reference[name], name).toBeLessThanOrEqual(to);
    }
    for (const id of scenarioIds) expect(checkScenario(scenarioById(id)), id).toMatchObject({ ok: true });
  });

  it('outside their range are refused with a sentence that names the range', () => {
    const pack = scenarioById('archipelago')!;
    const faultsOf = (numbers: Record<string, number>) => {
      const checked = checkScenario({ ...pack, rules: { numbers } });
      return checked.ok ? [] : checked.failure.map((fault) => `${fault.path}: ${toldFault(fault).message}`);
    };
    expect(faultsOf({ tau0: 1 })).toEqual([
      'rules.numbers.tau0: "tau0" must be a number from 0 to 0.9; beyond that the rules make no sense.',
    ]);
    expect(faultsOf({ ggFail: 1.5 })[0]).toContain('a whole number from 1 to 3');
    expect(faultsOf({ devBase: 0.8 })[0]).toContain('"devBase" and "devW" together');
    const [plan] = pack.plans;
    const inPlan = checkScenario({ ...pack, plans: [{ ...plan, rules: { numbers: { dU: -0.1 } } }] });
    expect(inPlan).toMatchObject({ ok: false, failure: [{ path: 'plans[0].rules.numbers.dU' }] });
  });

  it('anywhere in their ranges leave every number of every world in its range', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const chance = chanceFrom(seed);
        const scenario = scenarioBy(chance);
        expect(checkScenario(scenario)).toMatchObject({ ok: true });
        const [plan] = scenario.plans;
        const steps = 1 + Math.floor(chance() * 4);
        const setting = settingOf(scenario, { ...plan!, rounds: 6, steps }, chance() < 0.5);
        let world = openingWorld(scenario, setting);
        for (let round = 0; round < 6; round += 1) {
          const input = roundOf(setting, world, chance);
          const events = chance() < 0.5 ? [writtenEvent(chance)] : input.events;
          const { entries, indicators, payoffs } = resolveRound(setting, world, { ...input, events });
          world = apply(world, entries);
          for (const value of Object.values(indicators)) expect(Math.abs(value)).toBeLessThanOrEqual(1e6);
          for (const { total } of payoffs) expect(Math.abs(total)).toBeLessThan(1e9);
        }
        expect(derive(setting, world).totals.direction).not.toBeNaN();
      }),
      { seed: 20_261_129, numRuns: 300 },
    );
  }, 120_000);
});

describe('an event that takes more than there is', () => {
  const pack = scenarioById('archipelago')!;
  const setting = settingOf(pack, pack.plans[0]!);
  const opening = openingWorld(pack, setting);

  it('leaves nothing, whatever the value was, and later passes of the round take no more', () => {
    for (let regime = 1; regime <= 40_000; regime += 37) {
      const world = { ...opening, regime };
      const input = { ...inputOf({}), events: [{ id: 'expert-group-fails' }] };
      const { entries } = resolveRound(setting, world, input);
      expect(apply(world, entries).regime, `from ${regime}`).toBe(0);
    }
  });

  it('one that gives more than the range allows fills it', () => {
    const rules = { numbers: { dU: 0, dUB: 0 } };
    const unworn = settingOf({ ...pack, rules }, pack.plans[0]!);
    for (let regime = 960_000; regime < 1_000_000; regime += 37) {
      const world = { ...opening, regime };
      const input = { ...inputOf({}), events: [{ id: 'open-group-reports' }] };
      const after = apply(world, resolveRound(unworn, world, input).entries).regime;
      expect(after, `from ${regime}`).toBe(1_000_000);
    }
  });
});

describe('a state that is shaken and calmed in one round', () => {
  it('is shaken to the top of the range at most', () => {
    const pack = scenarioById('twelve-states')!;
    const setting = settingOf(
      { ...pack, rules: { numbers: { opShock: 1 } } },
      { ...pack.plans[0]!, steps: 1 },
    );
    const world = openingWorld(pack, setting);
    const [victim, attacker] = setting.seats.map(({ id }) => id);
    const orders = { [attacker!]: { action: 'build-force', targets: [victim!] } } as const;
    const calm = { id: 'written', effects: [{ kind: 'shock', amount: -200_000 }] } as const;
    const shaken = { ...world, shock: world.shock.map(() => 900_000) };
    const { entries } = resolveRound(setting, shaken, { ...inputOf(orders), events: [calm] });
    expect(apply(shaken, entries).shock[0]).toBe(1_000_000);
  });
});
