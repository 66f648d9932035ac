import { expect, test, vi } from 'vitest';
import { at } from '#shared/lib/at.ts';
import type { LogLine } from '#shared/log/line.ts';
import type { Command } from '#shared/session/vocabulary/commands.ts';
import { MOST_AT_ONCE } from '../../server/live/waitingCommands.ts';
import { memoryStore } from '../../server/store/memory.ts';
import { type Append, StoreError } from '../../server/store/sessionStore.ts';
import { writtenText } from '../../server/store/sessionTexts.ts';
import { collectedLog, delegateAt, failingStore, host, lobby } from './liveTable.ts';

/** Commands of one session that come while the disk is busy: judged one after another, stored with one flush. */

function take(id: string, delegate = `d-${id}`): Command {
  return { type: 'takeSeat', seat: id, delegate, name: null };
}

test('commands that come together are one append, and each is judged on the state that the one before leaves', async () => {
  const store = failingStore();
  const session = await lobby(store);
  const told: LogLine[] = [];
  session.subscribe((line) => {
    expect(session.headSeq).toBe(line.seq);
    told.push(line);
  });
  const [first, second] = [at(session.state.seats, 0).id, at(session.state.seats, 1).id];
  const outcomes = await Promise.all([
    session.submit(delegateAt(first), 'key-00001', take(first)),
    session.submit(delegateAt(first), 'key-00002', take(second, `d-${first}`)),
    session.submit(delegateAt(second), 'key-00003', take(second)),
  ]);
  expect(outcomes).toEqual([
    { ok: true, seq: 1 },
    { ok: false, refusal: { code: 'alreadyAtTable' } },
    { ok: true, seq: 2 },
  ]);
  expect(told.map(({ seq }) => seq)).toEqual([1, 2]);
  expect(store.appends).toBe(1);
});

test('a full disk leaves nothing of what came together: no line, no refusal that counts, no text', async () => {
  const store = failingStore();
  const session = await lobby(store);
  const before = session.state;
  const told = vi.fn();
  session.subscribe(told);
  const seat = at(session.state.seats, 0).id;
  const { ref, text } = writtenText('Ada');
  const named = { ...take(seat), name: ref } as Command;
  const give = () =>
    Promise.all([
      session.submit(delegateAt(seat), 'key-00001', named, undefined, { text }),
      session.submit(delegateAt(seat), 'key-00002', take(seat)),
    ]);
  store.isFull = true;
  const notStored = { ok: false, refusal: { code: 'notStored' } };
  expect(await give()).toEqual([notStored, notStored]);
  expect(session.state).toBe(before);
  expect(told).not.toHaveBeenCalled();
  expect(session.texts.textOf(ref.id)).toBeNull();
  store.isFull = false;
  expect(await give()).toEqual([
    { ok: true, seq: 1 },
    { ok: false, refusal: { code: 'alreadyAtTable' } },
  ]);
  expect(session.texts.textOf(ref.id)).toBe('Ada');
});

test('lines that failed together but are in the log are continued together, and each key gets its answer', async () => {
  const inner = memoryStore();
  let fails = true;
  const append = async (lines: Append) => {
    await inner.append(lines);
    if (fails) throw new StoreError('unavailable', 'The file was lost in the moment of the commit.');
  };
  const session = await lobby({ ...inner, append });
  const [first, second, third] = session.state.seats.map(({ id }) => id);
  if (first === undefined || second === undefined || third === undefined) throw new Error('too few seats');
  const give = (seat: string) => session.submit(delegateAt(seat), `key-of-${seat}`, take(seat));
  for (const outcome of await Promise.all([give(first), give(second)])) expect(outcome.ok).toBe(false);
  fails = false;
  expect(await Promise.all([give(third), give(second)])).toEqual([
    { ok: true, seq: 3 },
    { ok: true, seq: 2 },
  ]);
  expect(await give(first)).toEqual({ ok: true, seq: 1 });
  expect((await inner.read('s1')).map(({ seq }) => seq)).toEqual([1, 2, 3]);
});

test('a command that can be cancelled sees what came before it as stored', async () => {
  const store = failingStore();
  const session = await lobby(store);
  const seat = at(session.state.seats, 0).id;
  const seen: number[] = [];
  const look = () => {
    seen.push(session.headSeq);
    return false;
  };
  const outcomes = await Promise.all([
    session.submit(delegateAt(seat), 'key-00001', take(seat)),
    session.submit(host, 'key-00002', { type: 'startSession' }, look),
  ]);
  expect(outcomes).toEqual([
    { ok: true, seq: 1 },
    { ok: false, refusal: { code: 'wrongPhase' } },
  ]);
  expect(seen).toEqual([1]);
});

test('a broken invariant in the middle stops the session; what came before it is stored and answered', async () => {
  const log = collectedLog();
  const store = failingStore();
  const session = await lobby(store, log);
  const [first, second] = [at(session.state.seats, 0).id, at(session.state.seats, 1).id];
  const impossible: Command = JSON.parse('{"type":"nothing known"}');
  const outcomes = await Promise.all([
    session.submit(delegateAt(first), 'key-00001', take(first)),
    session.submit(host, 'key-00002', impossible),
    session.submit(delegateAt(second), 'key-00003', take(second)),
  ]);
  const stopped = { ok: false, refusal: { code: 'sessionStopped' } };
  expect(outcomes).toEqual([{ ok: true, seq: 1 }, stopped, stopped]);
  expect(await store.read('s1')).toHaveLength(1);
  expect(session.headSeq).toBe(1);
});

test('more commands than one flush takes keep their order over several', async () => {
  const store = failingStore();
  const session = await lobby(store);
  const seat = at(session.state.seats, 0).id;
  await session.submit(delegateAt(seat), 'key-00001', take(seat));
  const count = MOST_AT_ONCE + 3;
  const outcomes = await Promise.all(
    Array.from({ length: count }, (_, index) =>
      session.submit(delegateAt(seat), `hand-${index}-up`, {
        type: 'raiseHand',
        text: null,
        raised: index % 2 === 0,
      }),
    ),
  );
  expect(outcomes).toEqual(Array.from({ length: count }, (_, index) => ({ ok: true, seq: index + 2 })));
  expect(store.appends).toBe(3);
});
