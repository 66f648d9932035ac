import { once } from 'node:events';
import { createServer, type IncomingMessage, request } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { apiAt } from '../../client/net/api.ts';
import { liveSource } from '../../client/source/live.ts';
import { hostKeyIn } from '../../server/http/hostKey.ts';
import { addressSealedIn, PEER_HEADER, sealOn } from '../../server/http/peerSeal.ts';
import { alone } from '../../server/store/ownership.ts';
import { nowRuns } from '../support/folderOwnership.ts';
import { type OneOfSeveral, type Several, severalServers } from '../support/severalServers.ts';
import { type TestServer, testServer, until } from '../support/testServer.ts';

const PATH = '/crossroads';

describe('a live connection by way of another server', () => {
  let several: Several;
  let [near, far]: OneOfSeveral[] = [];
  let code: string;
  beforeAll(async () => {
    several = await severalServers(2, `https://school.example${PATH}`);
    [near, far] = several.servers;
    const opened = await fetch(`${far?.origin}/api/sessions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie: far?.cookie ?? '' },
      body: JSON.stringify({ scenario: 'archipelago', plan: '5x3' }),
    });
    ({ code } = (await opened.json()) as { code: string });
    nowRuns(several.folder, code, far?.id ?? '');
  });
  afterAll(async () => several.close());

  const socketsOf = async (server: OneOfSeveral | undefined): Promise<number> => {
    const headers = { authorization: 'Bearer a-token-of-the-monitoring' };
    const text = await (await fetch(`${server?.origin}/metrics`, { headers })).text();
    return Number(/^crossroads_sockets (\d+)$/m.exec(text)?.[1]);
  };

  test.each([
    ['where the proxy strips its path', ''],
    ['where the proxy leaves its path on', PATH],
  ])('joins, plays and hears of others, %s', async (_how, path) => {
    const origin = `${near?.origin}${path}`;
    const pass = await apiAt(origin).takeSeat(code, {
      seat: path === '' ? 'meridia' : 'aurelia',
      name: 'Ann',
    });
    if (!pass.ok) throw new Error(pass.failure.code);
    const ann = liveSource(code, pass.value, origin);
    await until('she is live', () => ann.status.value === 'live');
    const hand = { type: 'raiseHand', text: null, raised: true } as const;
    expect(await ann.send(hand)).toMatchObject({ ok: true });
    await until('all are told', () => ann.presence.value?.connected.some(Boolean));
    expect([await socketsOf(far), await socketsOf(near)]).toEqual([1, 0]);
    ann.close();
    await vi.waitFor(async () => expect(await socketsOf(far)).toBe(0));
  });

  test('ends when this server stops, and who came straight to the other stays', async () => {
    const live = async (origin = '') => {
      const pass = await apiAt(origin).takeSeat(code, { seat: null, name: 'Ben' });
      if (!pass.ok) throw new Error(pass.failure.code);
      const source = liveSource(code, pass.value, origin);
      await until('he is live', () => source.status.value === 'live');
      return source;
    };
    const [ben, eve] = [await live(near?.origin), await live(far?.origin)];
    await near?.end('SIGTERM');
    await until('he comes back later', () => ben.status.value === 'reconnecting');
    ben.close();
    await vi.waitFor(async () => expect(await socketsOf(far)).toBe(1));
    expect(eve.status.value).toBe('live');
    eve.close();
  });

  test('ends when the server that runs the room is killed', async () => {
    const two = await severalServers(2);
    const [here, there] = two.servers;
    const pass = await apiAt(there?.origin ?? '').practice({});
    if (!pass.ok) throw new Error(pass.failure.code);
    nowRuns(two.folder, pass.value.code, there?.id ?? '');
    const cat = liveSource(pass.value.code, pass.value, here?.origin ?? '');
    await until('she is live', () => cat.status.value === 'live');
    await there?.end('SIGKILL');
    await until('she comes back later', () => cat.status.value === 'reconnecting');
    cat.close();
    await two.close();
  });
});

describe('the pipe between two servers', () => {
  let server: TestServer;
  let other: ReturnType<typeof createServer>;
  let asked: IncomingMessage[];
  let joined: Duplex[];
  beforeEach(async () => {
    asked = [];
    joined = [];
    other = createServer();
    other.on('upgrade', (incoming: IncomingMessage, socket: Duplex) => {
      asked.push(incoming);
      socket.on('error', () => undefined);
      if (incoming.url?.includes('refused') === true)
        return void socket.end('HTTP/1.1 404 Not Found\r\n\r\n');
      socket.write('HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n');
      joined.push(socket);
    });
    await once(other.listen(0, '127.0.0.1'), 'listening');
    const address = `http://127.0.0.1:${(other.address() as AddressInfo).port}`;
    const peers = [
      { id: 'far-1', address },
      { id: 'gone', address: 'http://127.0.0.1:1' },
    ];
    server = await testServer(Date.now, null, {
      publicUrl: `https://school.example${PATH}`,
      metricsToken: 'a-token-of-the-monitoring',
      ownership: { ...alone, peers: () => peers },
    });
  });
  afterEach(async () => {
    for (const there of joined) there.destroy();
    other.close();
    await server.close();
  });

  /** Opens a live connection; rejects with the status of the answer if there is none. */
  const opened = async (path: string, more: Record<string, string> = {}): Promise<Socket> => {
    const headers = {
      connection: 'Upgrade',
      upgrade: 'websocket',
      'sec-websocket-version': '13',
      'sec-websocket-key': `${'A'.repeat(22)}==`,
      ...more,
    };
    return new Promise((resolve, reject) => {
      const asking = request(`${server.origin}${path}`, { headers });
      asking.once('upgrade', (_answer, socket: Socket) => resolve(socket.on('error', () => undefined)));
      asking.once('response', ({ statusCode }) => reject(new Error(String(statusCode))));
      asking.once('error', reject).end();
    });
  };
  const passedOn = async (): Promise<number> => {
    const headers = { authorization: 'Bearer a-token-of-the-monitoring' };
    const text = await (await server.call('GET', '/metrics', undefined, headers)).text();
    return Number(/^crossroads_sockets_passed_on (\d+)$/m.exec(text)?.[1]);
  };
  const heard = async (stream: Duplex, bytes: number): Promise<Buffer> => {
    const parts: Buffer[] = [];
    stream.on('data', (part: Buffer) => parts.push(part));
    await until(`${bytes} bytes have come`, () => Buffer.concat(parts).length >= bytes);
    return Buffer.concat(parts);
  };

  test('carries both ways what is said, also much of it, and is counted while it is open', async () => {
    const socket = await opened('/far-1/room?sessionId=a%2Fb', { cookie: 'c=1', [PEER_HEADER]: 'forged' });
    const [there] = joined;
    expect(await passedOn()).toBe(1);
    expect(asked[0]).toMatchObject({ url: '/far-1/room?sessionId=a%2Fb', headers: { cookie: 'c=1' } });
    const seen = { method: 'GET', path: asked[0]?.url ?? '', atMs: Date.now() };
    expect(addressSealedIn(hostKeyIn(server.dataDir), asked[0]?.headers ?? {}, seen)).toBe('unknown');
    const big = Buffer.alloc(3_000_000, 7);
    socket.write('hello');
    there!.write(big);
    expect(String(await heard(there!, 5))).toBe('hello');
    expect((await heard(socket, big.length)).equals(big)).toBe(true);
    const gone = once(there!, 'end');
    socket.end();
    await gone;
    there!.end();
    await vi.waitFor(async () => expect(await passedOn()).toBe(0));
  });

  test('holds back who sends where nobody reads', async () => {
    const socket = await opened('/far-1/room');
    const [there] = joined;
    const part = Buffer.alloc(1_000_000);
    for (let sent = 0; sent < 40; sent += 1) there!.write(part);
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(there!.writableLength).toBeGreaterThan(10_000_000);
    await heard(socket, 40_000_000);
    expect(there!.writableLength).toBe(0);
  });

  test.each([
    ['the path of the proxy is on it', `${PATH}/far-1/room`],
    ['it is not', '/far-1/room'],
  ])('reaches the room whether %s', async (_how, path) => {
    (await opened(path)).destroy();
    expect(asked.map(({ url }) => url)).toEqual(['/far-1/room']);
  });

  test('ends for the client when the other server ends it or breaks off', async () => {
    const socket = await opened('/far-1/room');
    const closed = once(socket.resume(), 'close');
    joined[0]?.end();
    await closed;
    const cut = await opened('/far-1/room');
    const end = once(cut.resume(), 'close');
    joined[1]?.destroy();
    await end;
  });

  test('ends for the other server when the client breaks off', async () => {
    const leaving = await opened('/far-1/room');
    const left = once(joined[0]!.resume(), 'end');
    leaving.resetAndDestroy();
    await left;
    await vi.waitFor(async () => expect(await passedOn()).toBe(0));
  });

  test('is refused where the other server refuses, cannot be reached, or may not be asked', async () => {
    await expect(opened('/far-1/refused')).rejects.toThrow('404');
    await expect(opened('/gone/room')).rejects.toThrow('503');
    await expect(opened('/unknown/room')).rejects.toThrow('404');
    await expect(opened('/far-1/room', { origin: 'https://evil.example' })).rejects.toThrow('403');
    expect(asked).toHaveLength(1);
    const at = { method: 'GET', path: '/far-1/room', atMs: Date.now() };
    const seal = sealOn(hostKeyIn(server.dataDir), 'unknown', at);
    await expect(opened('/far-1/room', { [PEER_HEADER]: seal })).rejects.toThrow('404');
    expect(asked).toHaveLength(1);
  });
});
