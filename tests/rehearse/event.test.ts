import { expect, test } from 'vitest';
import { isClean } from '../../server/rehearse/report.ts';
import { eventText, isWellFilled, rehearseEvent } from '../../server/rehearse/rehearseEvent.ts';

test('a crowd joins one code, plays at four tables, and no person and no order is lost or doubled', async () => {
  const report = await rehearseEvent(
    {
      tables: 4,
      delegates: 5,
      drop: 2,
      badLink: false,
      withinMs: 500,
      awayMs: 500,
      thinkMs: 200,
      seed: 3,
      scenario: 'archipelago',
      plan: '5x3',
      pace: { phaseMs: 600, decisionMs: 20_000 },
    },
    () => undefined,
  );
  expect(report).toMatchObject({
    sessions: 4,
    asked: 20,
    joined: 20,
    dropped: 2,
    back: 2,
    lost: 0,
    doubled: 0,
    nameless: 0,
    wrong: [],
    event: { fullTables: 4 },
  });
  expect(report.sealed).toBeGreaterThanOrEqual(5 * 20 - 4);
  expect(report.event.oneTableMs.p95).toBeGreaterThan(0);
  expect(report.event.longestActMs).toBeLessThan(2000);
  expect(isClean(report) && isWellFilled(report)).toBe(true);
  expect(isWellFilled({ ...report, event: { ...report.event, fullTables: 3 } })).toBe(false);
  expect(eventText(report)).toContain('4 of 4 tables are full');
}, 180_000);
