import { describe, expect, it } from 'vitest';
import { at } from '#shared/lib/at.ts';
import { replay } from '#shared/log/replay.ts';
import { forkAfter } from '#shared/run/branch.ts';
import { courseWindow, type RoundWindow } from '#shared/run/courseWindow.ts';
import { continuation } from '#shared/run/fan.ts';
import { standsAfterRounds } from '#shared/run/localSession.ts';
import { sha256 } from '../../server/store/digest.ts';
import { rewoundLog } from '../log/rewoundLog.ts';
import { parsed, playedLog } from '../log/playedLog.ts';

const log = parsed(await playedLog('archipelago', 5));
const { states } = replay(log);
const { seats, rounds, world } = at(states, states.length - 1);
const cast = () => seats.map(({ bot }) => bot ?? 'hold');

async function windowOf(count: number): Promise<readonly RoundWindow[]> {
  let last: readonly RoundWindow[] = [];
  for await (const window of courseWindow({ log, cast, count })) last = window;
  return last;
}

describe('a session as it stood after each round', () => {
  it('is continued as the fork of the record at that round is', async () => {
    const stands = standsAfterRounds(log);
    expect([...stands.keys()]).toEqual([0, ...rounds.map(({ round }) => round)]);
    for (const round of [1, 3]) {
      const fork = forkAfter(log, { round, orders: {} }, sha256);
      const stand = stands.get(round);
      if ('code' in fork || stand === undefined) throw new Error(`no round ${round}`);
      const how = { cast, talk: false };
      expect(await continuation(stand, 7, how)).toEqual(await continuation(fork.session, 7, how));
    }
  });

  it('counts a round that was stepped back over once, as it was played again', () => {
    const rewound = parsed(rewoundLog());
    const end = replay(rewound).states.at(-1);
    const stands = standsAfterRounds(rewound);
    expect([...stands.keys()]).toEqual([0, ...(end?.rounds ?? []).map(({ round }) => round)]);
    expect([1, 2].map((round) => stands.get(round)?.state.attempt)).toEqual([0, 2]);
  });
});

describe('the window of a course', () => {
  it('has every continuation of every round in it, and is certain once the session has ended', async () => {
    const window = await windowOf(7);
    expect(window.map(({ round }) => round)).toEqual([0, ...rounds.map(({ round }) => round)]);
    for (const { well, badly, undecided } of window) expect(well + badly + undecided).toBe(7);
    const end = { governance: 'well', predicament: 'badly', emergence: 'undecided', selection: 'undecided' }[
      world.stage
    ];
    expect(window.at(-1)).toMatchObject({ [end]: 7 });
  });

  it('is the same each time, and shows all rounds early', async () => {
    expect(await windowOf(6)).toEqual(await windowOf(6));
    let seen = 0;
    for await (const window of courseWindow({ log, cast, count: 200 })) {
      seen += 1;
      if (window.every(({ well, badly, undecided }) => well + badly + undecided > 0)) break;
    }
    expect(seen).toBeLessThan(6 * (rounds.length + 1));
  });
});
