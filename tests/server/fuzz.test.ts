import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { fuzz } from '../support/fuzz.ts';
import { type TestServer, testServer } from '../support/testServer.ts';
import { scenarioById } from '../../shared/scenario/packs.ts';

vi.setConfig({ testTimeout: 120_000 });

let server: TestServer;
beforeAll(async () => {
  server = await testServer();
});
afterAll(async () => server.close());

test('three thousand messages that mean nothing change nothing, whoever sends them', async () => {
  const scenario = scenarioById('archipelago');
  if (scenario === null) throw new Error('no scenario');
  const options = { plan: '5x3', openDeck: true, practice: false, coverEmptySeats: false };
  const session = await server.app.registry.open({ scenario, options });
  const pass = await server.api.takeSeat(session.code, { seat: 'aurelia', name: null });
  if (!pass.ok) throw new Error(pass.failure.code);
  const host = await server.app.registry.grant({ kind: 'host', session: session.id, host: 'host' });
  const head = session.headSeq;
  for (const token of [pass.value.token, host, null]) {
    const wish = { origin: server.origin, code: session.code, token, sockets: 4, messages: 1000 };
    expect(await fuzz(wish)).toBeGreaterThanOrEqual(1000);
  }
  expect(session.headSeq).toBe(head);
  expect((await server.call('GET', '/readyz')).status).toBe(200);
  // The control: the same session accepts a meaningful command.
  const actor = { kind: 'host', host: 'host' } as const;
  expect(await session.submit(actor, 'talk-it', { type: 'setTalk', mode: 'publicOnly' })).toMatchObject({
    ok: true,
  });
  expect(session.headSeq).toBeGreaterThan(head);
});
