import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { type IncomingHttpHeaders, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib';
import express from 'express';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { compressedAnswers } from '../../server/http/compressedAnswers.ts';
import { staticClient } from '../../server/http/staticClient.ts';
import { type TestServer, testServer } from '../support/testServer.ts';

const page = `<!doctype html><title>Crossroads</title>${'<p>十字路口</p>'.repeat(200)}`;
const script = `export const words = '${'word '.repeat(2000)}';`;
const gone = 'gone-0123abcd.js';

let folder: string;
let server: TestServer;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'crossroads-pages-'));
  const dist = join(folder, 'dist');
  mkdirSync(join(dist, 'assets'), { recursive: true });
  writeFileSync(join(folder, 'secret.txt'), 'not for anybody');
  for (const [name, text] of [
    ['index.html', page],
    ['assets/app-0123abcd.js', script],
    [`assets/${gone}`, script],
  ] as const) {
    writeFileSync(join(dist, name), text);
    writeFileSync(join(dist, `${name}.br`), brotliCompressSync(text));
    writeFileSync(join(dist, `${name}.gz`), gzipSync(text));
  }
  writeFileSync(join(dist, 'assets/small-0123abcd.js'), 'export {};');
  server = await testServer(Date.now, staticClient(dist));
  for (const ending of ['', '.br', '.gz']) rmSync(join(dist, 'assets', `${gone}${ending}`));
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** Asks without a client's corrections: the path unchanged, the bytes as they arrive. */
function ask(path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Answer> {
  const { hostname, port } = new URL(server.origin);
  return new Promise((resolve, reject) => {
    request({ hostname, port, path, method, headers }, (answer) => {
      const parts: Buffer[] = [];
      answer.on('data', (part: Buffer) => parts.push(part));
      answer.on('end', () => {
        resolve({
          status: answer.statusCode ?? 0,
          headers: answer.headers,
          body: Buffer.concat(parts),
        });
      });
    })
      .on('error', reject)
      .end();
  });
}

const plain = { br: brotliDecompressSync, gzip: gunzipSync, none: (bytes: Buffer) => bytes };
const asked = { br: 'gzip, deflate, br', gzip: 'gzip, deflate', none: 'identity' };
const app = '/assets/app-0123abcd.js';

for (const encoding of ['br', 'gzip', 'none'] as const) {
  test(`a page and an asset as ${encoding}`, async () => {
    const headers = { 'accept-encoding': asked[encoding] };
    for (const [path, text, cache, type] of [
      [app, script, 'public, max-age=31536000, immutable', 'text/javascript'],
      ['/', page, 'no-cache', 'text/html'],
      ['/join/H7KX4M?lang=zh', page, 'no-cache', 'text/html'],
      ['/index.html', page, 'no-cache', 'text/html'],
    ] as const) {
      const answer = await ask(path, headers);
      expect([path, answer.status]).toEqual([path, 200]);
      expect(answer.headers['content-encoding']).toBe(encoding === 'none' ? undefined : encoding);
      expect(answer.headers.vary).toBe('Accept-Encoding');
      expect(answer.headers['cache-control']).toBe(cache);
      expect(answer.headers['content-type']?.toLowerCase()).toBe(`${type}; charset=utf-8`);
      expect(Number(answer.headers['content-length'])).toBe(answer.body.length);
      expect(plain[encoding](answer.body).toString()).toBe(text);
      if (encoding !== 'none') expect(answer.body.length).toBeLessThan(text.length / 4);
    }
  });
}

test('each copy has an ETag of its own, and a client that has it gets no bytes again', async () => {
  const tags = new Set<string>();
  for (const encoding of ['br', 'gzip', 'none'] as const) {
    const headers = { 'accept-encoding': asked[encoding] };
    for (const path of [app, '/join/H7KX4M']) {
      const { etag = '' } = (await ask(path, headers)).headers;
      tags.add(`${path} ${etag}`);
      const again = await ask(path, { ...headers, 'if-none-match': etag });
      expect([again.status, again.body.length, again.headers.etag]).toEqual([304, 0, etag]);
      expect(again.headers.vary).toBe('Accept-Encoding');
    }
  }
  expect(tags.size).toBe(6);
});

test('HEAD sends the same headers and no body', async () => {
  for (const path of [app, '/', '/host/H7KX4M']) {
    const headers = { 'accept-encoding': 'br' };
    const [get, head] = [await ask(path, headers), await ask(path, headers, 'HEAD')];
    expect([head.status, head.body.length]).toEqual([200, 0]);
    for (const name of ['content-length', 'content-encoding', 'content-type', 'etag', 'vary'])
      expect(head.headers[name]).toBe(get.headers[name]);
  }
});

test('a range is a range of the copy it names; one outside it is refused plainly', async () => {
  const whole = (await ask(app, { 'accept-encoding': 'gzip' })).body;
  const part = await ask(app, { 'accept-encoding': 'gzip', range: 'bytes=2-11' });
  expect(part.status).toBe(206);
  expect(part.headers['content-range']).toBe(`bytes 2-11/${whole.length}`);
  expect(part.headers['content-encoding']).toBe('gzip');
  expect(part.body).toEqual(whole.subarray(2, 12));
  const outside = await ask(app, { 'accept-encoding': 'gzip', range: 'bytes=999999-' });
  expect(outside.status).toBe(416);
  expectPlain(outside);
});

test('nothing outside the built pages is served', async () => {
  for (const path of [
    '/../secret.txt',
    '/assets/../../secret.txt',
    '/%2e%2e/secret.txt',
    '/assets/%2e%2e/%2e%2e/secret.txt',
    '/assets/..%2f..%2fsecret.txt',
    '/assets/..%5c..%5csecret.txt',
    '/assets/....//secret.txt',
    '/assets/app-0123abcd.js%00.html',
    '/.git/config',
  ]) {
    const answer = await ask(path, { 'accept-encoding': 'br' });
    expect([path, answer.status >= 400 && answer.status < 500]).toEqual([path, true]);
    expect(answer.body.toString()).not.toContain('not for anybody');
  }
});

test('unknown files, files of an earlier build, folders and other methods are not found, in plain JSON', async () => {
  const headers = { 'accept-encoding': 'br, gzip' };
  for (const path of [
    '/assets/older-89abcdef.js',
    `/assets/${gone}`,
    '/assets/',
    '/assets',
    '/missing.png',
  ]) {
    const answer = await ask(path, headers);
    expect([path, answer.status]).toEqual([path, 404]);
    expectPlain(answer);
  }
  const posted = await ask(app, headers, 'POST');
  expect(posted.status).toBe(404);
  expectPlain(posted);
  const small = await ask('/assets/small-0123abcd.js', headers);
  expect([small.status, small.body.toString()]).toEqual([200, 'export {};']);
});

/** An error that a browser can read and that no cache keeps. */
function expectPlain({ headers, body }: Answer): void {
  expect(headers['content-encoding']).toBeUndefined();
  expect(headers['cache-control'] ?? '').not.toContain('immutable');
  expect(headers['content-type']).toContain('application/json');
  expect(JSON.parse(body.toString())).toMatchObject({ code: 'malformed' });
}

test('the large answers of the API that hold no secret are compressed', async () => {
  const headers = { 'accept-encoding': 'gzip' };
  const scenarios = await ask('/api/scenarios', headers);
  expect([scenarios.headers['content-encoding'], scenarios.headers.vary]).toEqual([
    'gzip',
    'Accept-Encoding',
  ]);
  expect(JSON.parse(gunzipSync(scenarios.body).toString())).toHaveProperty('0.id');
  const cookie = await server.hostCookie();
  const opened = await server.call(
    'POST',
    '/api/sessions',
    { scenario: 'archipelago', plan: '5x3' },
    { cookie },
  );
  const { code }: { code: string } = await opened.json();
  for (const path of [`/api/sessions/${code}`, `/api/sessions/${code}/log`]) {
    const answer = await ask(path, { ...headers, cookie });
    expect([path, answer.status, answer.headers['content-encoding']]).toEqual([path, 200, 'gzip']);
  }
});

test('an answer with a secret is sent as it is, however long it is', async () => {
  const pages = express();
  pages.use(compressedAnswers(), (_request, response) => {
    response.json({ token: 'a'.repeat(5000) });
  });
  const listening = pages.listen(0, '127.0.0.1');
  await once(listening, 'listening');
  const address = listening.address();
  const origin = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
  const encodingOf = async (method: string, path: string): Promise<string | null> =>
    (await fetch(`${origin}${path}`, { method })).headers.get('content-encoding');
  expect(await encodingOf('GET', '/sessions/H7KX4M')).not.toBeNull();
  for (const [method, path] of [
    ['POST', '/sessions/H7KX4M/seats'],
    ['POST', '/sessions/H7KX4M/host'],
    ['GET', '/sessions/H7KX4M/rejoin'],
    ['POST', '/sessions/H7KX4M/rejoin'],
    ['POST', '/practice'],
    ['POST', '/host/enter'],
    ['GET', '/host'],
    ['GET', '/sessions'],
  ] as const)
    expect([path, await encodingOf(method, path)]).toEqual([path, null]);
  listening.close();
});
