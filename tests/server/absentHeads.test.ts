import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { headOf } from '#shared/session/topics/delegationRules.ts';
import { PASS_AFTER_MS } from '../../server/live/absentHeads.ts';
import type { LiveSession } from '../../server/live/session.ts';
import { archipelago, Bench, delegateAt, timed } from './liveTable.ts';

const scenario = archipelago();
const seat = scenario.seats[0]?.id ?? '';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
});
afterEach(() => {
  vi.useRealTimers();
});

/** A lobby with ann, ben and cem at the first state. */
async function lobby(bench: Bench): Promise<LiveSession> {
  const session = await bench.sessions.create({ scenario, options: timed });
  for (const delegate of ['ann', 'ben', 'cem'])
    await session.submit(delegateAt(seat, delegate), `sit-${delegate}`, {
      type: 'takeSeat',
      seat,
      delegate,
      name: null,
    });
  return session;
}

async function here(bench: Bench, session: LiveSession, people: readonly string[]): Promise<void> {
  bench.people.clear();
  for (const one of people) bench.people.add(one);
  bench.sessions.presenceChanged(session.code);
  await session.drained();
}

async function pass(bench: Bench, session: LiveSession, ms: number): Promise<void> {
  bench.nowMs += ms;
  await vi.advanceTimersByTimeAsync(ms);
  await session.drained();
}

function head({ state }: LiveSession): string | null {
  const first = state.seats[0];
  return first === undefined ? null : headOf(first);
}

describe('a head who is out of reach', () => {
  test('is replaced after a while by the first connected member, and the log says so', async () => {
    const bench = new Bench();
    const session = await lobby(bench);
    await here(bench, session, ['ann', 'cem']);
    await here(bench, session, ['cem']);
    await pass(bench, session, PASS_AFTER_MS - 1000);
    expect(head(session)).toBe('ann');
    await pass(bench, session, 2000);
    expect(head(session)).toBe('cem');
    await here(bench, session, ['ann', 'cem']);
    await pass(bench, session, PASS_AFTER_MS * 2);
    expect(head(session)).toBe('cem');
    await bench.sessions.close();
  });

  test('stays head on returning in time, or if no member is connected', async () => {
    const bench = new Bench();
    const session = await lobby(bench);
    await here(bench, session, ['ben']);
    await pass(bench, session, PASS_AFTER_MS - 5000);
    await here(bench, session, ['ann', 'ben']);
    await pass(bench, session, PASS_AFTER_MS);
    await here(bench, session, []);
    await pass(bench, session, PASS_AFTER_MS * 2);
    expect(head(session)).toBe('ann');
    await bench.sessions.close();
  });
});
