import { expect, test } from 'vitest';
import { rehearsalReportOf, isClean, reportText } from '../../server/rehearse/report.ts';
import { checkLog, newTally, quantile } from '../../server/rehearse/tally.ts';

function tallyOf(...keys: string[]): ReturnType<typeof newTally> {
  const tally = newTally();
  for (const key of keys) tally.sealed.set(key, { code: 'ABC234', round: 1, seat: 'a' });
  return tally;
}

const line = (key: string): string => `{"actor":{},"key":"delegate:x1:${key}","seq":2}`;

test('an acknowledged order that the log lacks is lost, one that it holds twice is doubled', () => {
  const log = [line('one'), line('two'), line('two'), line('other')].join('\n');
  expect(checkLog(log, tallyOf('one', 'two', 'three'), 'ABC234')).toEqual({ lost: 1, doubled: 1 });
  expect(checkLog(log, tallyOf('one'), 'ABC234')).toEqual({ lost: 0, doubled: 0 });
});

test('orders of another session are not looked for', () => {
  expect(checkLog('', tallyOf('one'), 'ZZZ234')).toEqual({ lost: 0, doubled: 0 });
});

test('the quantiles of some numbers', () => {
  const hundred = Array.from({ length: 100 }, (_, i) => 100 - i);
  expect([quantile(hundred, 0.5), quantile(hundred, 0.95), quantile([], 0.5)]).toEqual([51, 96, null]);
});

test.each([
  ['somebody did not get in', { asked: 3 }, { joined: 2 }],
  ['somebody did not come back', { asked: 2 }, { joined: 2, dropped: 1 }],
  ['a no had no name', { asked: 2 }, { joined: 2, nameless: 1 }],
])('a rehearsal is not clean where %s', (_what, facts, counts) => {
  const tally = { ...newTally(), ...counts };
  const report = rehearsalReportOf(tally, {
    sessions: 1,
    quiet: [],
    checks: [{ lost: 0, doubled: 0 }],
    memoryMb: null,
    ...facts,
  });
  expect(isClean(report)).toBe(false);
  expect(isClean({ ...report, joined: 2, asked: 2, dropped: 0, nameless: 0 })).toBe(true);
});

test('a change of an order that came too late is told, is no refusal, and leaves a rehearsal clean', () => {
  const facts = { sessions: 1, asked: 2, quiet: [], checks: [{ lost: 0, doubled: 0 }], memoryMb: null };
  const said = (tooLate: number): string =>
    reportText(rehearsalReportOf({ ...newTally(), joined: 2, tooLate }, facts));
  expect(said(0)).not.toContain('change');
  expect(said(1)).toContain('1 change of an order came after the last state had sealed');
  expect(said(8)).toContain('8 changes of an order came after the last state had sealed');
  expect(said(8)).not.toContain('refused');
  expect(isClean(rehearsalReportOf({ ...newTally(), joined: 2, tooLate: 8 }, facts))).toBe(true);
});

test('while a session continues, the report does not claim that nothing was lost', () => {
  const facts = { sessions: 2, asked: 0, quiet: [4], memoryMb: null };
  const report = rehearsalReportOf(newTally(), { ...facts, checks: [{ lost: 0, doubled: 0 }, null] });
  expect(report.lost).toBeNull();
  expect(reportText(report)).toContain('not known');
  expect(isClean(rehearsalReportOf(newTally(), { ...facts, checks: [{ lost: 1, doubled: 0 }] }))).toBe(false);
});

test('the report names the longest time that a lost connection was gone, and nothing where none was lost', () => {
  const facts = { sessions: 1, asked: 0, quiet: [], memoryMb: null, checks: [{ lost: 0, doubled: 0 }] };
  const calm = rehearsalReportOf(newTally(), facts);
  expect(calm.longestGoneMs).toBeNull();
  expect(reportText(calm)).toContain('0 other reconnects\n');
  const shaken = rehearsalReportOf({ ...newTally(), reconnects: 2, goneMs: [800, 3200] }, facts);
  expect(shaken.longestGoneMs).toBe(3200);
  expect(reportText(shaken)).toContain('2 other reconnects, the longest after 3200 ms');
});
