import { join as path } from 'node:path';
import type { Browser } from 'playwright-core';
import type { PicturePlan } from './classPictures.ts';
import { enterAsHost } from './hosting.ts';
import type { WallClass } from './wallClass.ts';
import { openWindow, type Window } from './window.ts';

const SETTLE_MS = 900;

/** Pages outside a session, by the name of their picture. */
const PAGES = {
  home: '/',
  practice: '/practice',
  rules: '/rules',
  privacy: '/privacy',
  host: '/host',
  ready: '/host/ready',
  library: '/host/sessions',
  server: '/host/this-server',
  trial: '/trial',
  kit: '/kit/archipelago',
  replay: '/replay',
  unknown: '/nothing/here/at-all',
} as const;

/** Pictures the pages outside a class, on a laptop and on a phone, in the plan's language and theme. */
export async function picturePages(browser: Browser, led: WallClass, plan: PicturePlan): Promise<void> {
  for (const size of ['laptop', 'phone'] as const) {
    const window = await openWindow(browser, led.hostUrl, {
      size,
      language: plan.language,
      theme: plan.theme,
      calm: true,
    });
    await enterAsHost(window);
    for (const [name, page] of Object.entries(PAGES)) {
      await window.page.goto(`${led.origin}${page}`);
      await take(window, plan, name);
    }
    await takeWaiting(browser, led, plan, window);
    await window.context.close();
  }
}

async function take({ page, size }: Window, plan: PicturePlan, name: string): Promise<void> {
  await page.waitForTimeout(SETTLE_MS);
  const file = path(plan.folder, `page-${name}-${size}.png`);
  await page.screenshot({ path: file, animations: 'disabled', fullPage: true });
  console.log(name);
}

/** A session in which the host admits people and others may watch; then it is cancelled. */
async function takeWaiting(browser: Browser, led: WallClass, plan: PicturePlan, host: Window): Promise<void> {
  await host.page.goto(`${led.origin}/host`);
  await host.page.getByRole('button', { name: host.words.host.open.submit }).click();
  await host.page.getByRole('button', { name: host.words.host.room.start, exact: true }).waitFor();
  const code = /[A-Z0-9]{6}$/.exec(new URL(host.page.url()).pathname)?.[0] ?? '';
  const session = await led.sessionAt(code);
  const entry = { newcomers: 'always', arrival: 'wait', observers: true } as const;
  await session.submit({ kind: 'host', host: 'host' }, 'entry', { type: 'setEntry', entry });
  await take(host, plan, 'host-lobby');
  const guest = await openWindow(browser, `${led.origin}/join/${code}`, {
    size: host.size,
    language: plan.language,
    theme: plan.theme,
    calm: true,
  });
  const { join } = guest.words.shell;
  await take(guest, plan, 'join');
  await guest.page.getByLabel(join.yourName).fill('Dee');
  await guest.page.locator('form button[type="submit"]').first().click();
  await guest.page.getByText(guest.words.entry.waiting.title).waitFor();
  await take(guest, plan, 'waiting');
  await take(host, plan, 'host-admits');
  await session.submit({ kind: 'host', host: 'host' }, 'cancel', { type: 'cancelSession' });
  await take(guest, plan, 'cancelled');
  await take(host, plan, 'host-cancelled');
  await guest.context.close();
}
