import { describe, expect, test } from 'vitest';
import { mixes } from '../../shared/bots/mixes.ts';
import { at } from '../../shared/lib/at.ts';
import { type MechanismPlace, paperMechanisms } from '../../shared/paper/mechanisms.ts';
import { scenarioById, scenarioIds } from '../../shared/scenario/packs.ts';
import type { Scenario } from '../../shared/scenario/schema.ts';
import { openingWorld, settingOf } from '../../shared/scenario/setting.ts';
import { clausesOf, type TemplateId } from '../../shared/session/topics/agreements/templates.ts';
import { type Condition, arrange } from '../../shared/simulation/condition.ts';
import { playGame } from '../../shared/simulation/playGame.ts';

/** Sessions of each shipped scenario: two thousand in all. */
const EACH = 400;
/** A row is met if it comes up in at least one session of so many. */
const ONE_IN = 50;

/** How many sessions of a scenario had each card, event and stage, by a key such as `event cable-cut`. */
type Counts = ReadonlyMap<string, number>;

function shipped(id: (typeof scenarioIds)[number]): Scenario {
  const scenario = scenarioById(id);
  if (scenario === null) throw new Error(`no scenario ${id}`);
  return scenario;
}

function countsOf(scenario: Scenario): Counts {
  const setting = settingOf(scenario, at(scenario.plans, 0));
  const world = openingWorld(scenario, setting);
  const condition: Condition = {
    table: { kind: 'fixed', setting, world },
    mix: mixes.CLASS,
    talk: 'none',
    openDeck: false,
    twist: { kind: 'none' },
  };
  const counts = new Map<string, number>();
  for (let seed = 1; seed <= EACH; seed += 1) {
    const { rounds } = playGame(arrange(condition, seed).game);
    const seen = new Set<string>();
    for (const round of rounds) {
      for (const { action } of round.orders) seen.add(`action ${action}`);
      if (round.event !== null) seen.add(`event ${round.event.id}`);
      seen.add(`stage ${round.world.stage}`);
    }
    for (const key of seen) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

/** The gallery offers a template in every session in which two states can sign it. */
function isOffered(scenario: Scenario, id: TemplateId): boolean {
  const seats = scenario.seats.map((seat) => seat.id);
  const groups = scenario.opening.blocs.flatMap((bloc, index) =>
    bloc.kind === 'functional' ? [{ id: index + 1, field: bloc.field, members: bloc.members }] : [],
  );
  return seats.some((proposer) =>
    seats.some(
      (partner) =>
        partner !== proposer &&
        clausesOf(id, { proposer, partners: [partner], seats, groups, fromRound: 1 }) !== null,
    ),
  );
}

function isMet(scenario: Scenario, counts: Counts, place: MechanismPlace): boolean {
  switch (place.kind) {
    case 'action':
    case 'event':
    case 'stage':
      return (counts.get(`${place.kind} ${place.id}`) ?? 0) * ONE_IN >= EACH;
    case 'agreement':
      return isOffered(scenario, place.id);
    case 'bot':
    case 'objective':
    case 'quantity':
    case 'indicator':
    case 'parameter':
    case 'scenario':
      return false;
  }
}

describe('in two thousand sessions of the shipped scenarios', () => {
  test.each(scenarioIds)(
    'every row of the table is met in one of fifty: %s',
    (id) => {
      const scenario = shipped(id);
      const counts = countsOf(scenario);
      const unmet = paperMechanisms.filter(({ places }) =>
        places.every((place) => !isMet(scenario, counts, place)),
      );
      expect(unmet.map((row) => row.id)).toEqual([]);
    },
    600_000,
  );

  test('a card that nobody plays would be noticed', () => {
    const place = { kind: 'action', id: 'bridge' } as const;
    expect(isMet(shipped('archipelago'), new Map(), place)).toBe(false);
    expect(isMet(shipped('archipelago'), new Map([['action bridge', 7]]), place)).toBe(false);
    expect(isMet(shipped('archipelago'), new Map([['action bridge', 8]]), place)).toBe(true);
  });
});
