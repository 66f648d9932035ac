import { describe, expect, test } from 'vitest';
import { REFERENCE_PARAMETERS } from '#shared/model/parameters.ts';
import type { View } from '#shared/session/views/tableView.ts';
import { viewFor } from '#shared/session/view.ts';
import { type Lamp, type LampKey, lampsOf, litCount, roundsLit } from '../../client/panels/world/lamps.ts';
import { decidingTable } from '../session/table.ts';

const view = viewFor(decidingTable(), { kind: 'observer' }, () => null);
const { trail } = view.table;

/** The view after some rounds with these numbers, in tenths. */
function withTrail(changed: Partial<View['table']['trail']>): View {
  return { ...view, table: { ...view.table, trail: { ...trail, ...changed } } };
}

function lamp(key: LampKey, changed: Partial<View['table']['trail']>): Lamp {
  const found = lampsOf(withTrail(changed)).find((one) => one.key === key);
  if (found === undefined) throw new Error(`no lamp ${key}`);
  return found;
}

describe('the four lamps', () => {
  test('light where the rules count a mark of the predicament', () => {
    const { predicament } = view.card;
    expect(predicament).toEqual({
      fragmentation: REFERENCE_PARAMETERS.spFragmentation * 1000,
      camps: REFERENCE_PARAMETERS.spBlocs * 1000,
      securitization: REFERENCE_PARAMETERS.spSecuritization * 1000,
      trust: REFERENCE_PARAMETERS.spTrust * 1000,
      threat: REFERENCE_PARAMETERS.spThreat * 1000,
      dial: REFERENCE_PARAMETERS.spIn * 1000,
      need: REFERENCE_PARAMETERS.spNeed,
    });
    expect(lamp('division', { fragmentationIndex: [predicament.fragmentation] }).state).toBe('lit');
    expect(lamp('division', { fragmentationIndex: [predicament.fragmentation - 1] }).state).toBe('near');
    expect(lamp('division', { fragmentationIndex: [predicament.fragmentation - 51] }).state).toBe('off');
    expect(lamp('risk', { meanThreat: [predicament.threat] }).state).toBe('lit');
  });

  test('light for trust when it falls', () => {
    const { trust } = view.card.predicament;
    expect(lamp('trust', { meanTrust: [trust + 51] }).state).toBe('off');
    expect(lamp('trust', { meanTrust: [trust + 50] }).state).toBe('near');
    expect(lamp('trust', { meanTrust: [trust] }).state).toBe('lit');
  });

  test('light for camps by blocs or by securitization, and name first what is nearer', () => {
    const { camps, securitization } = view.card.predicament;
    const bySecurity = lamp('camps', {
      blocIndex: [camps - 200],
      securitizationIndex: [securitization],
    });
    expect(bySecurity.state).toBe('lit');
    expect(bySecurity.tests.map(({ gauge }) => gauge)).toEqual(['securitizationIndex', 'blocIndex']);
    const byBlocs = lamp('camps', { blocIndex: [camps], securitizationIndex: [0] });
    expect([byBlocs.state, byBlocs.tests[0].gauge]).toEqual(['lit', 'blocIndex']);
  });

  test('remember after which rounds they were lit', () => {
    const { trust } = view.card.predicament;
    const went = lamp('trust', { meanTrust: [trust + 90, trust - 5, trust + 20] });
    expect(went.history).toEqual(['off', 'lit', 'near']);
    expect(roundsLit(went)).toEqual([1]);
  });

  test('are counted together', () => {
    const { fragmentation, threat } = view.card.predicament;
    const shown = withTrail({
      fragmentationIndex: [fragmentation],
      meanThreat: [threat],
      meanTrust: [900],
      blocIndex: [0],
      securitizationIndex: [0],
    });
    expect(litCount(lampsOf(shown))).toBe(2);
  });
});
