import { describe, expect, test } from 'vitest';
import { Deliveries, type Line, PATIENCE_MS } from '../../client/source/deliver.ts';
import type { CommandOutcome } from '../../client/source/viewSource.ts';

const DONE: CommandOutcome = { ok: true, seq: 7 };

/** A line that answers from the given try on; it records the keys it received, and an answer counts as lost after 8 s. */
function server(answersFrom: number) {
  let nowMs = 0;
  let made = 0;
  const keys: string[] = [];
  const line: Line = {
    isOpen: () => true,
    isBack: async () => true,
    give: async (key) => {
      keys.push(key);
      if (keys.length >= answersFrom) return DONE;
      nowMs += 8000;
      return null;
    },
  };
  const deliveries = new Deliveries({
    now: () => nowMs,
    pause: async (ms) => void (nowMs += ms),
    newKey: () => `key ${(made += 1)}`,
  });
  return { deliveries, line, keys, wait: (ms: number) => (nowMs += ms) };
}

describe('a command without an answer', () => {
  test('is asked again with the key it had, and the answer is the one that comes', async () => {
    const { deliveries, line, keys } = server(4);
    expect(await deliveries.deliver('say', line)).toEqual(DONE);
    expect(keys).toEqual(['key 1', 'key 1', 'key 1', 'key 1']);
  });

  test('may have arrived, and a repeat by hand carries the first key until it is answered', async () => {
    const { deliveries, line, keys } = server(12);
    expect(await deliveries.deliver('say', line)).toEqual({ ok: false, undelivered: 'unanswered' });
    expect(await deliveries.deliver('say', line)).toEqual(DONE);
    expect(new Set(keys)).toEqual(new Set(['key 1']));
    await deliveries.deliver('say', line);
    expect(keys.at(-1)).toBe('key 2');
  });

  test('long after, is another intent; so is another command', async () => {
    const { deliveries, line, keys, wait } = server(20);
    await deliveries.deliver('say', line);
    wait(10 * PATIENCE_MS);
    await deliveries.deliver('say', line);
    expect(keys.at(-1)).toBe('key 2');
    await deliveries.deliver('seal', line);
    expect(keys.at(-1)).toBe('key 3');
  });

  test('pressed twice at once is one delivery', async () => {
    const { deliveries, line, keys } = server(1);
    const both = await Promise.all([deliveries.deliver('say', line), deliveries.deliver('say', line)]);
    expect(both).toEqual([DONE, DONE]);
    expect(keys).toEqual(['key 1']);
  });

  test('that was never sent has changed nothing', async () => {
    const { deliveries, line, keys } = server(1);
    const cut = { ...line, isOpen: () => false };
    expect(await deliveries.deliver('say', cut)).toEqual({ ok: false, undelivered: 'offline' });
    expect(keys).toEqual([]);
  });
});
