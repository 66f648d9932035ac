import { expect, test } from 'vitest';
import { replay } from '#shared/log/replay.ts';
import { verifyLog } from '#shared/log/verify.ts';
import { sha256 } from '../../server/store/digest.ts';
import { parsed } from './playedLog.ts';
import { rewoundLog } from './rewoundLog.ts';

test('a session that was stepped back verifies, and replays through what was undone', () => {
  const log = parsed(rewoundLog());
  expect(verifyLog(log, sha256)).toMatchObject({ ok: true, firstFault: null });
  const { states } = replay(log);
  expect(Math.max(...states.map(({ rounds }) => rounds.length))).toBe(2);
  expect(states.at(-1)?.rounds.map(({ round, attempt }) => [round, attempt])).toEqual([
    [1, 0],
    [2, 2],
  ]);
});
