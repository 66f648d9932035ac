import { describe, expect, it } from 'vitest';
import { derive } from '#shared/model/indicators.ts';
import { finalScores, openWorld, profilesOf } from '#shared/model/opening.ts';
import { parametersFor, restingCompetitionFor } from '#shared/model/parameters.ts';
import { reasons } from '#shared/model/reasons.ts';
import { standardOpening, standardRoster } from '#shared/model/roster.ts';
import { inputOf, pair, play, tableOf } from './tables.ts';

describe('an opening', () => {
  const table = tableOf(12);

  it('sets trust by policy distance', () => {
    expect(table.world.trust[pair(table, 'aurelia', 'meridia')]).toBe(395_000);
    expect(table.world.trust[0]).toBe(0);
  });

  it.each([
    [6, 0.65],
    [8, 0.6],
    [12, 0.53],
    [17, 0.5],
    [40, 0.5],
  ])('of %i seats rests competition at %d', (n, resting) => {
    expect(restingCompetitionFor(n)).toBe(resting);
    expect(tableOf(n).world.competition).toBe(resting * 1e6);
  });

  it('shares the weight of an archetype among its copies, mean one', () => {
    const seats = standardRoster(40, 3);
    const weights = profilesOf(seats);
    expect(weights.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(40);
    expect(seats[12]).toMatchObject({ id: 'straitport-2', archetype: 5, defence: 0.45 });
    expect(new Set(seats.map(({ id }) => id)).size).toBe(40);
  });

  it('may begin from given trust, moved as a whole', () => {
    const seats = standardRoster(12, 1);
    const setting = { seats: profilesOf(seats), parameters: parametersFor(12, 16, 1) };
    const trust = seats.map(() => seats.map(() => 0.5));
    const world = openWorld(setting, { ...standardOpening(seats), trust, trustShift: -0.2 });
    expect(new Set(world.trust)).toEqual(new Set([0, 300_000]));
  });

  it('leaves the world short of anything irreversible', () => {
    const { totals } = derive(table.setting, table.world);
    expect(totals.direction).toBeGreaterThan(0);
    expect(table.world).toMatchObject({ stage: 'emergence', locked: false, round: 0 });
  });

  it('confirms at once in a short plan', () => {
    expect([parametersFor(12, 5, 3).confirm, parametersFor(12, 6, 3).confirm]).toEqual([1, 2]);
  });
});

describe('the final score', () => {
  it('adds the same legacy to every seat', () => {
    const table = tableOf(12);
    const { after, indicators } = play(table, inputOf({}));
    const legacy = finalScores(table.setting, after, indicators).map(
      (score, i) => score - (after.score[i] ?? 0),
    );
    expect(new Set(legacy).size).toBe(1);
    expect(legacy[0]).toBeCloseTo(indicators.direction / 4, -1);
  });
});

describe('the causes', () => {
  it('keep their place in the dictionary of the log', () => {
    expect(reasons.indexOf('dialogueOpened')).toBe(0);
    expect(reasons.indexOf('drift')).toBe(31);
    expect(reasons.indexOf('exchange')).toBe(65);
    expect(new Set(reasons).size).toBe(reasons.length);
  });
});
