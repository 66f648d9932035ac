import { describe, expect, it } from 'vitest';
import { at } from '#shared/lib/at.ts';
import { HOLD } from '#shared/model/actions.ts';
import { causeDifferences } from '#shared/run/besideRecord.ts';
import { branchAsRecorded } from '#shared/run/branch.ts';
import { replay } from '#shared/log/replay.ts';
import type { SessionState } from '#shared/session/vocabulary/state.ts';
import { sha256 } from '../../server/store/digest.ts';
import { parsed, playedLog } from '../log/playedLog.ts';

const log = parsed(await playedLog('archipelago', 5));
const { states } = replay(log);
const record = at(states, states.length - 1);
const endOf = ({ rounds }: SessionState): number => at(rounds, rounds.length - 1).indicators.direction;

function branchWith(orders: Readonly<Record<string, typeof HOLD>>): SessionState {
  const branch = branchAsRecorded(log, { round: 2, orders }, sha256);
  if ('code' in branch) throw new Error(branch.code);
  return branch.session.state;
}

describe('the causes that differ', () => {
  it('add up to the difference of the dial at the end, the largest first', () => {
    const seat = Object.entries(at(record.rounds, 1).orders).find(([, { action }]) => action !== 'hold')?.[0];
    const branch = branchWith({ [seat ?? '']: HOLD });
    const causes = causeDifferences(record, branch, 2);
    const gaps = causes.map((cause) => cause.branch - cause.record);
    expect(causes.length).toBeGreaterThan(0);
    expect(gaps.reduce((sum, gap) => sum + gap, 0)).toBe(endOf(branch) - endOf(record));
    const sizes = gaps.map((gap) => Math.abs(gap));
    expect(sizes).toEqual(sizes.toSorted((a, b) => b - a));
    expect(sizes).not.toContain(0);
  });

  it('are none where nothing differs', () => {
    expect(causeDifferences(record, branchWith({}), 2)).toEqual([]);
  });
});
