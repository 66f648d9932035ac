import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { startBrowser } from '../support/browser.ts';
import { type Program, startProgram } from '../support/program.ts';
import { foundBrowser, showOnFailure } from '../e2e/browserHere.ts';
import { endSession, goThrough, hold, join as joinSession, openSession } from '../e2e/hosting.ts';
import { openWindow, type Window } from '../e2e/window.ts';

/** How a technician may have written the block; in the last, what is forgotten by many. */
const habits = [
  ['takes the path off and keeps the name', '/', 'proxy_set_header Host $host;'],
  ['leaves the path on and keeps the name', '', 'proxy_set_header Host $host;'],
  ['takes the path off and names the server by itself', '/', ''],
] as const;

let browser: Browser;
beforeAll(async () => {
  browser = await startBrowser(foundBrowser());
});
afterAll(async () => browser.close());

describe.each(habits)('behind nginx that %s, by https and under /crossroads/', (_habit, tail, host) => {
  let folder: string;
  let nginx: ChildProcess;
  let program: Program;
  let url: string;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'crossroads-nginx-'));
    const [front, back] = [await freePort(), await freePort()];
    url = `https://localhost:${front}/crossroads`;
    makeCertificate(folder);
    nginx = await startNginx(
      folder,
      front,
      configuration(folder, front, `http://127.0.0.1:${back}${tail}`, host),
    );
    program = await startProgram({ port: back, env: { PUBLIC_URL: `${url}/`, TRUST_PROXY: 'loopback' } });
  });
  afterAll(async () => {
    await program.stop();
    const gone = once(nginx, 'exit');
    nginx.kill('SIGTERM');
    await gone;
    rmSync(folder, { recursive: true, force: true });
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
  });
});

async function replayed({ page, words }: Window, address: string): Promise<void> {
  await page.goto(address);
  await page.getByRole('link', { name: words.shell.toHome }).first().waitFor();
  await page.locator('.scrubber, [role=slider], input[type=range]').first().waitFor();
  expect(page.url().startsWith(address)).toBe(true);
}

function configuration(folder: string, port: number, upstream: string, host: string): string {
  return `
    daemon off; pid ${folder}/pid; error_log ${folder}/error.log; worker_processes 1;
    events { worker_connections 256; }
    http {
      access_log off;
      client_body_temp_path ${folder}/body; proxy_temp_path ${folder}/proxy;
      fastcgi_temp_path ${folder}/f; uwsgi_temp_path ${folder}/u; scgi_temp_path ${folder}/s;
      map $http_upgrade $connection_upgrade { default upgrade; '' close; }
      server {
        listen 127.0.0.1:${port} ssl;
        server_name localhost;
        ssl_certificate ${folder}/cert.pem; ssl_certificate_key ${folder}/key.pem;
        location /crossroads/ {
          proxy_pass ${upstream};
          ${host}
          proxy_http_version 1.1;
          proxy_set_header Upgrade $http_upgrade;
          proxy_set_header Connection $connection_upgrade;
          proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;
          proxy_read_timeout 300s;
        }
      }
    }`;
}

async function startNginx(folder: string, port: number, text: string): Promise<ChildProcess> {
  const file = join(folder, 'nginx.conf');
  writeFileSync(file, text);
  const child = spawn('nginx', ['-c', file, '-e', join(folder, 'error.log')], { stdio: 'inherit' });
  await vi.waitFor(async () => fetch(`http://127.0.0.1:${port}/`), { timeout: 10_000, interval: 100 });
  return child;
}

function makeCertificate(folder: string): void {
  const names = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost'];
  const files = ['-keyout', join(folder, 'key.pem'), '-out', join(folder, 'cert.pem')];
  execFileSync(
    'openssl',
    ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', ...names, ...files],
    {
      stdio: 'ignore',
    },
  );
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}
