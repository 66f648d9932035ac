import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { startBrowser } from '../support/browser.ts';
import { type BuiltFolder, builtFolder } from '../support/folderBuilt.ts';
import { freePort } from '../support/freePort.ts';
import { foundBrowser, showOnFailure } from '../e2e/browserHere.ts';
import { awaitDecision, nameOf, sealOrder, skipReveal } from '../e2e/play.ts';
import { openWindow } from '../e2e/window.ts';

let browser: Browser;
let folder: BuiltFolder;
beforeAll(async () => {
  folder = builtFolder();
  browser = await startBrowser(foundBrowser());
});
afterAll(async () => {
  await browser?.close();
  folder?.remove();
});

/** nginx with the page's configuration, and the folder where the page says that it lies. */
function nginx(port: number, work: string): readonly string[] {
  const page = readFileSync(join('docs', 'deploy', 'static.conf'), 'utf8');
  expect(page).toContain('alias /var/www/crossroads/;');
  const site = page.replace(
    '/var/www/crossroads/',
    `"${join(folder.served, decodeURIComponent(folder.path))}"`,
  );
  const config = join(work, 'main.conf');
  const user = process.getuid?.() === 0 ? 'user root;' : '';
  writeFileSync(
    config,
    `${user} daemon off; pid ${work}/pid; error_log ${work}/error.log; worker_processes 1;
    events { worker_connections 64; }
    http {
      include /etc/nginx/mime.types; access_log off;
      client_body_temp_path ${work}/body; proxy_temp_path ${work}/proxy;
      fastcgi_temp_path ${work}/f; uwsgi_temp_path ${work}/u; scgi_temp_path ${work}/s;
      server { listen 127.0.0.1:${port}; ${site} }
    }`,
  );
  return ['nginx', '-c', config, '-e', join(work, 'error.log')];
}

function python(port: number): readonly string[] {
  return ['python3', '-m', 'http.server', '--bind', '127.0.0.1', '--directory', folder.served, `${port}`];
}

describe.each([
  { name: 'nginx as the page says', command: nginx, path: () => '/crossroads/' },
  { name: 'Python’s file server', command: python, path: () => folder.path },
])('the folder of files behind $name', ({ command, path }) => {
  let child: ChildProcess;
  let work: string;
  let origin: string;
  beforeAll(async () => {
    const port = await freePort();
    work = mkdtempSync(join(tmpdir(), 'crossroads-static-'));
    const [program = '', ...args] = command(port, work);
    child = spawn(program, args, { stdio: 'ignore' });
    origin = `http://127.0.0.1:${port}`;
    await vi.waitFor(async () => fetch(origin), { timeout: 20_000, interval: 200 });
  });
  afterAll(async () => {
    const gone = once(child, 'exit');
    if (child.exitCode === null && child.kill('SIGTERM')) await gone;
    rmSync(work, { recursive: true, force: true });
  });

  test('practice, kit and rules open by their addresses, and a round is played', async () => {
    const window = await openWindow(browser, `${origin}${path()}?/practice`);
    showOnFailure(window);
    const { page, words } = window;
    await page.getByText(nameOf('concordia', 'en'), { exact: true }).click();
    await page.getByRole('button', { name: words.shell.practice.start, exact: true }).click();
    await awaitDecision(window, 1, 5);
    await sealOrder(window, { action: 'dialogue', targets: [nameOf('aurelia', 'en')] });
    expect((await skipReveal(window, 1)).orders).toHaveLength(6);
    await page.goto(`${origin}${path()}?/host`);
    await page.getByRole('heading', { name: words.folder.needsServer }).waitFor();
    await page
      .getByRole('link', { name: words.folder.kitOf('') })
      .first()
      .click();
    await page.locator('.kit-secret').waitFor();
    await page.goto(`${origin}${path()}?/rules#cards`);
    await page.locator('#cards').waitFor();
    expect(window.strangers).toEqual([]);
    expect(window.complaints).toEqual([]);
    await window.context.close();
  });
});
