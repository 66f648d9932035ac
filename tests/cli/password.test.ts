import { createReadStream } from 'node:fs';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { begin, type Ran, type Running } from './crossroads.ts';

let directory: string;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'crossroads-password-'));
});
afterAll(() => rm(directory, { recursive: true }));

async function started(data: string, env: NodeJS.ProcessEnv = {}): Promise<Running> {
  const running = begin(['start', '--no-build', '--port', '0', '--host', '127.0.0.1', '--data', data], env);
  await vi.waitFor(() => expect(running.said.out + running.said.err).toContain('Stop with Ctrl-C'), 30_000);
  return running;
}

async function typed(data: string, password: string, ...flags: readonly string[]): Promise<Ran> {
  const running = begin(['password', '--data', data, ...flags]);
  running.child.stdin?.end(`${password}\n`);
  return running.ended;
}

function originIn({ said }: Running): string {
  return /http:\/\/localhost:\d+/.exec(said.out)?.[0] ?? '';
}

async function login(server: Running, password: string): Promise<number> {
  const answer = await fetch(`${originIn(server)}/api/host/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ password }),
  });
  return answer.status;
}

test('a password is set beside the running server, then the start prints no secret, and a reset prints a new one', async () => {
  const data = join(directory, 'a');
  const first = await started(data);
  const [, secret = ''] = /host#([\w-]{22})\n/.exec(first.said.out) ?? [];
  expect(await typed(data, 'short')).toMatchObject({ code: 1, out: '' });
  expect(await typed(data, 'long enough')).toMatchObject({ code: 0 });
  expect(await login(first, 'long enough')).toBe(200);
  first.child.kill('SIGTERM');
  await first.ended;
  const second = await started(data);
  expect(second.said.out).toMatch(/Host \(with your password\) +http:\/\/localhost:\d+\/host\n/);
  const again = await typed(data, '', '--reset');
  const [, renewed = ''] = /host#([\w-]{22})\n/.exec(again.out) ?? [];
  expect(renewed).toHaveLength(22);
  expect(renewed).not.toBe(secret);
  expect(await login(second, 'long enough')).toBe(403);
  second.child.kill('SIGTERM');
  await second.ended;
}, 90_000);

test('what never ends is no password, and what is piped in may lack an end of line', async () => {
  const data = join(directory, 'piped');
  const endless = begin(['password', '--data', data]);
  const { stdin } = endless.child;
  if (stdin === null) throw new Error('nothing can be typed');
  const piped = pipeline(createReadStream('/dev/zero'), stdin).catch(() => undefined);
  expect(await endless.ended).toMatchObject({ code: 1, out: '' });
  await piped;
  for (const [given, code] of [
    ['', 1],
    ['no line ends here', 0],
    ['one line\r\nand another\r\n', 0],
  ] as const) {
    const running = begin(['password', '--data', data]);
    running.child.stdin?.end(given);
    expect(await running.ended, given).toMatchObject({ code });
  }
  const server = await started(data);
  expect(await login(server, 'one line')).toBe(200);
  server.child.kill('SIGTERM');
  await server.ended;
}, 90_000);

test('where the database is gone a password makes no new one in silence', async () => {
  const data = join(directory, 'gone');
  const server = await started(data);
  server.child.kill('SIGTERM');
  await server.ended;
  await rm(join(data, 'crossroads.sqlite'));
  for (const flags of [[], ['--reset']]) {
    const ran = await typed(data, 'long enough', ...flags);
    expect(ran).toMatchObject({ code: 1, out: '' });
    expect(ran.err).toMatch(/^The database in [^\n]+ is missing or empty, but [^\n]+\n$/);
  }
  expect(await readdir(data)).not.toContain('crossroads.sqlite');
}, 90_000);

test('an unattended installation takes its password from the environment', async () => {
  const data = join(directory, 'b');
  const server = await started(data, { CROSSROADS_HOST_PASSWORD: 'from the environment' });
  expect(server.said.out).not.toContain('/host#');
  expect(await login(server, 'from the environment')).toBe(200);
  server.child.kill('SIGTERM');
  await server.ended;
  const short = await begin(['--version'], { CROSSROADS_HOST_PASSWORD: 'x' }).ended;
  expect(short).toMatchObject({ code: 2 });
  expect(short.err).toContain('CROSSROADS_HOST_PASSWORD');
}, 90_000);

test('a server for this computer alone does not invite other devices', async () => {
  const server = await started(join(directory, 'c'));
  expect(server.said.out).toContain('Join, from this computer only');
  expect(server.said.out).not.toContain('any device');
  server.child.kill('SIGTERM');
  await server.ended;
}, 60_000);
