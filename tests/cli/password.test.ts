import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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
