import { describe, expect, it } from 'vitest';
import { viewFor } from '#shared/session/view.ts';
import { after, decidingTable, delegateOf, emptyTable, fullTable, host, refusalOf } from './table.ts';

const cancel = { type: 'cancelSession' } as const;

describe('a session that is cancelled', () => {
  it('is over, whether or not anybody has come', () => {
    for (const table of [emptyTable(), fullTable()])
      expect(after(table, host, cancel).phase).toMatchObject({ name: 'ended', because: 'cancelled' });
  });

  it('is cancelled by the host alone, and only in the lobby', () => {
    expect(refusalOf(fullTable(), delegateOf('aurelia'), cancel)).toEqual({ code: 'notYourCommand' });
    expect(refusalOf(decidingTable(), host, cancel)).toEqual({ code: 'wrongPhase' });
  });

  it('tells nobody an objective, a score or a debrief', () => {
    const { table } = viewFor(after(fullTable(), host, cancel), { kind: 'observer' }, () => null);
    expect(table.ending).toEqual({
      because: 'cancelled',
      seats: [],
      turnedWell: false,
      treatment: null,
      moments: [],
    });
    expect(table.debrief).toBeNull();
  });

  it('takes no step of a debrief', () => {
    const over = after(fullTable(), host, cancel);
    expect(refusalOf(over, host, { type: 'setDebriefStep', step: 'leave' })).toEqual({
      code: 'nothingToShow',
    });
  });
});
