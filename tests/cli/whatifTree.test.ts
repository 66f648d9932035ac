import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { at } from '#shared/lib/at.ts';
import { HOLD } from '#shared/model/actions.ts';
import { replay } from '#shared/log/replay.ts';
import { branchAsRecorded } from '#shared/run/branch.ts';
import { promisesInRound } from '#shared/session/findings/otherWay.ts';
import type { BranchChange } from '#shared/session/vocabulary/branching.ts';
import { sha256 } from '../../server/store/digest.ts';
import { parsed, playedLog } from '../log/playedLog.ts';
import { talkedLog } from '../run/talkedLog.ts';
import { begin } from './crossroads.ts';

vi.setConfig({ testTimeout: 120_000 });

const folder = mkdtempSync(join(tmpdir(), 'crossroads-branches-'));
const [record, other, tree] = ['record', 'other', 'tree'].map((name) => join(folder, name));
let text = '';

beforeAll(async () => {
  text = await talkedLog();
  writeFileSync(record ?? '', text);
  writeFileSync(other ?? '', await playedLog('archipelago', 6));
});
afterAll(() => rmSync(folder, { recursive: true }));

async function asked(file: string | undefined, ...more: readonly string[]) {
  const { out, err, code } = await begin(['whatif', file ?? '', '--runs', '0', '--json', ...more]).ended;
  return { out, err, code };
}

function headOf(change: BranchChange): string {
  const branch = branchAsRecorded(parsed(text), change, sha256);
  if ('code' in branch) throw new Error(branch.code);
  return branch.session.headHash;
}

test('the command line changes events, promises and numbers, and plays rounds by hand', async () => {
  const { states } = replay(parsed(text));
  const state = at(states, states.length - 1);
  const round = state.rounds.find(({ pledges }) => pledges.length > 0)?.round ?? 0;
  const kept = promisesInRound(state, round).find(({ isKept, other: broken }) => isKept && broken !== null);
  if (kept === undefined || kept.other === null) throw new Error('no promise to break');
  const typed = [
    `--round=${round}`,
    `--break=${kept.seat}`,
    '--event=none',
    '--number=lambda=2',
    `--hand=${round + 1}:meridia=hold`,
  ];
  const broken = await asked(record, ...typed);
  expect(broken).toMatchObject({ code: 0, err: '' });
  const change: BranchChange = {
    round,
    orders: { [kept.seat]: kept.other },
    event: null,
    numbers: { lambda: 2 },
    hand: [{ round: round + 1, orders: { meridia: HOLD } }],
  };
  expect(JSON.parse(broken.out)).toMatchObject({ change, branch: { head: headOf(change) } });
  const never = await asked(record, '--round', `${round}`, '--unmade', kept.agreement);
  const unmade = { round, orders: {}, unmade: [kept.agreement] };
  expect(JSON.parse(never.out)).toMatchObject({ branch: { head: headOf(unmade) } });
});

test('branches are kept in a file, built on by name, and refused for another record', async () => {
  const held = ['--round', '2', '--order', 'meridia=hold'];
  expect(await asked(record, ...held, '--tree', tree ?? '', '--name', 'Waiting')).toMatchObject({ code: 0 });
  const calm = ['--round', '3', '--event', 'none', '--tree', tree ?? '', '--under', 'Waiting'];
  expect(await asked(record, ...calm, '--name', 'Calm')).toMatchObject({ code: 0 });
  const saved: unknown = JSON.parse(readFileSync(tree ?? '', 'utf8'));
  const first = headOf({ round: 2, orders: { meridia: HOLD } });
  expect(saved).toMatchObject({
    branches: [
      { name: 'Waiting', head: first },
      { name: 'Calm', parent: first },
    ],
  });
  expect(
    await asked(record, '--round', '3', '--event', 'none', '--tree', tree ?? '', '--under', 'Nobody'),
  ).toMatchObject({
    code: 2,
    err: expect.stringContaining('The file has "Waiting", "Calm".'),
  });
  expect(await asked(other, ...held, '--tree', tree ?? '')).toMatchObject({
    code: 1,
    err: expect.stringContaining('these branches belong to another record.'),
  });
});
