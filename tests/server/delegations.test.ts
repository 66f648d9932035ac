import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { liveSource } from '../../client/source/live.ts';
import type { AnyPass } from '../../client/source/viewerOf.ts';
import type { ViewSource } from '../../client/source/viewSource.ts';
import type { DecisionRule } from '../../shared/session/vocabulary/delegations.ts';
import type { HostPass, SeatPass } from '../../shared/wire/api.ts';
import { type TestServer, testServer, until } from '../support/testServer.ts';

/** Each test seats up to five people over sockets of their own. */
vi.setConfig({ testTimeout: 60_000 });

const commit = { action: 'commit' } as const;
const harden = { action: 'harden' } as const;

let server: TestServer;
/** The time that a test skips at once. */
let passedMs = 0;
const sources: ViewSource[] = [];

beforeAll(async () => {
  server = await testServer(() => Date.now() + passedMs);
});
afterEach(() => {
  for (const source of sources.splice(0)) source.close();
});
afterAll(async () => server.close());

interface Person {
  readonly source: ViewSource;
  readonly pass: SeatPass;
}

interface Table {
  readonly code: string;
  readonly host: ViewSource;
  readonly watcher: ViewSource;
  /** The people of Aurelia, the head first. */
  readonly ours: readonly Person[];
  /** Somebody at Meridia. */
  readonly rival: Person;
}

async function live(code: string, pass: AnyPass): Promise<ViewSource> {
  const source = liveSource(code, pass, server.origin);
  sources.push(source);
  await until('the source is live', () => source.status.value === 'live', 15_000);
  return source;
}

async function seated(code: string, seat: string): Promise<Person> {
  const pass = await server.api.takeSeat(code, { seat, name: null });
  if (!pass.ok) throw new Error(pass.failure.code);
  return { pass: pass.value, source: await live(code, pass.value) };
}

const phaseOf = (source: ViewSource): string | undefined => source.view.value?.table.phase;

/** A session in its first decision: this many people at Aurelia, one at Meridia, bots elsewhere. */
async function deciding(decisionRule: DecisionRule, people: number): Promise<Table> {
  const cookie = await server.hostCookie();
  const plan = { scenario: 'archipelago', plan: '5x3', decisionRule };
  const answer = await server.call('POST', '/api/sessions', plan, { cookie });
  const { code }: { code: string } = await answer.json();
  const asHost = await server.call('POST', `/api/sessions/${code}/host`, {}, { cookie });
  const hostPass: HostPass = await asHost.json();
  const host = await live(code, hostPass);
  const ours: Person[] = [];
  for (let count = 0; count < people; count += 1) ours.push(await seated(code, 'aurelia'));
  const rival = await seated(code, 'meridia');
  const watcher = await live(code, null);
  await given(host, { type: 'startSession' });
  while (phaseOf(host) !== 'decision') {
    const before = phaseOf(host);
    await given(host, { type: 'closePhase', because: 'host' });
    await until('the next phase', () => phaseOf(host) !== before, 15_000);
  }
  return { code, host, watcher, ours, rival };
}

async function given(source: ViewSource, command: Parameters<ViewSource['send']>[0]): Promise<void> {
  expect(await source.send(command)).toMatchObject({ ok: true });
}

function person({ ours }: Table, index: number): Person {
  const found = ours[index];
  if (found === undefined) throw new RangeError(`nobody with number ${index}`);
  return found;
}

/** Lets the phase run out: time jumps, and the next event tells the clock. */
async function runOut(table: Table): Promise<void> {
  passedMs += 3_600_000;
  await given(table.rival.source, { type: 'betOnDial', band: 3 });
  await until('the reveal', () => phaseOf(table.watcher) === 'reveal', 15_000);
}

/** Aurelia's order as a watcher sees it. */
const revealed = ({ code }: Table): unknown =>
  server.app.registry.sessionOf(code)?.state.rounds[0]?.orders['aurelia'];

const agreedOf = ({ source }: Person): readonly (readonly string[])[] =>
  source.view.value?.own?.drafts.map(({ agreed }) => agreed) ?? [];

test.each(['head', 'majority'] as const)(
  'by rule %s a draft is seen by the own delegation and by nobody else',
  async (rule) => {
    const table = await deciding(rule, 3);
    const [ann, ben] = [person(table, 0), person(table, 1)];
    await given(ben.source, { type: 'draftOrder', order: commit });
    for (const one of table.ours) {
      await until('the draft is seen', () => one.source.view.value?.own?.drafts.length === 1, 15_000);
      expect(one.source.view.value?.own?.drafts).toEqual([{ order: commit, agreed: [ben.pass.delegate] }]);
    }
    await given(table.rival.source, { type: 'betOnDial', band: 2 });
    await until('the rival’s bet has come', () => table.rival.source.view.value?.own?.bet === 2, 15_000);
    expect(table.rival.source.view.value?.own?.drafts).toEqual([]);
    expect([table.host.view.value?.own, table.watcher.view.value?.own]).toEqual([null, null]);
    expect(ann.source.view.value?.own?.order).toBeNull();
  },
);

test('if the head decides, only the head seals, and both see the seal', async () => {
  const table = await deciding('head', 2);
  const [ann, ben] = [person(table, 0), person(table, 1)];
  const seal = { type: 'sealOrders', order: commit } as const;
  expect(await ben.source.send(seal)).toEqual({ ok: false, refusal: { code: 'headSeals' } });
  await given(ann.source, seal);
  for (const { source } of table.ours)
    await until('the seal is seen', () => source.view.value?.own?.order?.action === 'commit', 15_000);
});

test('if the head decides, the deadline takes the head’s draft', async () => {
  const table = await deciding('head', 2);
  await given(person(table, 1).source, { type: 'draftOrder', order: commit });
  await given(person(table, 0).source, { type: 'draftOrder', order: harden });
  await runOut(table);
  expect(revealed(table)).toEqual(harden);
});

test('if a majority decides, nobody seals alone, and agreement of more than half seals', async () => {
  const table = await deciding('majority', 2);
  const [ann, ben] = [person(table, 0), person(table, 1)];
  const alone = await ann.source.send({ type: 'sealOrders', order: commit });
  expect(alone).toEqual({ ok: false, refusal: { code: 'majoritySeals' } });
  await given(ann.source, { type: 'draftOrder', order: commit });
  await until('one agrees', () => agreedOf(ben)[0]?.length === 1, 15_000);
  expect(ben.source.view.value?.own?.order).toBeNull();
  await given(ben.source, { type: 'draftOrder', order: commit });
  for (const { source } of table.ours)
    await until('the seal is seen', () => source.view.value?.own?.order?.action === 'commit', 15_000);
});

test('if a majority decides, the deadline takes the draft with most support, even against the head’s', async () => {
  const table = await deciding('majority', 4);
  await given(person(table, 0).source, { type: 'draftOrder', order: harden });
  await given(person(table, 1).source, { type: 'draftOrder', order: commit });
  await given(person(table, 2).source, { type: 'draftOrder', order: commit });
  await runOut(table);
  expect(revealed(table)).toEqual(commit);
});

test('if a majority decides, removing somebody can create a majority, which seals at once', async () => {
  const table = await deciding('majority', 2);
  const [ann, ben] = [person(table, 0), person(table, 1)];
  await given(ann.source, { type: 'draftOrder', order: commit });
  await given(table.host, { type: 'removeDelegate', delegate: ben.pass.delegate });
  await until('the seal is seen', () => ann.source.view.value?.own?.order?.action === 'commit', 15_000);
});
