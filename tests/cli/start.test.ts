import { alone } from '../../server/store/ownership.ts';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import { once } from 'node:events';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { at } from '#shared/lib/at.ts';
import { scenarioById } from '#shared/scenario/packs.ts';
import { BUILD } from '../../server/config.ts';
import { RunningTime } from '../../server/lib/serverTime.ts';
import { Sessions } from '../../server/live/sessions.ts';
import { writtenText } from '../../server/store/sessionTexts.ts';
import { openSqliteStore } from '../../server/store/sqlite.ts';
import { begin, crossroads, type Running } from './crossroads.ts';

let directory: string;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'crossroads-start-'));
});
afterAll(() => rm(directory, { recursive: true }));

async function started(data: string): Promise<Running> {
  const running = begin(['start', '--no-build', '--port', '0', '--host', '127.0.0.1', '--data', data]);
  await vi.waitFor(() => expect(running.said.out + running.said.err).toContain('Stop with Ctrl-C'), 30_000);
  return running;
}

test('prints the addresses, refuses a second server on the same data, and stops when told', async () => {
  const data = join(directory, 'data');
  const server = await started(data);
  expect(server.said.out).toMatch(/Host .*http:\/\/localhost:\d+\/host#[\w-]{22}\n/);
  const second = await crossroads('start', '--no-build', '--port', '0', '--data', data);
  expect(second.code).toBe(1);
  expect(second.err).toBe(`Another Crossroads server is already using the data directory ${data}.\n`);
  server.child.kill('SIGTERM');
  expect(await server.ended).toMatchObject({ code: 0, err: '' });
}, 60_000);

test('after kill -9 the next server starts at once', async () => {
  const data = join(directory, 'killed');
  const server = await started(data);
  server.child.kill('SIGKILL');
  await server.ended;
  const next = await started(data);
  next.child.kill('SIGTERM');
  expect(await next.ended).toMatchObject({ code: 0 });
}, 60_000);

test('a taken port and an unusable directory are told in one sentence each', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const address = other.address();
  const port = typeof address === 'object' && address !== null ? String(address.port) : '';
  const taken = await crossroads(
    'start',
    '--no-build',
    '--host',
    '127.0.0.1',
    '--port',
    port,
    '--data',
    join(directory, 'd'),
  );
  other.close();
  expect(taken).toMatchObject({ code: 1, out: '' });
  expect(taken.err).toBe(
    `Port ${port} is taken by another program. Stop it, or choose another port with --port.\n`,
  );
  const file = join(directory, 'file');
  await writeFile(file, '');
  const unusable = await crossroads('start', '--no-build', '--port', '0', '--data', join(file, 'x'));
  expect(unusable).toMatchObject({ code: 1, out: '' });
  expect(unusable.err).toMatch(/^The data directory .* cannot be written.*\n$/);
}, 60_000);

test('a HOST of another program, a strange port and a strange password are told in one sentence each', async () => {
  const data = ['--no-build', '--data', join(directory, 'never')];
  const conda = await begin(['start', '--port', '0', ...data], { HOST: 'x86_64-conda-linux-gnu' }).ended;
  expect(conda).toMatchObject({ code: 1, out: '' });
  expect(conda.err).toMatch(
    /^There is no address "x86_64-conda-linux-gnu" to listen on; .*--host 0\.0\.0\.0\.\n$/,
  );
  const port = await begin(['start', ...data], { PORT: 'abc' }).ended;
  const sentence = 'The variable PORT is "abc": it must be a whole number from 0 to 65535.\n';
  expect(port).toMatchObject({ code: 2, out: '', err: sentence });
  const password = await begin(['start', ...data], { CROSSROADS_HOST_PASSWORD: 'short' }).ended;
  expect(password.err).toBe(
    'The variable CROSSROADS_HOST_PASSWORD is not usable: it must be 8 to 200 characters.\n',
  );
}, 60_000);

const LAN = Object.values(networkInterfaces())
  .flatMap((list) => list ?? [])
  .find(({ family, internal }) => family === 'IPv4' && !internal)?.address;

test.skipIf(LAN === undefined)(
  'told to listen to one address, it prints addresses that answer',
  async () => {
    const args = ['start', '--no-build', '--port', '0', '--host', `${LAN}`, '--data', join(directory, 'one')];
    const server = begin(args);
    await vi.waitFor(() => expect(server.said.out).toContain('Stop with Ctrl-C'), 30_000);
    const printed = Array.from(server.said.out.matchAll(/http:\/\/[^\s/]+/g), ([url]) => url);
    expect(printed.length).toBeGreaterThan(1);
    for (const url of printed) expect((await fetch(`${url}/livez`)).status).toBe(200);
    server.child.kill('SIGTERM');
    await server.ended;
  },
  60_000,
);

test('export writes a stored session, while the server may run, and it verifies', async () => {
  const data = join(directory, 'export');
  const store = await openSqliteStore(data);
  const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
  const nobody = (): ReadonlySet<string> => new Set();
  const presence = { connectedSeats: nobody, connectedDelegates: nobody, onFenced: () => undefined };
  const sessions = new Sessions({
    store,
    ownership: alone,
    log,
    build: BUILD,
    ...presence,
    time: new RunningTime(),
  });
  const scenario = scenarioById('archipelago');
  if (scenario === null) throw new Error('no scenario');
  const options = { plan: at(scenario.plans, 0).id, openDeck: false, practice: false, coverEmptySeats: true };
  const session = await sessions.create({ scenario, options });
  const name = writtenText('Ada');
  const [seat] = scenario.seats;
  const actor = { kind: 'delegate', delegate: 'd1', seat: seat?.id ?? '' } as const;
  const taking = { type: 'takeSeat', seat: actor.seat, delegate: 'd1', name: name.ref } as const;
  await session.submit(actor, 'take-seat', taking, undefined, { text: name.text });
  const out = join(directory, 'out.jsonl');
  const typed = `${session.code.slice(0, 3)}-${session.code.slice(3).toLowerCase()}`;
  expect(await crossroads('export', typed, '--out', out, '--data', data)).toMatchObject({ code: 0 });
  const verified = await crossroads('verify', out);
  expect(verified.out).toContain('1 free texts belong to their lines');
  expect(verified.code).toBe(0);
  expect(await crossroads('export', 'ZZZZZZ', '--out', out, '--data', data)).toMatchObject({ code: 1 });
  expect(await crossroads('export', 'no code', '--out', out, '--data', data)).toMatchObject({ code: 2 });
  expect(await crossroads('export', typed, '--out', out, '--data', join(directory, 'none'))).toMatchObject({
    code: 1,
  });
  await sessions.close();
  await store.close();
}, 60_000);

const oldNode = ['/usr/bin/node', '/usr/local/bin/node'].find((file) => existsSync(file));

test.skipIf(oldNode === undefined)(
  'the launcher finds a suitable Node, whatever version the system has',
  async () => {
    const ran = await begin(['--version'], {}, { node: oldNode ?? '' }).ended;
    expect(ran).toMatchObject({ code: 0, out: `${BUILD}\n` });
  },
  30_000,
);
