import { beforeAll, describe, expect, test } from 'vitest';
import { at } from '#shared/lib/at.ts';
import { headerHash, textDigest } from '#shared/log/chain.ts';
import type { LogHeader } from '#shared/log/header.ts';
import { type LogLine, sealLine, type SessionLog } from '#shared/log/line.ts';
import { parseLog } from '#shared/log/parse.ts';
import { replay } from '#shared/log/replay.ts';
import { unreadable, verifyLog, type VerifyReport } from '#shared/log/verify.ts';
import { logText } from '#shared/log/write.ts';
import type { Event } from '#shared/session/vocabulary/events.ts';
import { sha256 } from '../../server/store/digest.ts';
import { parsed, playedLog } from './playedLog.ts';

let text: string;
beforeAll(async () => {
  text = await playedLog('archipelago', 7);
});

function verdictOn(changed: string): VerifyReport {
  const log = parseLog(changed);
  return log.ok ? verifyLog(log.value, sha256) : unreadable(log.failure);
}

/** Somebody changes a log and computes its chain again, as anybody can. */
function rechained(log: SessionLog, lines: readonly LogLine[], header: LogHeader = log.header): string {
  const { hash: _old, ...bare } = header;
  const fresh = { ...bare, hash: headerHash(bare, sha256) };
  let head = fresh.hash;
  const sealed = lines.map(({ hash: _gone, ...line }) => {
    const one = sealLine(head, line, sha256).line;
    head = one.hash;
    return one;
  });
  const footer = { end: true, count: sealed.length, head, status: log.footer?.status ?? 'open' } as const;
  return logText({ header: fresh, lines: sealed, footer, texts: log.texts });
}

function withEvent(lines: readonly LogLine[], change: (event: Event) => Event): readonly LogLine[] {
  return lines.map((line) => ({ ...line, events: line.events.map(change) }));
}

test('an untouched log is verified in all four ways', () => {
  const report = verdictOn(text);
  expect(report).toMatchObject({ ok: true, firstFault: null });
  expect(report.checks.map(({ name, done, ok }) => [name, done, ok])).toEqual([
    ['chain', true, true],
    ['texts', true, true],
    ['outcomes', true, true],
    ['decisions', true, true],
  ]);
});

test('one changed digit anywhere is found and its line named', () => {
  const rows = text.trimEnd().split('\n');
  for (const [index, row] of rows.entries()) {
    const digits = [...row.matchAll(/\d/g)].map((match) => match.index);
    const place = digits[(index * 7919) % digits.length] ?? 0;
    const digit = row.charAt(place) === '1' ? '2' : '1';
    const altered = row.slice(0, place) + digit + row.slice(place + 1);
    const report = verdictOn(rows.with(index, altered).join('\n'));
    const where = index === 0 ? 'header' : index === rows.length - 1 ? 'footer' : `line ${index}`;
    expect(report.firstFault?.where, `place ${place} of row ${index}`).toBe(where);
  }
});

describe('other damage to files', () => {
  test('a missing, a doubled and a swapped line are named', () => {
    const rows = text.trimEnd().split('\n');
    expect(verdictOn(rows.toSpliced(4, 1).join('\n')).firstFault?.where).toBe('line 4');
    expect(verdictOn(rows.toSpliced(4, 0, at(rows, 4)).join('\n')).firstFault?.where).toBe('line 5');
    expect(verdictOn(rows.with(4, at(rows, 5)).with(5, at(rows, 4)).join('\n')).firstFault?.where).toBe(
      'line 4',
    );
  });

  test('a file that was cut off has no footer', () => {
    const rows = text.trimEnd().split('\n');
    expect(verdictOn(rows.slice(0, 20).join('\n')).firstFault?.where).toBe('footer');
  });
});

describe('a forger who computes the chain of the log again', () => {
  test('cannot change what was decided', () => {
    const log = parsed(text);
    const forged = withEvent(log.lines, (event) =>
      event.type === 'ordersSealed' && event.order.action !== 'hold'
        ? { ...event, order: { action: 'hold' } }
        : event,
    );
    const report = verdictOn(rechained(log, forged));
    expect(report.firstFault?.what).toContain('differently than recorded');
    expect(report.checks.at(-1)).toMatchObject({ name: 'decisions', ok: false });
  });

  test('cannot change an indicator, even in the name of older rules', () => {
    const log = parsed(text);
    const older = { ...log.header, rules: { ...log.header.rules, version: 999 } };
    expect(verdictOn(rechained(log, log.lines, older))).toMatchObject({ ok: true });
    const forged = withEvent(log.lines, (event) =>
      event.type === 'roundResolved' && event.round === 2
        ? { ...event, indicators: { ...event.indicators, meanTrust: event.indicators.meanTrust + 1 } }
        : event,
    );
    const report = verdictOn(rechained(log, forged, older));
    expect(report.firstFault?.what).toContain('round 2');
  });

  test('cannot crash the verification with events of the wrong shape', () => {
    const log = parsed(text);
    const rows = text.trimEnd().split('\n');
    const broken = rows.map((row) =>
      JSON.stringify(JSON.parse(row, (key, value: unknown) => (key === 'ledger' ? 7 : value))),
    );
    const lines = parsed(broken.join('\n')).lines;
    expect(verdictOn(rechained(log, lines)).ok).toBe(false);
  });
});

test('a log of other rules is verified without deciding again, and says so', () => {
  const log = parsed(text);
  const older = { ...log.header, rules: { ...log.header.rules, version: 999 } };
  const report = verdictOn(rechained(log, log.lines, older));
  expect(report.ok).toBe(true);
  expect(report.checks.at(-1)).toMatchObject({ name: 'decisions', done: false });
  expect(report.checks.at(-1)?.sentence).toBe('Decided by rules 999; decisions not re-checked.');
});

test('a log whose ledgers use other words than ours is not misread', () => {
  const log = parsed(text);
  const { reasons, ...others } = log.header.dictionaries;
  const foreign = { ...log.header, dictionaries: { ...others, reasons: reasons.toReversed() } };
  expect(verdictOn(rechained(log, log.lines, foreign)).firstFault?.where).toBe('header');
  const shorter = { ...log.header, dictionaries: { ...others, reasons: reasons.slice(0, -1) } };
  expect(verdictOn(rechained(log, log.lines, shorter)).ok).toBe(true);
});

test('a free text belongs to its line, may be erased, and may not be changed', () => {
  const log = parsed(text);
  const free = { id: 't1', salt: 'salt', value: 'Ada' };
  const name = { id: 't1', digest: textDigest(free.salt, free.value, sha256) };
  const seat = at(log.header.seats, 0);
  const taken = { seat, delegate: 'd1', name };
  const first: LogLine = {
    seq: 1,
    at: 0,
    actor: { kind: 'delegate', delegate: 'd1', seat },
    key: 'k',
    command: { type: 'takeSeat', ...taken },
    events: [{ type: 'seatTaken', ...taken }],
    hash: '0'.repeat(64),
  };
  const opened = { ...log, footer: { end: true, count: 1, head: '', status: 'open' } as const };
  const kept = rechained({ ...opened, texts: [free] }, [first]);
  expect(verdictOn(kept)).toMatchObject({ ok: true });
  expect(verdictOn(rechained(opened, [first]))).toMatchObject({ ok: true });
  const changed = verdictOn(kept.replace('"value":"Ada"', '"value":"Eve"'));
  expect(changed.firstFault?.where).toBe('text 1');
});

test('every state of a replay is there, and the last one has ended', () => {
  const log = parsed(text);
  const { states } = replay(log);
  expect(states).toHaveLength(log.lines.length + 1);
  expect(at(states, 0).phase.name).toBe('lobby');
  expect(at(states, states.length - 1).phase.name).toBe('ended');
  expect(states.map((state) => state.rounds.length)).toEqual(
    states.map(({ rounds }) => rounds.length).toSorted((a, b) => a - b),
  );
});

test('a record is decided again by the numbers of its header', () => {
  const log = parsed(text);
  const { rules } = log.header;
  const { ggSafe: _unknown, ...known } = rules.parameters;
  const older = { ...log.header, rules: { ...rules, parameters: known } } as LogHeader;
  const same = verdictOn(rechained(log, log.lines, older));
  expect(same.checks.at(-1)).toMatchObject({ name: 'decisions', ok: true, done: true });
  const others = { ...log.header, rules: { ...rules, parameters: { ...rules.parameters, lambda: 1 } } };
  expect(verdictOn(rechained(log, log.lines, others)).firstFault?.what).toContain('decide this');
});
