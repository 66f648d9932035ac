import { describe, expect, test } from 'vitest';
import type { SessionState } from '#shared/session/vocabulary/state.ts';
import type { View } from '#shared/session/views/tableView.ts';
import { viewFor } from '#shared/session/view.ts';
import { arcsOf, litBy } from '../../client/panels/world/arcs.ts';
import { changeOf, factorKeys, gaugeOf } from '../../client/panels/world/gauges.ts';
import { headlinesOf } from '../../client/panels/reveal/headlines.ts';
import { disclosed, type RevealStep, stationsOf } from '../../client/panels/reveal/useReveal.ts';
import { after, decidingTable, delegateOf, host } from '../session/table.ts';
import { fetchWords } from '../../client/text/language.ts';

await fetchWords('en');

const seen = (state: SessionState): View =>
  viewFor(state, { kind: 'delegate', seat: 'aurelia', delegate: 'person-aurelia' }, () => null);

const deciding = decidingTable();
const sealed = [
  ['aurelia', { action: 'restrict', targets: ['concordia'] }],
  ['meridia', { action: 'dialogue', targets: ['aurelia'] }],
] as const;
const resolved = after(
  sealed.reduce(
    (state, [seat, order]) => after(state, delegateOf(seat), { type: 'sealOrders', order }),
    after(deciding, delegateOf('aurelia'), { type: 'betOnDial', band: 3 }),
  ),
  host,
  { type: 'closePhase', because: 'host' },
);
const before = seen(deciding);
const view = seen(resolved);
const at = (step: RevealStep) => ({ step, steps: [], before, skip: () => undefined, again: () => undefined });

describe('a reveal', () => {
  test('leaves out stations that have nothing to show', () => {
    expect(stationsOf(view)).toEqual(['bets', 'count', 'cooperate', 'securitize', 'links', 'dial', 'done']);
  });

  test('discloses the network before the dial, and nothing before its turn', () => {
    expect(view.table.phase).toBe('reveal');
    const held = disclosed(view, at('securitize'));
    expect(held.table.link).toEqual(before.table.link);
    expect(held.table.seats).toEqual(before.table.seats);
    const answered = disclosed(view, at('links'));
    expect(answered.table.link).toEqual(view.table.link);
    expect(answered.table.trail.direction).toEqual(before.table.trail.direction);
    expect(disclosed(view, at('dial'))).toBe(view);
  });

  test('draws the arcs of a family alone and lights who is part of it', () => {
    expect(arcsOf(view, ['securitize'])).toEqual([
      { from: 'aurelia', to: 'concordia', family: 'securitize' },
    ]);
    expect(litBy(view, 'cooperate')).toEqual(['meridia', 'aurelia']);
  });

  test('has three headlines while the table before it is known, and some without', () => {
    const lines = headlinesOf(before, view);
    expect(lines).toHaveLength(3);
    expect(lines.join(' ')).toContain('Concordia');
    expect(headlinesOf(null, view).length).toBeGreaterThan(0);
  });

  test('tells of rivalry where nothing else moved as much, with an arrow on its gauge', () => {
    const fallen = { ...view.table.trail, competition: [570, 350] };
    const moved = { ...view, table: { ...view.table, trail: fallen } };
    expect(headlinesOf(null, moved)).toContain('Great-power rivalry moves from 57 to 35');
    expect(changeOf(gaugeOf(moved, 'competition'))).toBe(-220);
    for (const key of factorKeys) expect(changeOf(gaugeOf(view, key))).not.toBeNull();
  });
});
