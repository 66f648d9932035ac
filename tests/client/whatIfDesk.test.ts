import { beforeAll, describe, expect, test } from 'vitest';
import { at } from '#shared/lib/at.ts';
import { HOLD } from '#shared/model/actions.ts';
import { copyOf } from '#shared/log/copyOf.ts';
import { branchAsRecorded } from '#shared/run/branch.ts';
import type { BranchChange } from '#shared/session/vocabulary/branching.ts';
import { WhatIfDesk, type WhatIfAnswer } from '../../client/source/whatIfDesk.ts';
import { differenceLines } from '../../client/screens/replay/whatIf/differenceLines.ts';
import { recordedSource } from '../../client/source/recorded.ts';
import { sha256 } from '../../server/store/digest.ts';
import { debriefedLog } from '../log/debriefedLog.ts';
import { parsed, playedLog } from '../log/playedLog.ts';

let text = '';
const change: BranchChange = { round: 2, orders: { meridia: HOLD } };

beforeAll(async () => {
  text = await playedLog('archipelago', 5);
});

type Kind = WhatIfAnswer['is'];

/** The first answer of a kind to a question; the desk is left once it is there. */
async function firstOf<Is extends Kind>(
  record: string,
  question: Parameters<WhatIfDesk['answers']>[0],
  is: Is,
): Promise<Extract<WhatIfAnswer, { is: Is }>> {
  for await (const answer of new WhatIfDesk(record).answers(question)) if (isOf(answer, is)) return answer;
  throw new Error(`no answer of the kind ${is}`);
}

function isOf<Is extends Kind>(answer: WhatIfAnswer, is: Is): answer is Extract<WhatIfAnswer, { is: Is }> {
  return answer.is === is;
}

const branchQuestion = { ask: 'branch', change, viewer: { kind: 'observer' } } as const;

describe('the desk of a page', () => {
  test('gives the very branch of the command line, by another implementation of SHA-256', async () => {
    const { head, view, leftOut } = await firstOf(text, branchQuestion, 'branch');
    const branch = branchAsRecorded(parsed(text), change, sha256);
    if ('code' in branch) throw new Error(branch.code);
    expect(head).toBe(branch.session.headHash);
    expect(leftOut).toEqual(branch.leftOut);
    const { rounds } = branch.session.state;
    expect(view.table.trail.direction.at(-1)).toBe(
      Math.round(at(rounds, rounds.length - 1).indicators.direction / 1000),
    );
  });

  test('finds the pivotal order that the findings of the record have', async () => {
    const { orders } = await firstOf(text, { ask: 'pivotal' }, 'pivotal');
    const source = recordedSource(text);
    const asked = source.ok ? source.value.answerAt(source.value.length, { ask: 'findings' }) : null;
    expect(orders).toEqual(asked?.ok === true ? asked.answer.pivotal.top.slice(0, 1) : null);
  });

  test('without a change ends as the record does', async () => {
    const none = { ...branchQuestion, change: { round: 2, orders: {} } };
    const { view, causes, leftOut } = await firstOf(text, none, 'branch');
    const source = recordedSource(text);
    if (!source.ok) throw new Error(source.failure.what);
    expect(view).toEqual(source.value.viewAt(source.value.length));
    expect([causes, leftOut]).toEqual([[], []]);
  });

  test('opens a branch as a record that holds, and branches again from there', async () => {
    const { text: branch } = await firstOf(text, { ask: 'record', path: [change] }, 'record');
    const opened = recordedSource(branch);
    if (!opened.ok) throw new Error(opened.failure.what);
    expect(opened.value.verify()).toMatchObject({ ok: true });
    const { head } = await firstOf(text, branchQuestion, 'branch');
    const none = { ...branchQuestion, change: { round: 4, orders: {} } };
    expect((await firstOf(branch, none, 'branch')).head).toBe(head);
  });

  test('gives the same branch from a copy without anybody’s words', async () => {
    const log = debriefedLog();
    const record = parsed(log);
    const kept = record.rawLines.map((raw, index) => ({ text: raw, hash: at(record.lines, index).hash }));
    const bare = copyOf({ ...record, kept }, { status: 'ended' }, { kind: 'export', names: false });
    expect(parsed(bare).texts.length).toBeLessThan(record.texts.length);
    const question = { ...branchQuestion, change: { round: 1, orders: { aurelia: HOLD } } };
    const { head } = await firstOf(log, question, 'branch');
    expect((await firstOf(bare, question, 'branch')).head).toBe(head);
  });

  test('says that a round was not played', async () => {
    const late = { ...branchQuestion, change: { ...change, round: 77 } };
    expect(await firstOf(text, late, 'fault')).toEqual({ is: 'fault', fault: { code: 'roundNotPlayed' } });
  });

  test('lets a fan grow pair by pair, after it has found who plays each seat on', async () => {
    const seen: Kind[] = [];
    const pairs: number[] = [];
    for await (const answer of new WhatIfDesk(text).answers({ ask: 'fan', change, runs: 3 })) {
      seen.push(answer.is);
      if (answer.is === 'fan') pairs.push(answer.summary.pairs);
    }
    const seats = parsed(text).header.seats.length;
    expect(seen).toEqual([...Array<Kind>(seats).fill('fitting'), 'fan', 'fan', 'fan']);
    expect(pairs).toEqual([1, 2, 3]);
  });

  test('of a text that is no record throws', () => {
    expect(() => new WhatIfDesk('{}')).toThrow('header');
  });
});

describe('the differences of causes in tenths', () => {
  const cause = (record: number, branch: number) => ({
    reason: 'drift' as const,
    authors: [],
    record,
    branch,
  });

  test('add up to the rounded total, whatever is not shown by name', () => {
    const causes = [cause(0, 10_400), cause(3_000, -2_400), cause(0, 1_049), cause(0, 10)];
    const { lines, smaller, total } = differenceLines(causes, 2);
    expect(total).toBe(6);
    expect(lines.map(({ difference, start }) => [difference, start])).toEqual([
      [10, 0],
      [-5, 10],
    ]);
    // What is shown of a line fits together: recorded + difference = changed.
    expect(lines.map(({ recorded }) => recorded)).toEqual([0, 3]);
    expect(smaller).toEqual({ count: 2, difference: 1 });
  });

  test('reach from the lowest to the highest step', () => {
    expect(differenceLines([cause(0, -4_000), cause(0, 9_000)], 8).reach).toEqual([-4, 5]);
    expect(differenceLines([], 8)).toEqual({ lines: [], smaller: null, total: 0, reach: [0, 0] });
  });
});
