import { beforeAll, describe, expect, test } from 'vitest';
import { at } from '#shared/lib/at.ts';
import { familyOf } from '#shared/model/actions.ts';
import { basisOf } from '#shared/log/header.ts';
import { replay } from '#shared/log/replay.ts';
import { dialFanOf, dialPaths, shareBelow } from '#shared/simulation/dialFan.ts';
import { subjectOf } from '#shared/simulation/usualScores.ts';
import {
  areAlike,
  type ComparedSession,
  comparedSession,
  letterOf,
  markOf,
  treatmentsIn,
} from '../../client/screens/compare/compared.ts';
import { rankSentence } from '../../client/screens/compare/rank.ts';
import { roundBeside, sameOrders } from '../../client/screens/compare/comparedRound.ts';
import { eventComparison, sessionsIn } from '../../client/lib/comparedSessions.ts';
import { en } from '../../client/text/en.ts';
import { recordedSource } from '../../client/source/recorded.ts';
import { fetchWords } from '../../client/text/language.ts';
import { quarrelLog } from '../log/quarrelLog.ts';
import { parsed, playedLog } from '../log/playedLog.ts';

await fetchWords('en');

function compared(text: string): ComparedSession {
  const opened = recordedSource(text);
  const session = opened.ok ? comparedSession('a file', opened.value) : null;
  if (session === null) throw new Error('no session');
  return session;
}

let text = '';
let other = '';
beforeAll(async () => {
  [text, other] = [await playedLog('archipelago', 5), await playedLog('archipelago', 6)];
});

describe('a session that is compared', () => {
  test('has the shares of its orders, its dial and its ending from the record', () => {
    const { states } = replay(parsed(text));
    const { rounds } = at(states, states.length - 1);
    const session = compared(text);
    const all = rounds.flatMap(({ orders }) => Object.values(orders));
    const cooperating = all.filter(({ action }) => familyOf[action] === 'cooperate').length;
    expect(session.orders.cooperate).toBeCloseTo(cooperating / all.length);
    expect(Object.values(session.orders).reduce((sum, share) => sum + share, 0)).toBeCloseTo(1);
    expect(session.dial.slice(1)).toEqual(
      rounds.map(({ indicators }) => Math.round(indicators.direction / 1000)),
    );
  });

  test('counts its messages, its kept and its broken promises', () => {
    const { messages, kept, broken } = compared(quarrelLog());
    // Five private words and a public one a round.
    expect(messages).toBe(9);
    expect(broken).toBe(1);
    expect(kept).toBeGreaterThan(broken);
  });

  test('lies over another by rounds if scenario, states and length are the same', () => {
    expect(areAlike([compared(text), compared(other)])).toBe(true);
    expect(areAlike([compared(text), compared(quarrelLog())])).toBe(
      compared(text).view.card.id === compared(quarrelLog()).view.card.id &&
        compared(text).view.card.plan.rounds === compared(quarrelLog()).view.card.plan.rounds,
    );
  });
});

describe('the fan of simulated sessions', () => {
  test('is the same each time, begins where the record does, and holds nine of ten in its pale band', () => {
    const subject = subjectOf(basisOf(parsed(text).header));
    const paths = [...dialPaths(subject, { mix: 'CLASS', talk: false }, 40)];
    expect([...dialPaths(subject, { mix: 'CLASS', talk: false }, 3)]).toEqual(paths.slice(0, 3));
    const fan = dialFanOf(paths);
    const opening = at(at(fan.bands, 0), 2);
    expect(Math.round(opening / 1000)).toBe(compared(text).dial[0]);
    const [low = 0, , , , high = 0] = at(fan.bands, fan.bands.length - 1);
    expect(fan.ends.filter((end) => end >= low && end <= high)).toHaveLength(36);
  });

  test('says how many of a hundred ended lower, those that ended equally by half, and nothing of a few', () => {
    const ends = Array.from({ length: 100 }, (_, place) => place * 1000);
    const fan = { games: 100, bands: [], ends };
    expect(shareBelow(fan, -1)).toBe(0);
    expect(shareBelow(fan, 99_500)).toBe(100);
    expect(shareBelow(fan, 50_000)).toBe(51);
    expect(rankSentence('A', 83, { games: 100, bands: [], ends })).toBe(
      'A ended higher than 84 of 100 simulated sessions.',
    );
    expect(rankSentence('A', 83, { games: 10, bands: [], ends: ends.slice(0, 10) })).toContain('too few');
  });
});

test('marks go on after Z, and treatments are named in one order, each once', () => {
  expect([0, 7, 25, 26, 39].map(letterOf)).toEqual(['A', 'H', 'Z', 'AA', 'AN']);
  const tried = (['talkNone', null, 'talkWords', 'talkNone'] as const).map((treatment) => ({ treatment }));
  expect(treatmentsIn(tried)).toEqual(['talkWords', 'talkNone']);
  expect(compared(text).treatment).toBeNull();
});

test('an address of the page names sessions of the server, or tables of an event with their numbers, sixty at most', () => {
  const alone = (code: string) => ({ code, table: null });
  expect(sessionsIn('#codes=ABCDE,FGHJK')).toEqual({
    event: null,
    sessions: [alone('ABCDE'), alone('FGHJK')],
  });
  expect(sessionsIn('')).toEqual({ event: null, sessions: [] });
  expect(sessionsIn('#event=EEEEEE&tables=no,.X,3.,4.ABC234').sessions).toEqual([
    { code: 'ABC234', table: 4 },
  ]);
  const tables = Array.from({ length: 65 }, (_, index) => ({ number: index + 1, code: `CODE${index}` }));
  const page = eventComparison('EEEEEE', tables);
  const named = sessionsIn(page.slice(page.indexOf('#')));
  expect(named.event).toBe('EEEEEE');
  expect(named.sessions).toHaveLength(60);
  expect(named.sessions[59]).toEqual({ code: 'CODE59', table: 60 });
  expect(markOf({ table: 60 }, 3)).toBe('60');
  expect(markOf({ table: null }, 3)).toBe('D');
});

describe('one round of several sessions', () => {
  test('has what everybody ordered and what came of it, the better outcome first', () => {
    const sessions = [compared(text), compared(other)];
    const rows = roundBeside(sessions, 2, null);
    expect(rows).toHaveLength(2);
    for (const { session, counts, before, after, order } of rows) {
      const { rounds } = at(replay(parsed(session.source.text)).states, session.source.length);
      const given = Object.values(at(rounds, 1).orders).map(({ action }) => familyOf[action]);
      for (const family of ['cooperate', 'blocs', 'securitize', 'none'] as const)
        expect(counts[family]).toBe(given.filter((one) => one === family).length);
      expect([before, after]).toEqual([session.dial[1], session.dial[2]]);
      expect(order).toBeNull();
    }
    const [better, worse] = rows.map(({ before, after }) => after - before);
    expect(better).toBeGreaterThanOrEqual(worse ?? 0);
  });

  test('puts sessions together in which a state ordered the same, and says between what the dial changed', () => {
    const sessions = [compared(text), compared(other), compared(text)];
    const seat = at(sessions, 0).view.card.seats[0]?.id ?? '';
    const rows = roundBeside(sessions, 1, seat);
    const { rounds } = at(replay(parsed(text)).states, at(sessions, 0).source.length);
    const action = at(rounds, 0).orders[seat]?.action ?? 'hold';
    const same = sameOrders(rows);
    expect(same.reduce((sum, { changes }) => sum + changes.length, 0)).toBe(3);
    const first = rows.find(({ mark }) => mark === 'A');
    expect(first?.order).toContain(en.orders.cards[action].name);
    expect(same.find(({ order }) => order === first?.order)?.changes.length).toBeGreaterThanOrEqual(2);
    expect(roundBeside(sessions, 99, null)).toEqual([]);
  });
});
