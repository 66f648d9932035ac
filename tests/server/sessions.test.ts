import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { at } from '#shared/lib/at.ts';
import { CODE_ALPHABET } from '#shared/wire/codes.ts';
import type { LiveSession } from '../../server/live/session.ts';
import { writtenText } from '../../server/store/sessionTexts.ts';
import { archipelago, atDecision, Bench, delegateAt, host, practice, started, timed } from './liveTable.ts';

const scenario = archipelago();
const seats = scenario.seats.map(({ id }) => id);

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
});
afterEach(() => {
  vi.useRealTimers();
});

/** Waits until every command is answered, including follow-ups of bots and clock. */
async function settled(session: LiveSession): Promise<void> {
  for (let seq = -1; seq !== session.headSeq; ) {
    seq = session.headSeq;
    await session.drained();
    await new Promise<void>((resolve) => setImmediate(resolve));
  }
}

async function pass(bench: Bench, session: LiveSession, ms: number): Promise<void> {
  bench.nowMs += ms;
  await vi.advanceTimersByTimeAsync(ms);
  await settled(session);
}

describe('opening', () => {
  test('a session is found by a code of six unambiguous symbols', async () => {
    const { sessions } = new Bench();
    const session = await sessions.create({ scenario, options: timed });
    expect(session.code).toMatch(new RegExp(`^[${CODE_ALPHABET}]{6}$`));
    expect(await sessions.byCode(session.code)).toBe(session);
    expect(await sessions.byCode('ZZZZZZ')).toBeNull();
    await sessions.close();
  });

  test('a text that no line names, left by a server that was killed, is removed when the session wakes', async () => {
    const bench = new Bench();
    const { id, code } = await bench.sessions.create({ scenario, options: timed });
    const left = { id: 'left', salt: 's', value: 'private words' };
    const named = writtenText('Ada');
    const session = await bench.sessions.byCode(code);
    if (session === null) throw new Error('lost');
    const seat = at(seats, 0);
    const command = { type: 'takeSeat', seat, delegate: `d-${seat}`, name: named.ref } as const;
    await session.submit(delegateAt(seat), 'take-it', command, undefined, { text: named.text });
    await bench.sessions.close();
    const { store } = bench;
    const texts: typeof store.texts = async (of) => [...(await store.texts(of)), left];
    const eraseText = vi.fn(async (of: string, text: string) => store.eraseText(of, text));
    const later = new Bench({ ...store, texts, eraseText });
    const woken = await later.sessions.byCode(code);
    expect(woken?.texts.textOf('left')).toBeNull();
    expect(woken?.texts.textOf(named.ref.id)).toBe('Ada');
    expect(eraseText.mock.calls).toEqual([[id, 'left']]);
    await later.sessions.close();
  });

  test('after a restart it is woken once, however many ask, and repeated keys still get the first answer', async () => {
    const bench = new Bench();
    const { code } = await bench.sessions.create({ scenario, options: timed });
    const before = await bench.sessions.byCode(code);
    if (before === null) throw new Error('lost');
    await started(before);
    await bench.restart();
    const [one, two] = await Promise.all([bench.sessions.byCode(code), bench.sessions.byCode(code)]);
    if (one === null) throw new Error('lost');
    expect(one).toBe(two);
    expect(one).not.toBe(before);
    expect({ ...one.state }).toEqual({ ...before.state });
    expect(await one.submit(host, 'start-it', { type: 'startSession' })).toEqual({
      ok: true,
      seq: seats.length + 1,
    });
    await bench.sessions.close();
  });

  test('a session that goes to sleep during a command answers first, and wakes with that answer', async () => {
    const { sessions } = new Bench();
    const session = await sessions.create({ scenario, options: timed });
    const [seat = ''] = seats;
    const take = (id: string) => ({ type: 'takeSeat', seat, delegate: id, name: null }) as const;
    const asked = session.submit(delegateAt(seat, 'd1'), 'take-one', take('d1'));
    const releasing = sessions.release(session.code);
    const woken = sessions.byCode(session.code);
    expect(await asked).toEqual({ ok: true, seq: 1 });
    await releasing;
    expect((await woken)?.headSeq).toBe(1);
    expect(await session.submit(delegateAt(seat, 'd2'), 'take-two', take('d2'))).toMatchObject({ ok: false });
    await sessions.close();
  });

  test('a log that cannot be read harms no other session', async () => {
    const bench = new Bench();
    const broken = await bench.sessions.create({ scenario, options: timed });
    const sound = await bench.sessions.create({ scenario, options: timed });
    await bench.restart();
    const line = { seq: 1, at: 1, key: 'k', hash: '0'.repeat(64), text: '{"not":"a line"}' };
    await bench.store.append({ session: broken.id, expectedHead: 0, lines: [line], status: 'open' });
    expect(await bench.sessions.reopenUnfinished()).toBe(1);
    expect(await bench.sessions.byCode(sound.code)).not.toBeNull();
    await bench.sessions.close();
  });
});

describe('time', () => {
  test('a phase closes at its deadline, not before', async () => {
    const bench = new Bench();
    const session = await bench.sessions.create({ scenario, options: timed });
    await started(session);
    const opened = session.phaseOpenedAt;
    const left = (session.clock.deadlineMs ?? 0) - bench.nowMs;
    expect(left).toBeGreaterThan(1000);
    await pass(bench, session, left - 1);
    expect(session.phaseOpenedAt).toBe(opened);
    await pass(bench, session, 1);
    expect(session.phaseOpenedAt).toBeGreaterThan(opened);
    await bench.sessions.close();
  });

  test('a pause keeps the time that was left, whatever the host says', async () => {
    const bench = new Bench();
    const session = await bench.sessions.create({ scenario, options: timed });
    await started(session);
    const left = (session.clock.deadlineMs ?? 0) - bench.nowMs;
    await pass(bench, session, 3000);
    await session.submit(host, 'pause-it', { type: 'pauseSession', remainingMs: 1 });
    expect(session.clock).toEqual({ deadlineMs: null, paused: { remainingMs: left - 3000 } });
    await pass(bench, session, 500_000);
    expect(session.state.paused).not.toBeNull();
    await session.submit(host, 'go-on-now', { type: 'resumeSession' });
    expect(session.clock.deadlineMs).toBe(bench.nowMs + left - 3000);
    await bench.sessions.close();
  });

  test('the deadline and the host at the same moment close one phase, not two', async () => {
    const bench = new Bench();
    const session = await bench.sessions.create({ scenario, options: timed });
    await started(session);
    const opened = session.phaseOpenedAt;
    bench.nowMs = session.clock.deadlineMs ?? 0;
    const byHost = session.submit(host, 'next-now', { type: 'closePhase', because: 'host' });
    await vi.advanceTimersToNextTimerAsync();
    await byHost;
    await settled(session);
    expect(session.headSeq).toBe(opened + 1);
    await bench.sessions.close();
  });

  test('after a stop the phase has its time again, at least a minute', async () => {
    for (const [away, least] of [
      [1000, null],
      [3_600_000, 60_000],
    ] as const) {
      const bench = new Bench();
      const { code } = await bench.sessions.create({ scenario, options: timed });
      const before = await bench.sessions.byCode(code);
      if (before === null) throw new Error('lost');
      await started(before);
      await before.submit(host, 'to-talk', { type: 'closePhase', because: 'host' });
      const left = (before.clock.deadlineMs ?? 0) - bench.nowMs;
      await bench.restart();
      bench.nowMs += away;
      expect(await bench.sessions.reopenUnfinished()).toBe(1);
      const after = await bench.sessions.byCode(code);
      expect(after?.clock.deadlineMs).toBe(bench.nowMs + (least ?? left - away));
      await bench.sessions.close();
    }
  });
});

describe('early close', () => {
  test('decisions close once every connected table and every bot has sealed', async () => {
    const bench = new Bench();
    const session = await bench.sessions.create({ scenario, options: timed });
    const [first = '', second = '', absent = '', ...bots] = seats;
    await started(session, bots);
    bench.connected.add(first).add(second);
    await atDecision(session);
    await settled(session);
    expect(Object.keys(session.state.sealed).toSorted()).toEqual(bots.toSorted());
    const opened = session.phaseOpenedAt;
    const seal = (id: string) =>
      session.submit(delegateAt(id), `seal-${id}`, { type: 'sealOrders', order: { action: 'hold' } });
    await seal(first);
    await settled(session);
    expect(session.phaseOpenedAt).toBe(opened);
    await seal(second);
    await settled(session);
    expect(session.phaseOpenedAt).toBeGreaterThan(opened);
    expect(at(session.state.rounds, 0).orders[absent]).toEqual({ action: 'hold' });
    await bench.sessions.close();
  });

  test('it also closes once the last awaited person has been away for a while, but never while nobody is connected', async () => {
    const bench = new Bench();
    const session = await bench.sessions.create({ scenario, options: timed });
    const [first = '', second = '', ...bots] = seats;
    await started(session, bots);
    await atDecision(session);
    await settled(session);
    const opened = session.phaseOpenedAt;
    expect(session.state.phase.name).toBe('decision');
    bench.connected.add(first).add(second);
    await session.submit(delegateAt(first), 'seal-one', { type: 'sealOrders', order: { action: 'hold' } });
    bench.connected.delete(second);
    bench.sessions.presenceChanged(session.code);
    await settled(session);
    expect(session.phaseOpenedAt).toBe(opened);
    bench.nowMs += 20_000;
    bench.sessions.presenceChanged(session.code);
    await settled(session);
    expect(session.phaseOpenedAt).toBeGreaterThan(opened);
    await bench.sessions.close();
  });
});

test('practice: no clock, bots seal at once, and the round is resolved when the one person has sealed', async () => {
  const bench = new Bench();
  const session = await bench.sessions.create({ scenario, options: practice });
  const [me = '', ...bots] = seats;
  await started(session, bots);
  bench.connected.add(me);
  await settled(session);
  expect(session.state.phase.name).toBe('decision');
  expect(session.clock.deadlineMs).toBeNull();
  expect(Object.keys(session.state.sealed)).toHaveLength(bots.length);
  await session.submit(delegateAt(me), 'seal-mine', { type: 'sealOrders', order: { action: 'hold' } });
  await settled(session);
  expect(session.state.rounds).toHaveLength(1);
  await bench.sessions.close();
});
