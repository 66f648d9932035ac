import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { hasBrowser, showOnFailure } from './browserHere.ts';
import { endSession, goThrough, openSession } from './hosting.ts';
import { useStage } from './stage.ts';
import { openWindow, type Window } from './window.ts';

const both = ['en', 'zh'] as const;

describe.skipIf(!hasBrowser)('bad input: one clear sentence, in both languages', () => {
  const stage = useStage();
  /** The code of an ended session, and its record. */
  let ended: string;
  let record: string;
  beforeAll(async () => {
    const host = await openWindow(stage.browser, stage.program.hostUrl);
    ended = await openSession(host);
    await goThrough(host, 1, 'briefing');
    await endSession(host);
    const save = host.page.waitForEvent('download');
    await host.page.getByRole('link', { name: host.words.host.room.download }).click();
    record = readFileSync(await (await save).path(), 'utf8');
    await host.context.close();
  });

  test.for(both)('an unknown code (%s)', async (language) => {
    const window = await openWindow(stage.browser, stage.program.joinUrl, { language, size: 'phone' });
    showOnFailure(window);
    const { page, words } = window;
    await page.getByLabel(words.shell.home.code).fill('zzz-zzz');
    await page.getByRole('button', { name: words.shell.home.join, exact: true }).click();
    await expectNotice(window, words.shell.join.problems.unknownCode);
    await page.getByRole('link', { name: words.shell.join.otherCode }).click();
    await page.getByLabel(words.shell.home.code).waitFor();
    await window.context.close();
  });

  test.for(both)('a session that is over (%s)', async (language) => {
    const window = await openWindow(stage.browser, `${stage.program.joinUrl}/join/${ended}`, { language });
    showOnFailure(window);
    await expectNotice(window, window.words.shell.join.problems.sessionEnded);
    expect(await window.page.getByRole('button', { name: window.words.shell.join.take }).count()).toBe(0);
    await window.context.close();
  });

  test.for(both)('a record that is damaged, cut off or something else (%s)', async (language) => {
    const window = await openWindow(stage.browser, `${stage.program.joinUrl}/replay`, { language });
    showOnFailure(window);
    const { fault } = window.words.replay;
    const lines = record.split('\n');
    await openFile(window, 'shopping list\nmilk\n');
    await expectNotice(window, { title: fault.title, text: fault.text(fault.header) });
    await openFile(window, [...lines.slice(0, 3), '{"seq":', ...lines.slice(4)].join('\n'));
    await expectNotice(window, { title: fault.title, text: fault.text(fault.line('3')) });
    await openFile(window, record);
    await window.page
      .getByRole('slider', { name: window.words.replay.scrubber.label })
      .waitFor({ state: 'attached' });
    await window.context.close();
  });

  test.for(both)(
    'a record in which one digit was changed opens and is called changed (%s)',
    async (language) => {
      const window = await openWindow(stage.browser, `${stage.program.joinUrl}/replay`, { language });
      showOnFailure(window);
      const { check, fault } = window.words.replay;
      const lines = record.split('\n');
      const forged = lines.map((line, index) =>
        index === 2
          ? line.replace(/"at":\d+/, (at) => `${at.slice(0, -1)}${at.endsWith('0') ? 1 : 0}`)
          : line,
      );
      expect(forged.join('\n')).not.toBe(record);
      await openFile(window, forged.join('\n'));
      await window.page.getByText(check.bad(fault.line('2'))).waitFor();
      await window.context.close();
    },
  );
});

/** The page says it once, as an alert, and in these words. */
async function expectNotice(
  { page }: Window,
  { title, text }: { title: string; text: string },
): Promise<void> {
  const notice = page.getByRole('alert').filter({ hasText: title });
  await notice.getByText(text, { exact: true }).waitFor();
  expect(await page.getByRole('alert').count()).toBe(1);
}

async function openFile({ page, words }: Window, text: string): Promise<void> {
  const file = join(tmpdir(), `crossroads-${process.pid}-bad.jsonl`);
  await writeFile(file, text);
  await page.getByLabel(words.replay.open.choose).setInputFiles(file);
}
