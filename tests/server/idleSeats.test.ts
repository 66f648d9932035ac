import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { LiveSession } from '../../server/live/session.ts';
import { archipelago, atDecision, Bench, delegateAt, host, practice, started, timed } from './liveTable.ts';

const scenario = archipelago();
const seats = scenario.seats.map(({ id }) => id);
/** A bot's default waiting time. */
const COVER_AFTER_MS = 60_000;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
});
afterEach(() => {
  vi.useRealTimers();
});

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

/** A table in its first decision with everybody connected except the given seats, from now on. */
async function deciding(bench: Bench, away: readonly string[]): Promise<LiveSession> {
  for (const seat of seats) bench.connected.add(seat);
  const session = await bench.sessions.create({ scenario, options: timed });
  await started(session);
  await atDecision(session);
  // Nobody has less than a minute left: this does not test the deadline of the decision.
  await session.submit(host, 'more-time-1', { type: 'extendPhase', seconds: 180 });
  for (const seat of away) bench.connected.delete(seat);
  bench.sessions.presenceChanged(session.code);
  await settled(session);
  return session;
}

const [first = '', second = ''] = seats;

function botsOf(session: LiveSession): readonly string[] {
  return session.state.seats.filter(({ bot }) => bot !== null).map(({ id }) => id);
}

describe('a seat whose people are out of reach', () => {
  test('is covered after a minute, plays, and is handed back at once on return', async () => {
    const bench = new Bench();
    const session = await deciding(bench, [first]);
    await pass(bench, session, COVER_AFTER_MS - 1000);
    expect(botsOf(session)).toEqual([]);
    await pass(bench, session, 2000);
    expect(botsOf(session)).toEqual([first]);
    expect(Object.keys(session.state.sealed)).toEqual([first]);
    bench.connected.add(first);
    bench.sessions.presenceChanged(session.code);
    await settled(session);
    expect(botsOf(session)).toEqual([]);
    const mine = await session.submit(delegateAt(first), 'my-own-order', {
      type: 'sealOrders',
      order: { action: 'commit' },
    });
    expect(mine.ok).toBe(true);
    await bench.sessions.close();
  });

  test('is left alone when they come back in time, or have sealed', async () => {
    const bench = new Bench();
    const session = await deciding(bench, []);
    await session.submit(delegateAt(second), 'sealed-early', {
      type: 'sealOrders',
      order: { action: 'hold' },
    });
    bench.connected.delete(first);
    bench.connected.delete(second);
    bench.sessions.presenceChanged(session.code);
    await pass(bench, session, 30_000);
    bench.connected.add(first);
    bench.sessions.presenceChanged(session.code);
    await pass(bench, session, COVER_AFTER_MS);
    expect(botsOf(session)).toEqual([]);
    await bench.sessions.close();
  });

  test('is not covered when nobody at all is connected, nor while the session is paused', async () => {
    const bench = new Bench();
    const session = await deciding(bench, seats);
    await pass(bench, session, COVER_AFTER_MS + 1000);
    expect(botsOf(session)).toEqual([]);
    await session.submit(host, 'pause-it-now', { type: 'pauseSession', remainingMs: null });
    for (const seat of seats.slice(1)) bench.connected.add(seat);
    bench.sessions.presenceChanged(session.code);
    await pass(bench, session, COVER_AFTER_MS + 1000);
    expect(botsOf(session)).toEqual([]);
    await session.submit(host, 'go-on-again', { type: 'resumeSession' });
    await settled(session);
    expect(botsOf(session)).toEqual([first]);
    await bench.sessions.close();
  });

  test('that the host gave to a bot stays with it', async () => {
    const bench = new Bench();
    const session = await deciding(bench, []);
    await session.submit(host, 'cover-by-host', { type: 'coverSeat', seat: first, disposition: 'hold' });
    bench.sessions.presenceChanged(session.code);
    await settled(session);
    expect(botsOf(session)).toEqual([first]);
    await bench.sessions.close();
  });

  test('is still handed back after the server was away', async () => {
    const bench = new Bench();
    const before = await deciding(bench, [first]);
    await pass(bench, before, COVER_AFTER_MS + 1000);
    expect(botsOf(before)).toEqual([first]);
    await bench.restart();
    bench.connected.add(first);
    const session = await bench.sessions.byCode(before.code);
    if (session === null) throw new Error('lost');
    await settled(session);
    expect(botsOf(session)).toEqual([]);
    await bench.sessions.close();
  });

  test('is left alone in practice', async () => {
    const bench = new Bench();
    const session = await bench.sessions.create({ scenario, options: practice });
    await started(session, seats.slice(1));
    await pass(bench, session, COVER_AFTER_MS * 2);
    expect(botsOf(session)).toEqual(seats.slice(1));
    await bench.sessions.close();
  });
});

test('more time moves the deadline', async () => {
  const bench = new Bench();
  const session = await deciding(bench, []);
  const before = session.clock.deadlineMs ?? 0;
  await session.submit(host, 'more-time-2', { type: 'extendPhase', seconds: 60 });
  expect(session.clock.deadlineMs).toBe(before + 60_000);
  await session.submit(host, 'pause-it-now', { type: 'pauseSession', remainingMs: null });
  const left = session.clock.paused?.remainingMs ?? 0;
  await session.submit(host, 'more-time-3', { type: 'extendPhase', seconds: 180 });
  expect(session.clock.paused?.remainingMs).toBe(left + 180_000);
  await session.submit(host, 'go-on-again', { type: 'resumeSession' });
  expect(session.clock.deadlineMs).toBe(bench.nowMs + left + 180_000);
  await bench.sessions.close();
});

describe('a bot that stands in for people', () => {
  const offered = async (standInsBargain: boolean): Promise<readonly string[]> => {
    const bench = new Bench();
    for (const seat of seats) bench.connected.add(seat);
    const options = standInsBargain ? { ...timed, standInsBargain: true as const } : timed;
    const session = await bench.sessions.create({ scenario, options });
    await started(session);
    await atDecision(session);
    const cover = { type: 'coverSeat', seat: first, disposition: 'unconditional-cooperator' } as const;
    await session.submit(host, 'cover-1', cover);
    const terms = {
      clauses: [{ kind: 'mutualRestraint' }],
      force: 'pledge',
      fromRound: 1,
      untilRound: 2,
    } as const;
    await session.submit(delegateAt(second), 'offer-1', {
      type: 'proposeAgreement',
      parties: [second, first],
      terms,
      secrecy: 'public',
      accession: 'closed',
    });
    await settled(session);
    expect(Object.keys(session.state.sealed)).toContain(first);
    return session.state.agreements[0]?.signed ?? [];
  };

  test('seals, and signs nothing in their name', async () => {
    expect(await offered(false)).toEqual([second]);
  });

  test('signs where the host has said so', async () => {
    expect(await offered(true)).toContain(first);
  });
});
