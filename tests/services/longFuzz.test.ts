import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openReadOnly } from '../../server/store/openDatabase.ts';
import { ChaosServer } from '../support/chaosTable.ts';
import { fuzz } from '../support/fuzz.ts';
import {
  givenTo,
  hostCookieOf,
  openServedTable,
  type ServedTable,
  watchedRoom,
} from '../support/servedTable.ts';

/** How long a seat with changing sockets counts as present, and a little more. */
const SETTLED_MS = 16_500;

let server: ChaosServer;
let bystanders: ServedTable;
let fuzzed: ServedTable;
beforeAll(async () => {
  server = new ChaosServer();
  await server.start();
  const cookie = await hostCookieOf(server);
  bystanders = await openServedTable(server.origin, cookie, 3);
  fuzzed = await openServedTable(server.origin, cookie, 3);
});
afterAll(async () => {
  await server?.remove();
});

function linesKept(): readonly unknown[] {
  const database = openReadOnly(server.dataDir);
  const rows = database.prepare('SELECT session, count(*) AS lines FROM lines GROUP BY session').all();
  database.close();
  return rows.map((row) => ({ ...row }));
}

test('a hundred thousand messages that mean nothing have no effect, whoever sends them', async () => {
  const watching = await Promise.all(
    [bystanders, fuzzed].map(async ({ code }) => watchedRoom(server.origin, code, null)),
  );
  const rooms = [...bystanders.rooms, ...fuzzed.rooms, ...watching];
  const seen = (): readonly string[] => rooms.map(({ state }) => JSON.stringify(state));
  await sleep(1500);
  const [lines, views] = [linesKept(), seen()];
  expect(lines).toHaveLength(2);
  expect(views.every((view) => view.length > 1000)).toBe(true);
  let sent = 0;
  for (const token of [fuzzed.tokens[0] ?? '', fuzzed.tokens[1] ?? '', null])
    sent += await fuzz({ origin: server.origin, code: fuzzed.code, token, sockets: 6, messages: 34_000 });
  console.info(`${sent} messages`);
  expect(sent).toBeGreaterThanOrEqual(100_000);
  expect(linesKept()).toEqual(lines);
  await sleep(SETTLED_MS);
  expect(seen()).toEqual(views);
  const [bystander] = bystanders.rooms;
  if (bystander !== undefined) await givenTo(bystander, { type: 'betOnDial', band: 2 });
  expect(linesKept()).not.toEqual(lines);
}, 240_000);
