import { expect, test, vi } from 'vitest';
import { at } from '#shared/lib/at.ts';
import type { LogLine } from '#shared/log/line.ts';
import type { Command } from '#shared/session/vocabulary/commands.ts';
import { memoryStore } from '../../server/store/memory.ts';
import { type Append, StoreError } from '../../server/store/sessionStore.ts';
import { writtenText } from '../../server/store/sessionTexts.ts';
import { collectedLog, delegateAt, failingStore, host, lobby } from './liveTable.ts';

function take(id: string, delegate = `d-${id}`): Command {
  return { type: 'takeSeat', seat: id, delegate, name: null };
}

test('an accepted command is durable before anybody is told of it', async () => {
  const store = memoryStore();
  const session = await lobby(store);
  const id = at(session.state.seats, 0).id;
  const stored: number[] = [];
  session.subscribe((line) => {
    expect(session.headSeq).toBe(line.seq);
    void store.read('s1').then((lines) => stored.push(lines.length));
  });
  const outcome = await session.submit(delegateAt(id), 'key-00001', take(id));
  expect(outcome).toEqual({ ok: true, seq: 1 });
  await vi.waitFor(() => expect(stored).toEqual([1]));
  expect(session.state.seats[0]?.delegates).toHaveLength(1);
});

test('a repeated key gets the first answer, at once, later, and after a restart', async () => {
  const store = memoryStore();
  const session = await lobby(store);
  const id = at(session.state.seats, 0).id;
  const twice = await Promise.all([
    session.submit(delegateAt(id), 'key-00001', take(id)),
    session.submit(delegateAt(id), 'key-00001', take(id)),
  ]);
  expect(twice).toEqual([
    { ok: true, seq: 1 },
    { ok: true, seq: 1 },
  ]);
  const refused = await session.submit(delegateAt(id), 'key-00002', take(id));
  expect(refused).toEqual({ ok: false, refusal: { code: 'alreadyAtTable' } });
  expect(await session.submit(delegateAt(id), 'key-00002', { type: 'withdrawOrders' })).toEqual(refused);
  expect(await store.read('s1')).toHaveLength(1);
});

test("one person cannot use up another's key", async () => {
  const session = await lobby();
  const [first, second] = [at(session.state.seats, 0).id, at(session.state.seats, 1).id];
  await session.submit(delegateAt(first), 'same-key', take(first));
  expect(await session.submit(delegateAt(second), 'same-key', take(second))).toEqual({ ok: true, seq: 2 });
});

test('commands that arrive together are judged one at a time, in order', async () => {
  const store = memoryStore();
  const session = await lobby(store);
  const lines: LogLine[] = [];
  session.subscribe((line) => void lines.push(line));
  const seats = session.state.seats.map(({ id }) => id);
  const outcomes = await Promise.all(
    seats.map((id, index) => session.submit(delegateAt(id), `key-${index}-long`, take(id))),
  );
  expect(outcomes.map((outcome) => outcome.ok && outcome.seq)).toEqual([1, 2, 3, 4, 5, 6]);
  expect(lines.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5, 6]);
  expect((await store.byId('s1'))?.headHash).toBe(lines.at(-1)?.hash);
});

test('a full disk: nothing is acknowledged, nothing changes, and the same key works when there is room', async () => {
  const store = failingStore();
  const session = await lobby(store);
  const id = at(session.state.seats, 0).id;
  const before = session.state;
  const told = vi.fn();
  session.subscribe(told);
  store.isFull = true;
  const outcome = await session.submit(delegateAt(id), 'key-00001', take(id));
  expect(outcome).toEqual({ ok: false, refusal: { code: 'notStored' } });
  expect(session.state).toBe(before);
  expect(told).not.toHaveBeenCalled();
  store.isFull = false;
  expect(await session.submit(delegateAt(id), 'key-00001', take(id))).toEqual({ ok: true, seq: 1 });
});

test('a log that somebody else has written to stops the session and nothing else', async () => {
  const store = memoryStore();
  const log = collectedLog();
  const session = await lobby(store, log);
  const [first, second] = [at(session.state.seats, 0).id, at(session.state.seats, 1).id];
  const line = { seq: 1, at: 1, key: 'foreign', hash: '0'.repeat(64), text: '{}' };
  await store.append({ session: 's1', expectedHead: 0, lines: [line], status: 'open' });
  const outcome = await session.submit(delegateAt(first), 'key-00001', take(first));
  expect(outcome).toEqual({ ok: false, refusal: { code: 'sessionStopped' } });
  expect(session.isStopped).toBe(true);
  expect(await session.submit(delegateAt(second), 'key-00002', take(second))).toMatchObject({ ok: false });
  expect(await store.read('s1')).toHaveLength(1);
  expect(log.lines.join()).toContain('a session was stopped');
});

test('a broken invariant stops the session, and the log of the server quotes nothing', async () => {
  const log = collectedLog();
  const session = await lobby(memoryStore(), log);
  const impossible: Command = JSON.parse('{"type":"Ada Lovelace"}');
  const outcome = await session.submit(host, 'key-00001', impossible);
  expect(outcome).toEqual({ ok: false, refusal: { code: 'sessionStopped' } });
  expect(log.lines).toHaveLength(1);
  expect(log.lines.join()).not.toContain('Lovelace');
});

test('a listener that fails harms neither the session nor the other listeners', async () => {
  const session = await lobby();
  const id = at(session.state.seats, 0).id;
  const told = vi.fn();
  session.subscribe(() => {
    throw new Error('a fault');
  });
  const unsubscribe = session.subscribe(told);
  expect(await session.submit(delegateAt(id), 'key-00001', take(id))).toEqual({ ok: true, seq: 1 });
  expect(told).toHaveBeenCalledTimes(1);
  unsubscribe();
  await session.submit(delegateAt(id, 'd2'), 'key-00002', take(id, 'd2'));
  expect(told).toHaveBeenCalledTimes(1);
});

test('a free text is kept with the line that names it, and is gone after erasing', async () => {
  const store = memoryStore();
  const session = await lobby(store);
  const id = at(session.state.seats, 0).id;
  const { ref, text } = writtenText('Ada');
  const command = { type: 'takeSeat', seat: id, delegate: `d-${id}`, name: ref } as const;
  const given = session.submit(delegateAt(id), 'key-00001', command, undefined, { text });
  expect(session.texts.textOf(ref.id)).toBeNull();
  expect(await given).toMatchObject({ ok: true });
  expect(session.texts.textOf(ref.id)).toBe('Ada');
  expect(await store.texts('s1')).toEqual([text]);
  await session.texts.erase(ref.id);
  expect(session.texts.textOf(ref.id)).toBeNull();
  expect(await store.texts('s1')).toEqual([]);
});

test('the session continues from a line that failed but is in the log after all; its key gets its answer, and the log has no gap', async () => {
  const inner = memoryStore();
  let fails = false;
  const store = {
    ...inner,
    append: async (append: Append) => {
      await inner.append(append);
      if (fails) throw new StoreError('unavailable', 'The file was lost in the moment of the commit.');
    },
  };
  const session = await lobby(store);
  const [first, second] = [at(session.state.seats, 0).id, at(session.state.seats, 1).id];
  fails = true;
  expect(await session.submit(delegateAt(first), 'key-00001', take(first))).toMatchObject({ ok: false });
  fails = false;
  const told = vi.fn();
  session.subscribe(told);
  expect(await session.submit(delegateAt(second), 'key-00002', take(second))).toEqual({ ok: true, seq: 2 });
  expect(told).toHaveBeenCalledTimes(2);
  expect(await session.submit(delegateAt(first), 'key-00001', take(first))).toEqual({ ok: true, seq: 1 });
  fails = true;
  const third = at(session.state.seats, 2).id;
  expect(await session.submit(delegateAt(third), 'key-00003', take(third))).toMatchObject({ ok: false });
  fails = false;
  expect(await session.submit(delegateAt(third), 'key-00003', take(third))).toEqual({ ok: true, seq: 3 });
  expect((await store.read('s1')).map(({ seq }) => seq)).toEqual([1, 2, 3]);
});
