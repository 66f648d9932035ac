import { expect, test } from 'vitest';
import { failureLimit } from '../../server/http/failureLimit.ts';
import { FailureNews, failuresBody } from '../../server/http/failureNews.ts';
import type { Peer } from '../../server/store/ownership.ts';

const asker = { device: null, address: '203.0.113.1' };
const peer: Peer = { id: 'other', address: 'http://127.0.0.1:1' };

/** Other servers that hear slowly: each message is kept until the test lets it through. */
function slowServers(peers: readonly Peer[]) {
  const told: unknown[][] = [];
  const letThrough: (() => void)[] = [];
  const link = {
    tell: async (_peer: Peer, _path: string, body: unknown) => {
      told.push(failuresBody.parse(body));
      await new Promise<void>((resolve) => letThrough.push(resolve));
    },
  };
  return { news: new FailureNews({ peers: () => peers }, link), told, letThrough };
}

const turns = async (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 1));

test('failures that come while a message is under way go together with the next, a hundred at a time', async () => {
  const { news, told, letThrough } = slowServers([peer]);
  const tell = news.of('failures');
  const first = tell(asker, 1);
  await turns();
  const later = Array.from({ length: 150 }, async () => tell(asker, 1));
  await turns();
  expect(told.map(({ length }) => length)).toEqual([1]);
  letThrough[0]?.();
  await first;
  await turns();
  expect(told.map(({ length }) => length)).toEqual([1, 100]);
  letThrough[1]?.();
  await turns();
  letThrough[2]?.();
  await Promise.all(later);
  expect(told.map(({ length }) => length)).toEqual([1, 100, 50]);
  expect(told[0]).toEqual([{ limit: 'failures', asker, change: 1 }]);
});

test('the only server tells nobody', async () => {
  const { news, told } = slowServers([]);
  await news.of('logins')(asker, 1);
  expect(told).toEqual([]);
});

test('a try that is counted before it is made waits until all know of it, and knows of theirs', async () => {
  let tellOther: () => Promise<void> = async () => undefined;
  const bounds = { perAsker: 2, perAddress: 9, everywhere: 9 };
  const here = failureLimit(bounds, async () => tellOther());
  tellOther = async () => here.heard(asker, 1);
  expect(await here.mayTry(asker)).toBe(true);
  expect([await here.mayTry(asker), await here.isBlocked(asker)]).toEqual([false, true]);
  await here.forgive(asker);
  await here.heard(asker, -9);
  expect(await here.isBlocked(asker)).toBe(false);
});
