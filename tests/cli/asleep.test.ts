import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { apiAt } from '../../client/net/api.ts';
import { deviceNow } from '../../client/source/deviceTime.ts';
import { liveSource } from '../../client/source/live.ts';
import type { ViewSource } from '../../client/source/viewSource.ts';
import { begin, type Running } from './crossroads.ts';

const ASLEEP_MS = 7000;
const SLACK_MS = 2500;

let directory: string;
let server: Running;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'crossroads-asleep-'));
  server = begin(['start', '--no-build', '--port', '0', '--host', '127.0.0.1', '--data', directory]);
  await vi.waitFor(() => expect(server.said.out + server.said.err).toContain('Stop with Ctrl-C'), 30_000);
});
afterEach(async () => {
  server.child.kill('SIGCONT');
  server.child.kill('SIGTERM');
  await server.ended;
  await rm(directory, { recursive: true });
});

async function talking(): Promise<ViewSource> {
  const [, origin = '', secret = ''] =
    /(http:\/\/localhost:\d+)\/host#([\w-]{22})/.exec(server.said.out) ?? [];
  const call = async (path: string, body: unknown, cookie = ''): Promise<Response> =>
    fetch(`${origin}/api/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie },
      body: JSON.stringify(body),
    });
  const entered = await call('host/enter', { secret });
  const cookie = entered.headers.get('set-cookie')?.split(';')[0] ?? '';
  const opened = await call('sessions', { scenario: 'archipelago', plan: '5x3' }, cookie);
  const { code }: { code: string } = await opened.json();
  await apiAt(origin).takeSeat(code, { seat: null, name: null });
  const pass = (await (await call(`sessions/${code}/host`, {}, cookie)).json()) as {
    code: string;
    token: string;
  };
  const source = liveSource(code, pass, origin);
  await vi.waitFor(() => expect(source.status.value).toBe('live'), 10_000);
  await source.send({ type: 'startSession' });
  await source.send({ type: 'closePhase', because: 'host' });
  await vi.waitFor(() => expect(source.view.value?.table.phase).toBe('negotiation'), 10_000);
  return source;
}

const leftOf = (source: ViewSource): number => (source.presence.value?.deadlineMs ?? 0) - deviceNow();

test('while the server is stopped no time of the phase passes, and people’s clocks say so at once', async () => {
  const source = await talking();
  const before = leftOf(source);
  server.child.kill('SIGSTOP');
  await wait(ASLEEP_MS);
  server.child.kill('SIGCONT');
  await vi.waitFor(() => expect(before - leftOf(source)).toBeLessThan(SLACK_MS), 3000);
  expect(leftOf(source)).toBeLessThanOrEqual(before);
  expect([source.status.value, source.view.value?.table.phase]).toEqual(['live', 'negotiation']);
  source.close();
}, 60_000);
