import { beforeAll, describe, expect, test } from 'vitest';
import type { Viewer } from '#shared/session/vocabulary/actors.ts';
import { recordedThreads } from '../../client/panels/talk/recordedThreads.ts';
import { recordedSource, type RecordedSource } from '../../client/source/recorded.ts';
import { fetchWords } from '../../client/text/language.ts';
import { quarrelLog } from '../log/quarrelLog.ts';
import { bigRecord } from '../support/bigRecord.ts';

let source: RecordedSource;

function through(viewer: Viewer, position = source.length) {
  source.viewer.value = viewer;
  source.position.value = position;
  const { view, said } = source;
  if (view.value === null || said === null) throw new Error('nothing to see');
  return { view: view.value, messages: said.messages.value, counts: said.counts.value };
}

beforeAll(async () => {
  await fetchWords('en');
  const opened = recordedSource(bigRecord({ seats: 6, rounds: 3, lines: 400 }));
  if (!opened.ok) throw new Error(opened.failure.what);
  source = opened.value;
});

describe('the whole conversation of a record', () => {
  test('has more than a view holds, from the first word on', () => {
    const { messages } = through({ kind: 'host' });
    expect(messages.length).toBeGreaterThan(200);
    expect(messages.map(({ id }) => id)).toEqual(messages.map((_, index) => index + 1));
  });

  test('grows with the position', () => {
    const half = through({ kind: 'observer' }, Math.floor(source.length / 2)).messages;
    const all = through({ kind: 'observer' }).messages;
    expect(half.length).toBeLessThan(all.length);
    expect(all.slice(0, half.length)).toEqual(half);
  });

  test('shows private talk to its hearers alone, and none of it to everybody', () => {
    const seat = through({ kind: 'observer' }).view.card.seats[1]?.id ?? '';
    expect(through({ kind: 'observer' }).messages.every(({ to }) => to === null)).toBe(true);
    const own = through({ kind: 'participantAfterEnd', seat }).messages;
    expect(own.some(({ to }) => to !== null)).toBe(true);
    expect(own.every(({ to }) => to === null || to.includes(seat))).toBe(true);
  });

  test('counts who spoke with whom for all eyes, and the counts are those of the record', () => {
    const { counts } = through({ kind: 'observer' });
    const said = source.table.value.messages.filter(({ channel }) => channel.kind === 'bilateral').length;
    const counted = counts.flatMap(({ toSeat }) => Object.values(toSeat)).reduce((sum, n) => sum + n, 0);
    expect(counted).toBe(said);
  });

  test('stands in channels that hold each message once', () => {
    for (const viewer of [
      { kind: 'host' },
      { kind: 'participantAfterEnd', seat: source.view.value?.card.seats[1]?.id ?? '' },
    ] as const) {
      const { view, messages } = through(viewer);
      const threads = recordedThreads(view, messages, null);
      expect(
        threads.flatMap((thread) => thread.messages.map(({ id }) => id)).toSorted((a, b) => a - b),
      ).toEqual(messages.map(({ id }) => id));
      expect(new Set(threads.map(({ key }) => key)).size).toBe(threads.length);
    }
  });

  test('lists a pair that was asked for even where it said nothing', () => {
    const { view } = through({ kind: 'host' });
    const [a, b] = view.card.seats.map(({ id }) => id);
    const key = `between ${a} ${b}`;
    expect(recordedThreads(view, [], key).find((thread) => thread.key === key)?.messages).toEqual([]);
  });
});

test('a message leads to the moment at which it was said, whatever these eyes may not read before it', () => {
  const opened = recordedSource(quarrelLog());
  if (!opened.ok) throw new Error(opened.failure.what);
  const quarrel = opened.value;
  quarrel.position.value = quarrel.length;
  quarrel.viewer.value = { kind: 'observer' };
  const last = quarrel.said?.messages.value.findLast(({ text }) => text === 'Good morning, round 3.');
  quarrel.said?.goTo(last?.id ?? 0);
  const line = quarrel.lines[quarrel.position.value - 1];
  expect(line?.events[0]).toMatchObject({ type: 'said', seat: 'concordia', round: 3 });
  expect(quarrel.said?.messages.value.at(-1)?.text).toBe('Good morning, round 3.');
});
