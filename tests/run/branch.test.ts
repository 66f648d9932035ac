import { describe, expect, it } from 'vitest';
import { at } from '#shared/lib/at.ts';
import { HOLD } from '#shared/model/actions.ts';
import type { SessionLog } from '#shared/log/line.ts';
import { parseLog } from '#shared/log/parse.ts';
import { mixes } from '#shared/bots/mixes.ts';
import { type Branch, branchAsRecorded, forkAfter } from '#shared/run/branch.ts';
import type { BranchChange } from '#shared/session/vocabulary/branching.ts';
import { fan, type FanPair, fanSummary } from '#shared/run/fan.ts';
import { castBy, fitCharacters, fitShares } from '#shared/run/fit.ts';
import { scenarioById } from '#shared/scenario/packs.ts';
import { pivotalOf } from '#shared/session/findings/pivotal.ts';
import type { SessionState } from '#shared/session/vocabulary/state.ts';
import { playSession } from '../../server/commands/playSession.ts';
import { sha256 } from '../../server/store/digest.ts';

interface Played {
  readonly text: string;
  readonly log: SessionLog;
  readonly state: SessionState;
}

async function played(scenarioId: string, plan: string, seed: number, talk: boolean): Promise<Played> {
  const scenario = scenarioById(scenarioId);
  if (scenario === null) throw new Error(`no scenario ${scenarioId}`);
  const { log: text, state } = await playSession({ scenario, plan, seed, mix: mixes.CLASS, talk });
  const log = parseLog(text);
  if (!log.ok) throw new Error(`${log.failure.where} ${log.failure.what}`);
  return { text, log: log.value, state };
}

function branchOf(log: SessionLog, change: BranchChange): Branch {
  const branch = branchAsRecorded(log, change, sha256);
  if ('code' in branch) throw new Error(`no branch: ${branch.code}`);
  return branch;
}

const records = await Promise.all([
  played('archipelago', '5x3', 11, true),
  played('archipelago', '5x3', 12, false),
  played('two-conventions', '6x3', 13, true),
  played('twelve-states', '6x3', 14, false),
]);
const endOf = ({ rounds }: SessionState): number => at(rounds, rounds.length - 1).indicators.direction;

describe('a branch as recorded', () => {
  it.each(records)(
    'equals the record to the last byte without a change, in every round',
    ({ text, log, state }) => {
      for (const { round } of state.rounds) {
        const { session, leftOut } = branchOf(log, { round, orders: {} });
        expect(leftOut).toEqual([]);
        expect(session.logText()).toBe(text);
      }
    },
  );

  it.each(records.filter(({ state }) => state.agreements.length === 0))(
    'moves the end as the pivotal orders say if such an order becomes hold',
    ({ log, state }) => {
      const { top } = pivotalOf(state, 5);
      expect(top).toHaveLength(5);
      for (const { round, seat, effect } of top) {
        const { session } = branchOf(log, { round, orders: { [seat]: HOLD } });
        expect({ round, seat, effect: endOf(state) - endOf(session.state) }).toEqual({ round, seat, effect });
      }
    },
  );

  it('says that a round was not played, that a seat is unknown, and that the rules refuse an order', () => {
    const { log } = at(records, 1);
    expect(branchAsRecorded(log, { round: 9, orders: {} }, sha256)).toEqual({ code: 'roundNotPlayed' });
    expect(branchAsRecorded(log, { round: 2, orders: { nobody: HOLD } }, sha256)).toEqual({
      code: 'orderRefused',
      seat: 'nobody',
      round: 2,
      refusal: 'unknownSeat',
    });
    const away = { action: 'leave', bloc: 77 } as const;
    expect(branchAsRecorded(log, { round: 2, orders: { aurelia: away } }, sha256)).toEqual({
      code: 'orderRefused',
      seat: 'aurelia',
      round: 2,
      refusal: 'orderIllegal',
    });
  });
});

describe('a fan', () => {
  it('continues record and branch with the same dice: without a change both sides are equal', async () => {
    const { log, state } = at(records, 1);
    const fork = forkAfter(log, { round: 3, orders: {} }, sha256);
    if ('code' in fork) throw new Error(fork.code);
    const cast = () => state.seats.map(({ bot }) => bot ?? 'hold');
    const pairs: FanPair[] = [];
    const input = { record: fork.session, branch: fork.session, cast, talk: false, count: 12 };
    for await (const pair of fan(input)) pairs.push(pair);
    expect(pairs.map(({ branch }) => branch)).toEqual(pairs.map(({ record }) => record));
    const { record, difference, pairs: count } = fanSummary(pairs);
    expect(count).toBe(12);
    expect(difference).toEqual({ mean: 0, low: 0, high: 0 });
    // Up to the fork every continuation is the record, after it the dice differ.
    const recorded = state.rounds.slice(0, 3).map(({ indicators }) => indicators.direction);
    expect(record.bands.slice(0, 3)).toEqual(recorded.map((dial) => [dial, dial, dial, dial, dial]));
    expect(new Set(pairs.map(({ record: { dial } }) => dial[4])).size).toBeGreaterThan(6);
    expect(Object.values(record.endings).reduce((sum, share) => sum + share, 0)).toBeCloseTo(1);
  });
});

describe('the characters that explain a record', () => {
  it('are the right one or the second for more than half of the seats; two of twelve at random would be for a sixth', () => {
    const found = records
      .filter(({ state }) => state.agreements.length === 0)
      .flatMap(({ log, state }) =>
        fitCharacters(log).map((fits, seat) =>
          fits.slice(0, 2).some(({ character }) => character === at(state.seats, seat).bot),
        ),
      );
    expect(found).toHaveLength(18);
    expect(found.filter(Boolean).length).toBeGreaterThan(9);
  }, 60_000);
});

describe('who goes on for people', () => {
  it('is drawn as often as a character explains the orders, the same way for the same run', () => {
    const fit = (character: 'hedger' | 'bridge' | 'hold', likelihood: number) => ({
      character,
      likelihood,
      agreement: 0,
    });
    const fits = [
      [fit('hedger', 0.06), fit('bridge', 0.02)],
      [fit('hold', 0.5), fit('bridge', 0)],
    ];
    expect(fitShares(at(fits, 0))).toEqual([0.75, 0.25]);
    const cast = castBy(fits);
    expect(cast(3)).toEqual(cast(3));
    const drawn = Array.from({ length: 400 }, (_, run) => cast(run + 1));
    expect(new Set(drawn.map(([, second]) => second))).toEqual(new Set(['hold']));
    const share = drawn.filter(([first]) => first === 'hedger').length / 400;
    expect(share).toBeGreaterThan(0.68);
    expect(share).toBeLessThan(0.82);
  });
});
