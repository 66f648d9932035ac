import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { en } from '../../client/text/en.ts';
import { zh } from '../../client/text/zh.ts';
import { LEAST_TOGETHER } from '../../shared/session/vocabulary/debriefSteps.ts';
import type { PrivacyFacts } from '../../shared/wire/library.ts';
import { type TestServer, testServer } from '../support/testServer.ts';

let server: TestServer;
beforeAll(async () => {
  server = await testServer();
});
afterAll(async () => server.close());

async function facts(): Promise<PrivacyFacts> {
  const answer = await server.api.privacy();
  if (!answer.ok) throw new Error(answer.failure.code);
  return answer.value;
}

test.each(['damaged', 'replaced'])(
  'everybody who asks learns of a %s database that was set aside',
  async (why) => {
    const other = await testServer();
    const file = join(other.dataDir, `crossroads.sqlite.${why}-20261128-213000-123`);
    writeFileSync(`${file}-wal`, '');
    expect((await other.api.privacy()).ok).toBe(true);
    expect(await other.api.privacy()).toMatchObject({ value: { setAside: false } });
    writeFileSync(file, '');
    expect(await other.api.privacy()).toMatchObject({ value: { setAside: true } });
    await other.close();
  },
);

test('tells the settings alone: no folder, name or code', async () => {
  expect(Object.keys(await facts()).toSorted()).toEqual([
    'backsUp',
    'backupsBeside',
    'keepDays',
    'publicUrl',
    'setAside',
  ]);
});

test('the page says who sees words of the pulse and answers, reflections, backups, what was set aside and the log', () => {
  for (const { privacy } of [en, zh]) {
    const [who, what] = [privacy.who.items.join('\n'), privacy.what.items.join('\n')];
    expect(who).toContain(String(LEAST_TOGETHER));
    expect(privacy.long.setAside(true)).not.toBe(privacy.long.setAside(false));
    for (const part of privacy === en.privacy
      ? [/one word of the debrief/, /reflection/i, /without names/]
      : [/“一个词”/, /感想/, /不带名字/])
      expect(who).toMatch(part);
    expect(what).toMatch(privacy === en.privacy ? /log and its counters/ : /日志和计数/);
  }
});
