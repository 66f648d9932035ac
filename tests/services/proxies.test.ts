import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startBrowser } from '../support/browser.ts';
import { type Program, startProgram } from '../support/program.ts';
import { foundBrowser, showOnFailure } from '../e2e/browserHere.ts';
import { endSession, goThrough, hold, join as joinSession, openSession } from '../e2e/hosting.ts';
import { openWindow, type Window } from '../e2e/window.ts';
import { type Front, fronts, startFront } from './fronts.ts';

const TOKEN = 'a-token-for-the-monitoring';

let browser: Browser;
beforeAll(async () => {
  browser = await startBrowser(foundBrowser());
});
afterAll(async () => browser.close());

describe.each(Object.entries(fronts))('behind %s, by https and under /crossroads/', (_name, kind) => {
  let front: Front;
  let program: Program;
  let url: string;

  beforeAll(async () => {
    front = await startFront(kind);
    ({ url } = front);
    const env = { PUBLIC_URL: `${url}/`, TRUST_PROXY: 'loopback', METRICS_TOKEN: TOKEN };
    program = await startProgram({ port: front.back, env });
  });
  afterAll(async () => {
    await program?.stop();
    await front?.stop();
  });

  test('a session is opened, joined, played, goes on after a restart, and is replayed and exported', async () => {
    expect(program.hostUrl.startsWith(`${url}/host#`)).toBe(true);
    expect(program.joinUrl).toBe(url);
    const teacher = await openWindow(browser, program.hostUrl, { selfMade: true });
    const pupil = await openWindow(browser, program.joinUrl, { selfMade: true, size: 'phone' });
    showOnFailure(teacher, pupil);
    const code = await openSession(teacher);
    const cookie = (await teacher.context.cookies()).find(({ name }) => name === 'crossroads_host');
    expect(cookie).toMatchObject({
      name: 'crossroads_host',
      path: '/crossroads/',
      secure: true,
      httpOnly: true,
    });
    expect(await teacher.page.getByText(`localhost:`).first().innerText()).toContain('/crossroads');
    await joinSession(pupil, code, 'Ann', 'meridia');
    await goThrough(teacher, 1, 'decision');
    await program.kill();
    for (const { page } of [teacher, pupil]) await page.locator('.banner').first().waitFor();
    await program.restart();
    for (const { page } of [teacher, pupil])
      await page.locator('.banner').first().waitFor({ state: 'detached' });
    const revealed = pupil.page.getByRole('heading', { name: pupil.words.play.reveal.title(1) });
    await hold(teacher, teacher.words.host.room.revealNow, revealed);
    await endSession(teacher);
    await replayed(teacher, `${url}/replay/${code}`);
    const log = await teacher.context.request.get(`${url}/api/sessions/${code}/log`);
    expect((await log.text()).split('\n')[0]).toContain('crossroads-log');
    expect([...teacher.strangers, ...pupil.strangers]).toEqual([]);
  });

  test('what is no page is not found, and another site’s page may not post', async () => {
    const { request } = await browser.newContext({ ignoreHTTPSErrors: true });
    expect((await request.get(`${url}/metrics`)).status()).toBe(404);
    expect(await (await request.get(`${url}/api/none`)).json()).toMatchObject({ code: 'malformed' });
    const foreign = { headers: { origin: 'https://evil.example' }, data: {} };
    expect((await request.post(`${url}/api/practice`, foreign)).status()).toBe(403);
    const bare = await request.get(url, { maxRedirects: 0 });
    expect(bare.status()).toBeGreaterThan(299);
    expect(new URL(bare.headers()['location'] ?? '', url).href).toBe(`${url}/`);
  });

  test('metrics are for who brings the token, and a large record reaches the server', async () => {
    const { request } = await browser.newContext({ ignoreHTTPSErrors: true });
    const headers = { authorization: `Bearer ${TOKEN}` };
    expect(await (await request.get(`${url}/metrics`, { headers })).text()).toContain('crossroads_starts ');
    const secret = new URL(program.hostUrl).hash.slice(1);
    expect((await request.post(`${url}/api/host/enter`, { data: { secret } })).status()).toBe(200);
    const record = { headers: { 'content-type': 'text/plain' }, data: 'x'.repeat(3_000_000) };
    const imported = await request.post(`${url}/api/library-import?file=large.jsonl`, record);
    expect([imported.status(), await imported.json()]).toMatchObject([422, { code: 'badRecord' }]);
  });
});

async function replayed({ page, words }: Window, address: string): Promise<void> {
  await page.goto(address);
  await page.getByRole('link', { name: words.shell.toHome }).first().waitFor();
  await page.locator('.scrubber, [role=slider], input[type=range]').first().waitFor();
  expect(page.url().startsWith(address)).toBe(true);
}
