import { beforeAll, describe, expect, test } from 'vitest';
import { recordedSource, type RecordedSource } from '../../client/source/recorded.ts';
import { positionAt, roundsAt } from '../../client/source/recordMarks.ts';
import { playedLog } from '../log/playedLog.ts';

let text = '';
let source: RecordedSource;

function opened(record: string): RecordedSource {
  const result = recordedSource(record);
  if (!result.ok) throw new Error(`${result.failure.where} ${result.failure.what}`);
  return result.value;
}

beforeAll(async () => {
  text = await playedLog('archipelago', 5);
  source = opened(text);
});

describe('a recorded session', () => {
  test('starts in the lobby and ends at the ending', () => {
    source.position.value = 0;
    expect(source.view.value?.table.phase).toBe('lobby');
    source.position.value = source.length;
    expect(source.view.value?.table.phase).toBe('ended');
    expect(source.status.value).toBe('recorded');
  });

  test('knows where each round was resolved', () => {
    expect(source.breaks).toHaveLength(6);
    for (const [round, place] of source.breaks.entries()) {
      expect(source.viewAt(place).table.trail.direction).toHaveLength(round + 1);
      if (round > 0) expect(source.viewAt(place - 1).table.trail.direction).toHaveLength(round);
    }
  });

  test('marks the start, every reveal and the ending, in order', () => {
    const kinds = source.markers.map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === 'reveal')).toHaveLength(5);
    expect(kinds[0]).toBe('start');
    expect(kinds).toContain('ending');
    const places = source.markers.map(({ position }) => position);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
  });

  test('shows a seat its own sealed order and an observer none', () => {
    const seat = source.view.value?.card.seats[0]?.id ?? '';
    const sealing = source.lines.findIndex(({ events }) =>
      events.some((event) => event.type === 'ordersSealed' && event.seat === seat),
    );
    source.position.value = sealing + 1;
    source.viewer.value = { kind: 'participantAfterEnd', seat };
    expect(source.view.value?.own?.order).not.toBeNull();
    source.viewer.value = { kind: 'observer' };
    expect(source.view.value?.own).toBeNull();
  });

  test('answers why, and cannot be changed', async () => {
    source.position.value = source.length;
    const why = await source.ask<'why'>({ ask: 'why', round: 1, subject: 'indicator:meanTrust' });
    expect(why?.ok).toBe(true);
    expect(await source.send({ type: 'startSession' })).toEqual({ ok: false, undelivered: 'recorded' });
  });

  test('is verified on the spot', () => {
    expect(source.verify()).toMatchObject({ ok: true, lines: source.length });
  });
});

describe('a damaged record', () => {
  test('that was cut off is refused with its line', () => {
    const result = recordedSource(text.slice(0, Math.floor(text.length / 2)));
    expect(result).toMatchObject({ ok: false, failure: { where: expect.stringMatching(/^line \d+$/) } });
  });

  test('that is something else is refused at its first line', () => {
    expect(recordedSource('{"hello":1}')).toMatchObject({ ok: false, failure: { where: 'header' } });
    expect(recordedSource('')).toMatchObject({ ok: false, failure: { where: 'header' } });
  });

  test('that was changed opens, and says which line does not fit', () => {
    const lines = text.split('\n');
    lines[4] = (lines[4] ?? '').replace(/"at":\d+/, '"at":1');
    expect(opened(lines.join('\n')).verify()).toMatchObject({ ok: false, firstFault: { where: 'line 4' } });
  });
});

describe('the tape', () => {
  const breaks = [0, 10, 14];

  test('rounds are equally long whatever happened in them', () => {
    expect([0, 5, 10, 12, 14, 20].map((position) => roundsAt(position, breaks, 20))).toEqual([
      0, 0.5, 1, 1.5, 2, 2.5,
    ]);
  });

  test('the way back finds the same line', () => {
    for (let position = 0; position <= 20; position += 1)
      expect(positionAt(roundsAt(position, breaks, 20), breaks, 20)).toBe(position);
  });

  test('a record without a resolved round has a tape too', () => {
    expect([0, 3, 6].map((position) => roundsAt(position, [0], 6))).toEqual([0, 0.25, 0.5]);
    expect(positionAt(0.5, [0], 6)).toBe(6);
  });
});
