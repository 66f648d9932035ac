import { expect, it } from 'vitest';
import { conditionOf, type Lab, standsFor } from '../../server/simulate/studies/lab.ts';
import { turnsLate } from '../../server/simulate/studies/paths.ts';
import { recordGame } from '../../shared/simulation/record.ts';

const SESSIONS = 60;

it('most sessions of a class that talks still turn in their last third, in every scenario', () => {
  for (const stand of standsFor(undefined, undefined)) {
    if (stand.scenario.plans[0] !== stand.plan) continue;
    const condition = conditionOf({ openDeck: false } as Lab, stand, 'CLASS', 'moves');
    const seeds = Array.from({ length: SESSIONS }, (_, k) => 9_000_001 + k);
    const late = seeds.filter((seed) => turnsLate(recordGame(condition, seed)));
    expect(late.length, stand.name).toBeGreaterThan(SESSIONS / 2);
  }
}, 60_000);
