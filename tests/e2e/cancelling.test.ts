import { describe, expect, test } from 'vitest';
import { hasBrowser, showOnFailure } from './browserHere.ts';
import { hold, join, openSession } from './hosting.ts';
import { useStage } from './stage.ts';
import { openWindow } from './window.ts';

describe.skipIf(!hasBrowser)('a session opened by mistake', () => {
  const stage = useStage();

  test('is cancelled with one key; phone, wall and the join page say so, and the library keeps it', {
    timeout: 240_000,
  }, async () => {
    const host = await openWindow(stage.browser, stage.program.hostUrl, { calm: true });
    const code = await openSession(host);
    const phone = await openWindow(stage.browser, stage.program.joinUrl, { size: 'phone', language: 'zh' });
    const wall = await openWindow(stage.browser, `${stage.program.joinUrl}/screen/${code}`);
    showOnFailure(host, phone, wall);
    await join(phone, code, 'Ada', 'aurelia');
    const { room, sessions } = host.words.host;
    const told = ({ page, words }: typeof host) =>
      page.getByRole('heading', { name: words.shell.join.problems.sessionCancelled.title }).waitFor();
    await hold(host, room.cancel, host.page.getByText(room.cancelledNote));
    await Promise.all([told(phone), told(wall)]);
    const late = await openWindow(stage.browser, `${stage.program.joinUrl}/join/${code}`, { size: 'phone' });
    await late.page.getByText(late.words.shell.join.problems.sessionCancelled.title).waitFor();
    await host.page.getByRole('link', { name: host.words.library.link }).click();
    const row = host.page.getByRole('listitem').filter({ hasText: sessions.cancelled });
    await row.first().waitFor();
    expect(await row.getByRole('link', { name: host.words.library.debrief }).count()).toBe(0);
    expect(host.complaints).toEqual([]);
  });
});
