import { describe, expect, it } from 'vitest';
import { at } from '#shared/lib/at.ts';
import { HOLD } from '#shared/model/actions.ts';
import type { SessionLog } from '#shared/log/line.ts';
import { branchAsRecorded } from '#shared/run/branch.ts';
import { logHead } from '#shared/run/branchHeader.ts';
import {
  branchFileText,
  depthOf,
  grownLog,
  isSameBranch,
  type NamedBranch,
  changesTo,
  readBranchFile,
  withBranch,
  withoutBranch,
} from '#shared/run/branchTree.ts';
import type { BranchChange } from '#shared/session/vocabulary/branching.ts';
import { sha256 } from '../../server/store/digest.ts';
import { parsed, playedLog } from '../log/playedLog.ts';

const log = parsed(await playedLog('archipelago', 5));

async function grownFrom(of: SessionLog, path: readonly BranchChange[]): Promise<SessionLog> {
  const grown = await grownLog(of, path, sha256);
  if (!grown.ok) throw new Error(grown.failure.code);
  return grown.value;
}

function named(name: string, parent: SessionLog, change: BranchChange): NamedBranch {
  const branch = branchAsRecorded(parent, change, sha256);
  if ('code' in branch) throw new Error(branch.code);
  return { name, parent: logHead(parent), change, head: branch.session.headHash };
}

const held: BranchChange = { round: 2, orders: { meridia: HOLD } };
const calm: BranchChange = { round: 4, orders: {}, event: null };
const trunk = named('Meridia waits', log, held);
const twig = named('… and nothing happens', await grownFrom(log, [held]), calm);
const other = named('Nothing happens', log, calm);
const all = [trunk, twig, other];

describe('branches with names', () => {
  it('come back from a file as they were saved, and lead to the same hashes', async () => {
    const read = readBranchFile(branchFileText(logHead(log), all), logHead(log));
    expect(read).toEqual({ ok: true, value: all });
    for (const one of all)
      expect(isSameBranch(await grownFrom(log, changesTo(all, one.head)), one)).toBe(true);
    expect(changesTo(all, twig.head)).toEqual([held, calm]);
    expect(all.map(({ head }) => depthOf(all, head))).toEqual([0, 1, 0]);
  });

  it('belong to one record', async () => {
    const stranger = parsed(await playedLog('archipelago', 6));
    expect(readBranchFile(branchFileText(logHead(log), all), logHead(stranger))).toEqual({
      ok: false,
      failure: { code: 'otherRecord' },
    });
  });

  it.each([
    'no JSON',
    '{}',
    branchFileText(logHead(log), [twig]),
    branchFileText(logHead(log), [trunk, trunk]),
    branchFileText(logHead(log), [{ ...trunk, head: logHead(log) }]),
    branchFileText(logHead(log), [{ ...trunk, name: ' ' }]),
    branchFileText(logHead(log), all).replace('"version": 1', '"version": 2'),
  ])('are not read from a faulty file', (text) => {
    expect(readBranchFile(text, logHead(log))).toEqual({ ok: false, failure: { code: 'noBranches' } });
  });

  it('are renamed where they are kept again, and deleted with what comes from them', () => {
    expect(withBranch([trunk, twig], { ...trunk, name: 'new' }).map(({ name }) => name)).toEqual([
      'new',
      twig.name,
    ]);
    expect(withBranch([trunk], other)).toEqual([trunk, other]);
    expect(withoutBranch(all, trunk.head)).toEqual([other]);
    expect(withoutBranch(all, other.head)).toEqual([trunk, twig]);
  });

  it('of a changed record are another branch', async () => {
    expect(isSameBranch(await grownFrom(log, [held]), { head: at(all, 2).head })).toBe(false);
  });
});
