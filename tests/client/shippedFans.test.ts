import { describe, expect, test } from 'vitest';
import { at } from '#shared/lib/at.ts';
import { newHeader } from '#shared/log/header.ts';
import { scenarioById, scenarioIds } from '#shared/scenario/packs.ts';
import { planSession } from '#shared/session/open.ts';
import { dialFanOf, dialPaths, shareBelow } from '#shared/simulation/dialFan.ts';
import { shippedKinds } from '#shared/simulation/shippedFan.ts';
import { subjectOf } from '#shared/simulation/usualScores.ts';
import type { SessionBasis } from '#shared/session/vocabulary/state.ts';
import { fanShippedFor } from '../../client/source/shippedFans.ts';
import { digestHere } from '../../client/source/digestHere.ts';

const options = { openDeck: false, practice: false, coverEmptySeats: true } as const;

function headerOf(basis: SessionBasis) {
  return newHeader(basis, { build: 'test', created: 0 }, digestHere);
}

const stands = scenarioIds.flatMap((id) => {
  const scenario = scenarioById(id);
  if (scenario === null) throw new Error(`no scenario ${id}`);
  return scenario.plans.map((plan) => ({ name: `${id} ${plan.id}`, scenario, plan: plan.id }));
});

describe.each(stands)('the shipped fan of $name', ({ scenario, plan }) => {
  const basis = planSession({ scenario, options: { ...options, plan }, seed: 5 });

  test('belongs to today’s pack: 2,000 games of each kind, round by round', async () => {
    for (const kind of shippedKinds) {
      const fan = await fanShippedFor(headerOf(basis), kind);
      expect(fan).toMatchObject({ games: 2000 });
      expect(fan?.bands).toHaveLength(basis.plan.rounds + 1);
      expect(fan?.ends).toHaveLength(101);
      expect(fan?.ends).toEqual(fan?.ends.toSorted((a, b) => a - b));
    }
  });

  test('is where some games played now end', async () => {
    const kind = { mix: 'CLASS', talk: true } as const;
    const fan = await fanShippedFor(headerOf(basis), kind);
    if (fan === null) throw new Error('no fan');
    const now = dialFanOf([...dialPaths(subjectOf(basis), kind, 30)]);
    const places = now.ends.map((end) => shareBelow(fan, end));
    const middle = at(
      places.toSorted((a, b) => a - b),
      15,
    );
    // Thirty games: their middle lies between these hundredths with all but certainty.
    expect(middle).toBeGreaterThan(15);
    expect(middle).toBeLessThan(85);
  });
});

test('a session that was opened otherwise has no shipped fan', async () => {
  const { scenario, plan } = at(stands, 0);
  const open = planSession({ scenario, options: { ...options, plan, openDeck: true }, seed: 5 });
  const long = planSession({
    scenario,
    options: { ...options, plan, pace: { rounds: 7, seconds: at(scenario.plans, 0).seconds } },
    seed: 5,
  });
  const own = { ...scenario, id: 'my-own' };
  const mine = planSession({ scenario: own, options: { ...options, plan }, seed: 5 });
  const kind = { mix: 'CLASS', talk: false } as const;
  for (const basis of [open, long, mine]) expect(await fanShippedFor(headerOf(basis), kind)).toBeNull();
});
