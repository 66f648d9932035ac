import { beforeAll, describe, expect, test } from 'vitest';
import { parseLog, type ParsedLog } from '#shared/log/parse.ts';
import { replay } from '#shared/log/replay.ts';
import { seekable, type SeekableLog } from '#shared/log/seek.ts';
import type { SessionState } from '#shared/session/vocabulary/state.ts';
import { bigRecord } from '../support/bigRecord.ts';

let log: ParsedLog;
let tape: SeekableLog;
let states: readonly SessionState[];

beforeAll(() => {
  const parsed = parseLog(bigRecord({ seats: 6, rounds: 3, lines: 240 }));
  if (!parsed.ok) throw new Error(parsed.failure.what);
  log = parsed.value;
  tape = seekable(log);
  states = replay(log).states;
});

describe('a record whose states are folded on demand', () => {
  test('has at every position the state that folding line by line gives', () => {
    for (const [position, state] of states.entries()) expect(tape.stateAt(position)).toEqual(state);
  });

  test('gives the same whatever was asked before', () => {
    for (const position of [230, 3, 150, 149, 151, 0])
      expect(tape.stateAt(position)).toEqual(states[position]);
  });

  test('leaves a state alone that somebody holds', () => {
    const held = tape.stateAt(100);
    const said = held.messages.length;
    tape.stateAt(130);
    seekable(log);
    expect(held.messages).toHaveLength(said);
    expect(held).toEqual(states[100]);
  });

  test('takes positions outside it as its ends', () => {
    expect(tape.stateAt(-5)).toEqual(states[0]);
    expect(tape.stateAt(9999)).toEqual(states.at(-1));
  });

  test('shows each line with the table before and after it', () => {
    const seen: number[] = [];
    seekable(log, (before, after, line, position) => {
      seen.push(position);
      if (line.events.some(({ type }) => type === 'roundResolved'))
        expect(after.rounds.length).toBe(before.rounds.length + 1);
    });
    expect(seen).toEqual(log.lines.map((_, index) => index + 1));
  });
});
