import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { liveSource } from '../../client/source/live.ts';
import type { ViewSource } from '../../client/source/viewSource.ts';
import { Meters } from '../../server/lib/meters.ts';
import { memoryStore } from '../../server/store/memory.ts';
import { noteStart, noteStop } from '../../server/store/starts.ts';
import type { HostPass } from '../../shared/wire/api.ts';
import type { ServerFacts } from '../../shared/wire/serverFacts.ts';
import { type TestServer, testServer, until } from '../support/testServer.ts';

let server: TestServer;
const sources: ViewSource[] = [];
const TOKEN = 'a-token-of-the-school';

beforeAll(async () => {
  server = await testServer();
});
afterEach(() => {
  for (const source of sources.splice(0)) source.close();
});
afterAll(async () => server.close());

async function opened(): Promise<{ readonly code: string; readonly host: ViewSource }> {
  const cookie = await server.hostCookie();
  const opening = { scenario: 'archipelago', plan: '5x3' };
  const answer = await server.call('POST', '/api/sessions', opening, { cookie });
  const { code }: { code: string } = await answer.json();
  const charge = await server.call('POST', `/api/sessions/${code}/host`, {}, { cookie });
  const pass: HostPass = await charge.json();
  return { code, host: await live(code, pass) };
}

async function live(code: string, pass: Parameters<typeof liveSource>[1]): Promise<ViewSource> {
  const source = liveSource(code, pass, server.origin);
  sources.push(source);
  await until('the source is live', () => source.status.value === 'live');
  return source;
}

async function metrics(): Promise<string> {
  const answer = await server.call('GET', '/metrics');
  expect(answer.status).toBe(200);
  expect(answer.headers.get('content-type')).toContain('text/plain; version=0.0.4');
  return answer.text();
}

function valueOf(text: string, meter: string): number {
  const line = text.split('\n').find((each) => each.startsWith(`${meter} `));
  if (line === undefined) throw new Error(`no ${meter} in:\n${text}`);
  return Number(line.slice(meter.length));
}

describe('what is measured', () => {
  test('sessions, people, sockets, commands by result, refusals by code, latencies, store and starts', async () => {
    const { code, host } = await opened();
    const pass = await server.api.takeSeat(code, { seat: 'aurelia', name: 'Anna Example' });
    if (!pass.ok) throw new Error('no seat');
    const anna = await live(code, pass.value);
    await until('she is here', () => host.presence.value?.connected.some(Boolean));
    const lobby = await metrics();
    expect(valueOf(lobby, 'crossroads_sessions{state="lobby"}')).toBe(1);
    expect(valueOf(lobby, 'crossroads_people')).toBe(1);
    expect(valueOf(lobby, 'crossroads_sockets')).toBe(2);
    await host.send({ type: 'startSession' });
    expect(await anna.send({ type: 'startSession' })).toMatchObject({ ok: false });
    const unknown = code === '222222' ? '333333' : '222222';
    expect((await server.call('GET', `/api/sessions/${unknown}`)).status).toBe(404);
    const running = await metrics();
    expect(valueOf(running, 'crossroads_sessions{state="running"}')).toBe(1);
    expect(valueOf(running, 'crossroads_sessions_kept')).toBe(1);
    expect(valueOf(running, 'crossroads_commands_total{result="accepted"}')).toBe(1);
    expect(valueOf(running, 'crossroads_commands_total{result="refused"}')).toBe(1);
    const refusals = 'crossroads_refusals_total';
    expect(valueOf(running, `${refusals}{door="command",code="notYourCommand"}`)).toBe(1);
    expect(valueOf(running, `${refusals}{door="page",code="unknownCode"}`)).toBe(1);
    expect(valueOf(running, 'crossroads_append_seconds_count')).toBeGreaterThan(1);
    expect(valueOf(running, 'crossroads_publish_seconds_count')).toBeGreaterThan(1);
    expect(valueOf(running, 'crossroads_append_queue')).toBe(0);
    expect(valueOf(running, 'crossroads_starts')).toBe(1);
    expect(valueOf(running, 'crossroads_event_loop_delay_p99_seconds')).toBeGreaterThanOrEqual(0);
    expect(valueOf(running, 'process_resident_memory_bytes')).toBeGreaterThan(10_000_000);
    for (const secret of [code, 'Anna', pass.value.token, 'archipelago', '127.0.0.1'])
      expect(running).not.toContain(secret);
  });

  test('the same in numbers for the host alone', async () => {
    const { code } = await opened();
    expect((await server.call('GET', '/api/host/server')).status).toBe(403);
    const cookie = await server.hostCookie();
    const answer = await server.call('GET', '/api/host/server', undefined, { cookie });
    const text = await answer.text();
    const facts: ServerFacts = JSON.parse(text);
    expect(facts).toMatchObject({ keeps: true, draining: false, version: 'test', waiting: 0 });
    expect(facts.standing.sessions.lobby).toBe(1);
    expect(facts.refusals).toContainEqual({ door: 'page', code: 'notHost', times: 1 });
    expect(facts.append?.p95Ms).toBeGreaterThanOrEqual(facts.append?.medianMs ?? Infinity);
    expect(text).not.toContain(code);
  });
});

describe('who may read it', () => {
  test('a program on this computer, but no request through a proxy', async () => {
    expect((await server.call('GET', '/metrics')).status).toBe(200);
    for (const header of ['x-forwarded-for', 'forwarded', 'x-real-ip', 'via']) {
      const answer = await server.call('GET', '/metrics', undefined, { [header]: '10.0.0.7' });
      expect(answer.status).toBe(404);
      expect(await answer.json()).toMatchObject({ code: 'malformed' });
    }
  });

  test('no token at all if the server has none', async () => {
    const answer = await server.call('GET', '/metrics', undefined, { authorization: 'Bearer null' });
    expect(answer.status).toBe(403);
    expect(await answer.json()).toMatchObject({ code: 'badToken' });
  });

  test('behind a proxy only a program with the token, even if the proxy does not announce itself', async () => {
    const behind = await testServer(Date.now, null, {
      publicUrl: 'https://school.example/crossroads',
      trustProxy: ['loopback'],
      metricsToken: TOKEN,
    });
    try {
      const ask = async (authorization?: string): Promise<number> => {
        const headers = authorization === undefined ? {} : { authorization };
        return (await behind.call('GET', '/metrics', undefined, headers)).status;
      };
      expect(await ask()).toBe(404);
      expect(await ask(`Bearer ${TOKEN}`)).toBe(200);
      expect(await ask(`Bearer ${TOKEN}x`)).toBe(403);
      expect((await behind.call('GET', '/crossroads/metrics')).status).toBe(404);
      for (let tries = 0; tries < 40; tries += 1) await ask('Bearer wrong');
      expect(await ask('Bearer wrong')).toBe(429);
      expect(await ask(`Bearer ${TOKEN}`)).toBe(200);
    } finally {
      await behind.close();
    }
  });
});

describe('starts', () => {
  test('are counted, and those after an end without a proper stop apart', async () => {
    const store = memoryStore();
    expect(await noteStart(store, false)).toEqual({ starts: 1, crashes: 0 });
    await noteStop(store);
    expect(await noteStart(store, false)).toEqual({ starts: 2, crashes: 0 });
    expect(await noteStart(store, false)).toEqual({ starts: 3, crashes: 1 });
    await store.putSetting('starts', 'no JSON');
    expect(await noteStart(store, false)).toEqual({ starts: 1, crashes: 0 });
    await store.close();
  });
});

test('a busy event loop shows as delay, an idle one does not', async () => {
  const meters = new Meters();
  try {
    await new Promise((resolve) => setTimeout(resolve, 200));
    const end = performance.now() + 400;
    while (performance.now() < end);
    await new Promise((resolve) => setTimeout(resolve, 120));
    expect((await meters.counted()).delayMs).toBeGreaterThan(200);
  } finally {
    meters.close();
  }
});

test('an append that fails is not timed, and waits no longer', async () => {
  const meters = new Meters();
  try {
    await expect(meters.appending(async () => Promise.reject(new Error('full')))).rejects.toThrow('full');
    expect(await meters.counted()).toMatchObject({ waiting: 0, append: null });
    await meters.appending(async () => Promise.resolve());
    expect((await meters.counted()).append?.p95Ms).toBeLessThan(1000);
  } finally {
    meters.close();
  }
});
