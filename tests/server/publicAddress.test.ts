import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { isPageAddress } from '#shared/wire/pages.ts';
import { apiAt } from '../../client/net/api.ts';
import { joinRoom } from '../../client/net/joinRoom.ts';
import { addressOf } from '../../client/lib/address.ts';
import { readConfig } from '../../server/config.ts';
import { publicAddress } from '../../server/http/publicAddress.ts';
import { staticClient } from '../../server/http/staticClient.ts';
import { type TestServer, testServer } from '../support/testServer.ts';

const PAGE =
  '<!doctype html><meta name="public-url" content="" /><script src="/assets/app-1.js"></script><p>Crossroads';

interface Asked {
  readonly method?: string;
  readonly headers?: Record<string, string>;
}

let dist: string;
let server: TestServer;
beforeEach(() => {
  dist = mkdtempSync(join(tmpdir(), 'crossroads-dist-'));
  mkdirSync(join(dist, 'assets'));
  writeFileSync(join(dist, 'index.html'), PAGE);
  writeFileSync(join(dist, 'assets/app-1.js'), 'export {};');
});
afterEach(async () => {
  await server.close();
  rmSync(dist, { recursive: true });
});

async function serverAt(publicUrl: string | null): Promise<void> {
  server = await testServer(Date.now, staticClient(dist, publicAddress(publicUrl)), { publicUrl });
}

/** Sends its own `Host` header, which `fetch` does not allow. */
async function ask(path: string, { method = 'GET', headers = {} }: Asked = {}) {
  const { hostname, port } = new URL(server.origin);
  return new Promise<{ status: number; body: string; cookie: string }>((resolve, reject) => {
    const asked = request({ hostname, port, path, method, headers }, (answer) => {
      let body = '';
      answer.on('data', (part: Buffer) => (body += part.toString()));
      answer.on('end', () =>
        resolve({ status: answer.statusCode ?? 0, body, cookie: String(answer.headers['set-cookie'] ?? '') }),
      );
    });
    asked.on('error', reject).end();
  });
}

describe('addresses', () => {
  test.each([
    '/',
    '/host',
    '/host/ready',
    '/trial',
    '/rules',
    '/compare',
    '/join/AB2CD3',
    '/AB2CD3',
    '/ab2-cd3',
    '/kit/archipelago',
  ])('%s is a page', async (path) => {
    await serverAt(null);
    expect(await ask(path)).toMatchObject({ status: 200, body: PAGE });
    expect(addressOf(path).screen).not.toBe('unknown');
  });

  test.each(['/healthz', '/api', '/api/none', '/admin/login', '/wp-login', '/join/AB2CD3/more', '/%E0%A4%A'])(
    '%s is no page: a program gets JSON, and a person sees the page that says so',
    async (path) => {
      await serverAt(null);
      const answer = await ask(path);
      expect([answer.status, JSON.parse(answer.body)]).toEqual([
        404,
        { code: 'malformed', message: 'there is no such address' },
      ]);
      expect(isPageAddress(path)).toBe(false);
      const person = await ask(path, { headers: { accept: 'text/html' } });
      expect(person.status).toBe(404);
      expect(person.body === PAGE).toBe(!/^\/(?:api|%)/.test(path));
    },
  );
});

describe('names', () => {
  test.each([
    '127.0.0.1',
    '192.168.1.20:2567',
    '[::1]:2567',
    'localhost',
    'LOCALHOST.:2567',
    'teacher.local',
    'school.example',
  ])('%s is answered', async (host) => {
    await serverAt('https://school.example/');
    expect((await ask('/api/scenarios', { headers: { host } })).status).toBe(200);
  });

  test.each([
    'evil.example',
    'school.example.evil.example',
    '127.0.0.1.evil.example',
    'local',
    '1.2.3',
    'evil.example:80',
  ])('%s is refused in words, sockets too', async (host) => {
    await serverAt('https://school.example/');
    const answer = await ask('/api/scenarios', { headers: { host } });
    expect([answer.status, JSON.parse(answer.body)]).toMatchObject([421, { code: 'otherHost' }]);
    const socket = { host, connection: 'Upgrade', upgrade: 'websocket' };
    const key = { 'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==', 'sec-websocket-version': '13' };
    expect((await ask('/p/r', { headers: { ...socket, ...key } })).status).toBe(403);
  });

  test('the name that the host sends people to is answered', async () => {
    await serverAt(null);
    const headers = { host: 'crossroads.school.lan' };
    expect((await ask('/api/scenarios', { headers })).status).toBe(421);
    await server.app.joinAddress.choose('crossroads.school.lan');
    expect((await ask('/api/scenarios', { headers })).status).toBe(200);
  });

  test('this computer’s own name is answered', async () => {
    await serverAt(null);
    const { isOwnHost } = publicAddress(null, 'Class-Laptop');
    expect([isOwnHost('class-laptop:2567'), isOwnHost('other-laptop')]).toEqual([true, false]);
  });
});

describe('under a path', () => {
  const url = 'https://school.example/crossroads';

  test('page and cookie are of that path, and the proxy may take it off or leave it on', async () => {
    await serverAt(url);
    for (const path of ['/join/AB2CD3', '/crossroads/join/AB2CD3', '/crossroads', '/crossroads/index.html']) {
      const { status, body } = await ask(path);
      expect(status).toBe(200);
      expect(body).toContain('src="/crossroads/assets/app-1.js"');
      expect(body).toContain(`name="public-url" content="${url}"`);
    }
    for (const path of ['/assets/app-1.js', '/crossroads/assets/app-1.js', '/crossroads/api/scenarios'])
      expect((await ask(path)).status).toBe(200);
    expect((await ask('/crossroadsx')).status).toBe(404);
    const secret = await server.app.door.secret();
    const entered = await server.call('POST', '/crossroads/api/host/enter', { secret });
    expect(entered.headers.get('set-cookie')).toMatch(
      /; Path=\/crossroads\/; HttpOnly; SameSite=Strict;.*; Secure/,
    );
  });

  test('its pages may post though the proxy names the server otherwise, other sites’ may not', async () => {
    await serverAt(url);
    const from = async (origin: string) =>
      (await server.call('POST', '/api/practice', {}, { origin })).status;
    expect([await from('https://school.example'), await from('https://evil.example')]).toEqual([201, 403]);
  });

  test('rooms are joined through it', async () => {
    await serverAt(url);
    const pass = await apiAt(`${server.origin}/crossroads`).practice({});
    if (!pass.ok) throw new Error(pass.failure.code);
    const joined = await joinRoom(`${server.origin}/crossroads`, pass.value.code, pass.value.token);
    expect(joined.ok).toBe(true);
    if (joined.ok) joined.room.leave();
  });
});

describe('what is set', () => {
  beforeEach(async () => serverAt(null));

  test.each([
    ['1', 1],
    ['0', false],
    ['loopback, 10.0.0.0/8', ['loopback', '10.0.0.0/8']],
    ['fd00::/8', ['fd00::/8']],
  ])('TRUST_PROXY=%s', (text, trustProxy) => {
    expect(readConfig({ TRUST_PROXY: text })).toMatchObject({ ok: true, value: { trustProxy } });
  });

  test.each(['true', 'everybody', '10.0.0.0/33', '1.2.3', '-1', '10.0.0.1,'])(
    'TRUST_PROXY=%s is refused in a sentence',
    (text) => {
      expect(readConfig({ TRUST_PROXY: text })).toMatchObject({
        ok: false,
        failure: [expect.stringMatching(/^The variable TRUST_PROXY is .* the number of proxies/)],
      });
    },
  );

  test('PUBLIC_URL loses its last slash', () => {
    expect(readConfig({ PUBLIC_URL: 'https://school.example/crossroads/' })).toMatchObject({
      value: { publicUrl: 'https://school.example/crossroads' },
    });
    expect(readConfig({ PUBLIC_URL: 'https://school.example/' })).toMatchObject({
      value: { publicUrl: 'https://school.example' },
    });
  });
});
