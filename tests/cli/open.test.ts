import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { begin, type Running } from './crossroads.ts';

let directory: string;
let env: NodeJS.ProcessEnv;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'crossroads-open-'));
  const opener = join(directory, 'bin', 'xdg-open');
  await mkdir(join(directory, 'bin'));
  await writeFile(opener, `#!/bin/sh\nprintf '%s\\n' "$@" >> '${directory}/opened'\n`);
  await chmod(opener, 0o755);
  env = { PATH: `${join(directory, 'bin')}:${process.env['PATH'] ?? ''}`, LOG_LEVEL: 'silent' };
});
afterAll(() => rm(directory, { recursive: true }));

const start = (data: string, port: string): Running =>
  begin(['start', '--no-build', '--open', '--host', '127.0.0.1', '--data', join(directory, data)], {
    ...env,
    PORT: port,
  });

async function hostUrl(running: Running): Promise<string> {
  await vi.waitFor(() => expect(running.said.out + running.said.err).toContain('Stop with Ctrl-C'), 60_000);
  return /http:\/\/localhost:\d+\/host(?:#[\w-]{22})?/.exec(running.said.out)?.[0] ?? '';
}

async function opened(count: number): Promise<readonly string[]> {
  const read = async (): Promise<readonly string[]> =>
    (await readFile(join(directory, 'opened'), 'utf8').catch(() => '')).split('\n').filter(Boolean);
  await vi.waitFor(async () => expect(await read()).toHaveLength(count), 60_000);
  return read();
}

async function ended(running: Running): Promise<void> {
  running.child.kill('SIGTERM');
  expect(await running.ended).toMatchObject({ code: 0, err: '' });
}

describe.skipIf(process.platform !== 'linux')('start --open, as somebody double-clicks it', () => {
  test('opens the host’s page; a second start opens that of the server that runs, also after a password', async () => {
    await rm(join(directory, 'opened'), { force: true });
    const killed = start('data', '0');
    await hostUrl(killed);
    await opened(1);
    killed.child.kill('SIGKILL');
    await killed.ended;
    const server = start('data', '0');
    const url = await hostUrl(server);
    expect(await opened(2)).toContain(url);
    const second = await start('data', '0').ended;
    expect(second).toMatchObject({ code: 0, err: '' });
    expect(second.out).toContain('Crossroads is already running.');
    expect((await opened(3))[2]).toBe(url);
    const password = begin(['password', '--data', join(directory, 'data')]);
    password.child.stdin?.end('a good password\n');
    expect(await password.ended).toMatchObject({ code: 0 });
    await start('data', '0').ended;
    expect((await opened(4))[3]).toBe(url.replace(/#.*/, ''));
    await ended(server);
  }, 120_000);

  test('two starts at the same time give one server and no complaint', async () => {
    await rm(join(directory, 'opened'), { force: true });
    const both = [start('twice', '0'), start('twice', '0')];
    const urls = await opened(2);
    expect(new Set(urls).size).toBe(1);
    const quicker = both.find(({ said }) => said.out.includes('Stop with Ctrl-C'));
    const other = both.find((one) => one !== quicker);
    expect(await other?.ended).toMatchObject({ code: 0, err: '' });
    if (quicker !== undefined) await ended(quicker);
  }, 120_000);

  test('takes the next port where the usual one is taken, and another server’s data are no server of ours', async () => {
    await rm(join(directory, 'opened'), { force: true });
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const address = other.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const server = start('beside', `${port}`);
    expect(Number(new URL(await hostUrl(server)).port)).toBeGreaterThan(port);
    const apart = start('apart', '0');
    expect(await hostUrl(apart)).not.toBe(await hostUrl(server));
    await ended(apart);
    await ended(server);
    other.close();
  }, 120_000);
});
