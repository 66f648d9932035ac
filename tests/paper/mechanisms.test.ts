import { describe, expect, it } from 'vitest';
import { dispositionOf } from '../../shared/bots/dispositions.ts';
import { familyOf } from '../../shared/model/actions.ts';
import { derive, indicatorsOf } from '../../shared/model/indicators.ts';
import { REFERENCE_PARAMETERS } from '../../shared/model/parameters.ts';
import { type MechanismPlace, paperMechanisms } from '../../shared/paper/mechanisms.ts';
import { scenarioById, scenarioIds } from '../../shared/scenario/packs.ts';
import type { Scenario } from '../../shared/scenario/schema.ts';
import { openingWorld, settingOf } from '../../shared/scenario/setting.ts';
import { templates } from '../../shared/session/topics/agreements/templates.ts';
import { at } from '../../shared/lib/at.ts';
import { mechanismsPage } from './mechanismsPage.ts';

const shipped = scenarioIds.map(scenarioNamed);
const twelve = scenarioNamed('twelve-states');
const setting = settingOf(twelve, at(twelve.plans, 0));
const world = openingWorld(twelve, setting);
const indicators = indicatorsOf(setting, derive(setting, world));

function scenarioNamed(id: string): Scenario {
  const scenario = scenarioById(id);
  if (scenario === null) throw new Error(`no scenario ${id}`);
  return scenario;
}

/** Whether a place exists in the current game. */
function stands(place: MechanismPlace): boolean {
  switch (place.kind) {
    case 'action':
      return Object.hasOwn(familyOf, place.id);
    case 'event':
      return shipped.some(({ events }) => events.some(({ id }) => id === place.id));
    case 'bot':
      return typeof dispositionOf(place.id) === 'function';
    case 'objective':
      return shipped.some(({ seats }) => seats.some(({ objectives }) => objectives.includes(place.id)));
    case 'agreement':
      return Object.hasOwn(templates, place.id);
    case 'quantity':
      return [world, at(setting.seats, 0), ...world.blocs].some((holder) => Object.hasOwn(holder, place.id));
    case 'indicator':
      return Object.hasOwn(indicators, place.id);
    case 'parameter':
      return Object.hasOwn(REFERENCE_PARAMETERS, place.id);
    case 'scenario': {
      const { opening } = scenarioNamed(place.scenario);
      if (place.element === 'bloc') return opening.blocs.some(({ name }) => name.en === place.id);
      return opening.restrictions.some(({ from, to }) => `${from}>${to}` === place.id);
    }
    case 'stage':
      return true;
  }
}

describe('every mechanism that the paper names has its place', () => {
  it.each(paperMechanisms.map((mechanism) => [mechanism.name.zh, mechanism] as const))(
    '%s',
    (_, mechanism) => {
      const missing = mechanism.places.filter((place) => !stands(place));
      expect(missing).toEqual([]);
    },
  );

  it('has one row for each of the thirty-two of the table, under distinct ids', () => {
    expect(new Set(paperMechanisms.map(({ id }) => id)).size).toBe(32);
  });

  it('would notice a place that does not exist', () => {
    expect(stands({ kind: 'parameter', id: 'noSuchNumber' })).toBe(false);
    expect(stands({ kind: 'quantity', id: 'noSuchQuantity' })).toBe(false);
    expect(stands({ kind: 'scenario', scenario: 'archipelago', element: 'bloc', id: 'No Such Pact' })).toBe(
      false,
    );
  });

  it('has two different readings and a source in both languages', () => {
    for (const { id, readings, source } of paperMechanisms) {
      const { paper, other } = readings;
      for (const text of [paper, other, source]) {
        expect(text.en.length, id).toBeGreaterThan(8);
        expect(text.zh, id).toMatch(/\p{Script=Han}/u);
      }
      expect(paper.en, id).not.toBe(other.en);
      expect(paper.zh, id).not.toBe(other.zh);
    }
  });

  it('is what docs/mechanisms.md says', async () => {
    await expect(mechanismsPage()).toMatchFileSnapshot('../../docs/mechanisms.md');
  });
});
