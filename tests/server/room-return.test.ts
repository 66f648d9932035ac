import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, renameSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { apiAt } from '../../client/net/api.ts';
import { liveSource } from '../../client/source/live.ts';
import type { ViewSource } from '../../client/source/viewSource.ts';
import { until } from '../support/testServer.ts';

/** A server takes seconds to start on a busy machine. */
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const dataDir = mkdtempSync(join(tmpdir(), 'crossroads-return-'));
let port = 0;
let child: ChildProcess;

beforeAll(async () => {
  port = await freePort();
  child = await started();
});
afterAll(async () => {
  await stopped('SIGKILL');
  rmSync(dataDir, { recursive: true, force: true });
});

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  return typeof address === 'object' && address !== null ? address.port : 0;
}

async function started(): Promise<ChildProcess> {
  const script = join(import.meta.dirname, '../support/serverProcess.ts');
  const spawned = spawn(process.execPath, [script, dataDir, `${port}`], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(spawned.stdout, 'data');
  return spawned;
}

async function stopped(signal: 'SIGKILL' | 'SIGTERM'): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
  const exit = once(child, 'exit');
  child.kill(signal);
  const [code]: (number | null)[] = await exit;
  return code ?? null;
}

async function practising(): Promise<ViewSource> {
  const origin = `http://127.0.0.1:${port}`;
  const pass = await apiAt(origin).practice({});
  if (!pass.ok) throw new Error(pass.failure.code);
  const source = liveSource(pass.value.code, pass.value, origin);
  await until('live', () => source.status.value === 'live', 15_000);
  await until('decisions are open', () => source.view.value?.table.phase === 'decision', 15_000);
  return source;
}

test('after kill -9 and a restart everybody is back without a click, and nothing acknowledged is lost', async () => {
  const source = await practising();
  const bet = await source.send({ type: 'betOnDial', band: 4 });
  expect(bet).toMatchObject({ ok: true });
  await stopped('SIGKILL');
  await until('the loss is noticed', () => source.status.value === 'reconnecting', 15_000);
  expect(await source.send({ type: 'betOnDial', band: 1 })).toEqual({ ok: false, undelivered: 'offline' });
  child = await started();
  await until('back by itself', () => source.status.value === 'live', 15_000);
  expect(source.view.value?.own?.bet).toBe(4);
  expect(await source.send({ type: 'sealOrders', order: { action: 'hold' } })).toMatchObject({ ok: true });
  await until('play goes on', () => source.view.value?.table.phase === 'reveal', 15_000);
  source.close();
});

test('a command that was on its way when the server died is given again with the same key, and done once', async () => {
  const source = await practising();
  const given = source.send({ type: 'betOnDial', band: 2 });
  await stopped('SIGKILL');
  child = await started();
  expect(await given).toMatchObject({ ok: true });
  expect(source.view.value?.own?.bet).toBe(2);
  source.close();
});

test('SIGTERM tells everybody, exits with 0, and the successor has them back', async () => {
  const source = await practising();
  expect(await stopped('SIGTERM')).toBe(0);
  await until('told', () => source.status.value === 'reconnecting', 15_000);
  child = await started();
  await until('back', () => source.status.value === 'live', 15_000);
  source.close();
});

const ready = async (): Promise<unknown> => {
  const response = await fetch(`http://127.0.0.1:${port}/readyz`);
  return { status: response.status, ...(await response.json()) };
};
const notStored = { ok: false, undelivered: 'notStored' };

test('while the data directory is away nothing is acknowledged and the server is not ready; then play goes on', async () => {
  const source = await practising();
  renameSync(dataDir, `${dataDir}.away`);
  expect(await source.send({ type: 'betOnDial', band: 4 })).toEqual(notStored);
  expect(await ready()).toMatchObject({ status: 503, ready: false, keeps: false });
  renameSync(`${dataDir}.away`, dataDir);
  expect(await ready()).toMatchObject({ status: 200, keeps: true });
  expect(source.view.value?.own?.bet ?? null).toBeNull();
  expect(await source.send({ type: 'betOnDial', band: 4 })).toMatchObject({ ok: true });
  source.close();
});

test('a database deleted under the server is written back when it stops: what was acknowledged is there at the next start', async () => {
  const source = await practising();
  expect(await source.send({ type: 'betOnDial', band: 5 })).toMatchObject({ ok: true });
  for (const end of ['', '-wal', '-shm']) rmSync(join(dataDir, `crossroads.sqlite${end}`));
  expect(await source.send({ type: 'betOnDial', band: 1 })).toEqual(notStored);
  expect(await ready()).toMatchObject({ status: 503, keeps: false });
  expect(await stopped('SIGTERM')).toBe(0);
  child = await started();
  await until('back', () => source.status.value === 'live', 15_000);
  expect(source.view.value?.own?.bet).toBe(5);
  source.close();
});
