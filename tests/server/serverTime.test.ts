import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { RunningTime } from '../../server/lib/serverTime.ts';
import type { LiveSession } from '../../server/live/session.ts';
import { memoryStore } from '../../server/store/memory.ts';
import { archipelago, Bench, host, started, timed } from './liveTable.ts';

const HOUR_MS = 3_600_000;

/** A computer whose two clocks a test sets. */
function computer(startedAt = 1_000_000_000) {
  const clocks = { elapsedMs: 5000, dayMs: startedAt };
  const time = new RunningTime({ elapsed: () => clocks.elapsedMs, timeOfDay: () => clocks.dayMs });
  /** Time passes, read twice a second as by the ticker. */
  const pass = (ms: number): void => {
    for (let left = ms; left > 0; left -= 500) {
      clocks.elapsedMs += Math.min(500, left);
      clocks.dayMs += Math.min(500, left);
      time.now();
    }
  };
  return { clocks, time, pass };
}

describe('running time', () => {
  test('starts at the time of day and counts what passes', () => {
    const { time, pass } = computer();
    expect(time.now()).toBe(1_000_000_000);
    pass(90_000);
    expect(time.now()).toBe(1_000_090_000);
  });

  test.each([
    ['the clock is set forward', { dayMs: HOUR_MS, elapsedMs: 0 }, 0],
    ['the clock is set back', { dayMs: -HOUR_MS, elapsedMs: 0 }, 0],
    ['it sleeps and its steady clock with it', { dayMs: HOUR_MS, elapsedMs: 0 }, 0],
    ['it sleeps and its steady clock runs on', { dayMs: HOUR_MS, elapsedMs: HOUR_MS }, 500],
    ['the steady clock itself goes back', { dayMs: 0, elapsedMs: -HOUR_MS }, 0],
  ])('does not jump when %s', (_what, jump, counted) => {
    const { clocks, time, pass } = computer();
    pass(1000);
    const before = time.now();
    clocks.dayMs += jump.dayMs;
    clocks.elapsedMs += jump.elapsedMs;
    expect(time.now() - before).toBe(counted);
    pass(1000);
    expect(time.now() - before).toBe(1000 + counted);
  });

  test('reports what a gap has left out, and nothing else', () => {
    const { clocks, time, pass } = computer();
    const gaps: number[] = [];
    time.onGap((lostMs) => gaps.push(lostMs));
    pass(10_000);
    clocks.dayMs += HOUR_MS;
    pass(500);
    expect(gaps).toEqual([]);
    clocks.elapsedMs += 60_500;
    time.now();
    expect(gaps).toEqual([60_000]);
  });
});

describe('a phase', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  async function talking(bench: Bench): Promise<LiveSession> {
    const session = await bench.sessions.create({ scenario: archipelago(), options: timed });
    await started(session);
    await session.submit(host, 'to-talk', { type: 'closePhase', because: 'host' });
    expect(session.state.phase.name).toBe('negotiation');
    return session;
  }

  /** Every timer fires, as on a computer that wakes. */
  async function woken(session: LiveSession): Promise<void> {
    await vi.advanceTimersByTimeAsync(HOUR_MS);
    await session.drained();
  }

  const leftOf = (session: LiveSession): number => (session.clock.deadlineMs ?? 0) - session.now();

  test.each([
    ['forward', HOUR_MS],
    ['back', -HOUR_MS],
  ])('keeps its time when the computer’s clock is set %s', async (_way, jumpMs) => {
    const { clocks, time } = computer();
    const bench = new Bench(memoryStore(), time);
    const session = await talking(bench);
    const [opened, left] = [session.phaseOpenedAt, leftOf(session)];
    clocks.dayMs += jumpMs;
    time.now();
    await vi.advanceTimersByTimeAsync(1000);
    expect([session.phaseOpenedAt, leftOf(session)]).toEqual([opened, left]);
    await session.submit(host, 'pause-it', { type: 'pauseSession', remainingMs: null });
    expect(session.clock.paused?.remainingMs).toBe(left);
    await bench.sessions.close();
  });

  test('does not end while the server sleeps, and a short sleep takes nothing from it', async () => {
    const { clocks, time } = computer();
    const bench = new Bench(memoryStore(), time);
    const session = await talking(bench);
    const [opened, left, head] = [session.phaseOpenedAt, leftOf(session), session.headSeq];
    clocks.elapsedMs += 9000;
    await woken(session);
    expect([session.phaseOpenedAt, leftOf(session)]).toEqual([opened, left - 500]);
    expect(session.headSeq).toBe(head);
    await bench.sessions.close();
  });

  test('has a minute at least after a long sleep, for people must come back first, and the record says so', async () => {
    const { clocks, time, pass } = computer();
    const bench = new Bench(memoryStore(), time);
    const session = await talking(bench);
    pass(leftOf(session) - 3000);
    const opened = session.phaseOpenedAt;
    clocks.elapsedMs += HOUR_MS;
    clocks.dayMs += HOUR_MS;
    await woken(session);
    expect(session.phaseOpenedAt).toBe(opened);
    expect(leftOf(session)).toBe(60_000);
    const lines = await bench.store.read(session.id);
    expect(lines.at(-1)?.text).toContain('sessionReopened');
    await bench.sessions.close();
  });

  test.each([
    ['with three seconds left', 3000],
    ['with forty seconds left', 40_000],
  ])(
    'has a minute at least after a server that was killed %s comes back past its end',
    async (_when, leftMs) => {
      const before = computer();
      const killed = new Bench(memoryStore(), before.time);
      const session = await talking(killed);
      before.pass(leftOf(session) - leftMs);
      // Nothing is closed: the process is gone, and only its store is there when another one starts ten minutes later.
      const after = new Bench(killed.store, computer(before.clocks.dayMs + 600_000).time);
      await after.sessions.reopenUnfinished();
      const woke = await after.sessions.byCode(session.code);
      expect(woke?.state.phase.name).toBe('negotiation');
      expect(woke === null ? null : leftOf(woke)).toBe(60_000);
      await after.sessions.close();
      await killed.sessions.close();
    },
  );

  test('has no more time after a restart than before, when the clock was put back meanwhile', async () => {
    const before = computer();
    const bench = new Bench(memoryStore(), before.time);
    const session = await talking(bench);
    const left = leftOf(session);
    await bench.sessions.close();
    const after = new Bench(bench.store, computer(1_000_000_000 - HOUR_MS).time);
    await after.sessions.reopenUnfinished();
    const woke = await after.sessions.byCode(session.code);
    expect(woke === null ? null : leftOf(woke)).toBe(left);
    await after.sessions.close();
  });
});
