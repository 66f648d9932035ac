import { describe, expect, test } from 'vitest';
import { scenarioById } from '#shared/scenario/packs.ts';
import { planAt } from '#shared/session/vocabulary/ownPace.ts';
import { viewFor } from '#shared/session/view.ts';
import type { View } from '#shared/session/views/tableView.ts';
import { isBefore } from '../../client/components/SteppedBack.tsx';
import { lineNow } from '../../client/screens/host/SayNow.tsx';
import { nextPhase, phasesOfRound } from '../../client/screens/host/roundPhases.ts';
import { kitAddress, paceOfText } from '../../client/screens/kit/kitPace.ts';
import { fetchWords, words } from '../../client/text/language.ts';
import { decidingTable } from '../session/table.ts';

await fetchWords('en');

const deciding = viewFor(decidingTable(), { kind: 'host' }, () => null);

function at(change: Partial<View['table']>, seconds: Partial<View['card']['plan']['seconds']> = {}): View {
  const { card, table } = deciding;
  const plan = { ...card.plan, seconds: { ...card.plan.seconds, ...seconds }, firstRoundExtraSeconds: 0 };
  return { ...deciding, card: { ...card, plan }, table: { ...table, ...change } };
}

describe('the host has a sentence to say', () => {
  test('in every phase, another one in the first round, after the last and in a pause', () => {
    const phases = ['lobby', 'briefing', 'negotiation', 'decision', 'reveal', 'review', 'ended'] as const;
    const said = new Set(phases.map((phase) => lineNow(at({ phase, round: 2 })).say));
    expect(said.size).toBe(phases.length);
    const { rounds } = deciding.card.plan;
    expect(said).not.toContain(lineNow(at({ phase: 'negotiation', round: 1 })).say);
    expect(said).not.toContain(lineNow(at({ phase: 'review', round: rounds })).say);
    expect(lineNow(at({ phase: 'decision', round: 2, paused: true }))).toBe(words.value.hostLines.paused);
  });

  test('and what follows is a phase that this session has', () => {
    expect(nextPhase(at({ phase: 'briefing', round: 2 }))).toBe('negotiation');
    const silent = at({ phase: 'briefing', round: 2 }, { negotiation: 0, review: 0 });
    expect(nextPhase(silent)).toBe('decision');
    expect(phasesOfRound(silent)).toEqual(['briefing', 'decision', 'reveal']);
    expect(nextPhase(at({ phase: 'reveal', round: 2 }, { review: 0 }))).toBeNull();
  });
});

test('the kit follows the rounds and seconds of the session', () => {
  const plan = scenarioById('archipelago')?.plans[0];
  if (plan === undefined) throw new Error('no plan');
  const pace = { rounds: 4, seconds: { ...plan.seconds, negotiation: 301, review: 0 } };
  const address = new URL(kitAddress('archipelago', plan.id, pace), 'http://x');
  expect(address.searchParams.get('plan')).toBe(plan.id);
  const own = paceOfText(address.searchParams.get('pace'));
  expect(planAt(plan, own)).toMatchObject(pace);
  for (const wrong of [null, '', '4', '4-1-2-3-4-x', '400-60-60-60-60-60'])
    expect(paceOfText(wrong)).toBeNull();
});

test('a step back is told from the ordinary course', () => {
  const place = (round: number, phase: View['table']['phase']) => ({ round, phase });
  expect(isBefore(place(1, 'briefing'), place(2, 'decision'))).toBe(true);
  expect(isBefore(place(2, 'briefing'), place(2, 'reveal'))).toBe(true);
  expect(isBefore(place(3, 'briefing'), place(2, 'review'))).toBe(false);
  expect(isBefore(place(2, 'decision'), place(2, 'negotiation'))).toBe(false);
  expect(isBefore(place(1, 'briefing'), place(0, 'lobby'))).toBe(false);
  expect(isBefore(place(4, 'ended'), place(4, 'review'))).toBe(false);
});
