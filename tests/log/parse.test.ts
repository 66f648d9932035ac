import { beforeAll, expect, test } from 'vitest';
import { LOG_LIMITS, parseLog } from '#shared/log/parse.ts';
import { logText } from '#shared/log/write.ts';
import { parsed, playedLog } from './playedLog.ts';

let text: string;
beforeAll(async () => {
  text = await playedLog('archipelago', 1);
});

function faultOf(changed: string): { readonly where: string; readonly what: string } | null {
  const log = parseLog(changed);
  return log.ok ? null : log.failure;
}

function withLine(index: number, change: (line: string) => string): string {
  return text
    .split('\n')
    .map((line, at) => (at === index ? change(line) : line))
    .join('\n');
}

test('a log that was written is read back and written again byte by byte', () => {
  expect(logText(parsed(text))).toBe(text);
});

test('each fault names its place', () => {
  const last = text.trimEnd().split('\n').length - 1;
  expect(faultOf('')).toMatchObject({ where: 'header', what: expect.stringContaining('empty') });
  expect(faultOf('{"a":1}')).toMatchObject({ where: 'header' });
  expect(faultOf(withLine(0, (line) => line.replace(/"version":1\}$/, '"version":99}')))).toMatchObject({
    where: 'header',
  });
  expect(faultOf(withLine(5, (line) => line.slice(0, 40)))).toEqual({
    where: 'line 5',
    what: 'is not JSON (cut off or damaged)',
  });
  expect(
    faultOf(withLine(5, (line) => line.replace('"events":[', '"events":[{"type":"worldSaved"},'))),
  ).toMatchObject({ where: 'line 5' });
  expect(faultOf(withLine(last, (line) => line.replace('"end":true', '"end":1')))).toMatchObject({
    where: 'footer',
  });
  expect(faultOf(`${text}{"text":{"id":"a"}}\n`)).toMatchObject({ where: 'text 1' });
});

test('the header of a newer program is reported as such', () => {
  expect(faultOf('{"format":"crossroads-log","version":2}')?.what).toContain('newer program');
});

test('an overlong line is not even looked at', () => {
  const long = `{"a":"${'x'.repeat(LOG_LIMITS.line)}"}`;
  expect(faultOf(withLine(3, () => long))).toMatchObject({
    where: 'line 3',
    what: expect.stringContaining('longer'),
  });
});

test('an outside name with a meaning in JavaScript does no harm', () => {
  expect(faultOf('{"format":"crossroads-log","version":1,"__proto__":{"polluted":true}}')).not.toBeNull();
  expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
});
