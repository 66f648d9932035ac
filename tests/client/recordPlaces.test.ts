import { beforeAll, describe, expect, test } from 'vitest';
import type { LogLine } from '#shared/log/line.ts';
import { type NamedPlace, namedPlaces, positionName, positionOf } from '../../client/source/recordPlaces.ts';
import { parsed, playedLog } from '../log/playedLog.ts';

let lines: readonly LogLine[];
let places: readonly NamedPlace[];

beforeAll(async () => {
  ({ lines } = parsed(await playedLog('archipelago', 5)));
  places = namedPlaces(lines);
});

describe('the places of a record', () => {
  test('have names that lead back to every position', () => {
    for (let position = 0; position <= lines.length; position += 1)
      expect(positionOf(places, positionName(places, position))).toBe(position);
  });

  test('are called by round and phase', () => {
    const reveal = lines.findIndex(({ events }) =>
      events.some((event) => event.type === 'phaseOpened' && event.phase === 'reveal' && event.round === 3),
    );
    expect(positionOf(places, 'round3.reveal')).toBe(reveal + 1);
    expect(positionName(places, reveal + 1)).toBe('round3.reveal');
    expect(positionName(places, 0)).toBe('lobby');
    expect(positionName(places, lines.length)).toMatch(/^ended/);
  });

  test('of a round that was undone are called by their line', () => {
    const twice: readonly NamedPlace[] = [
      { name: 'round1.briefing', position: 4 },
      { name: 'round1.briefing', position: 9 },
    ];
    expect(positionName(twice, 5)).toBe('line5');
    expect(positionName(twice, 10)).toBe('round1.briefing.1');
    expect(positionOf(twice, 'round1.briefing')).toBe(9);
    expect(positionOf(twice, 'line5')).toBe(5);
  });

  test('that do not exist lead nowhere', () => {
    for (const name of ['round99.reveal', 'round1', 'tomorrow', '', 'line', 'lobby.x'])
      expect(positionOf(places, name)).toBeNull();
  });
});
