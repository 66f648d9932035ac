import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { HOLD } from '#shared/model/actions.ts';
import { branchAsRecorded } from '#shared/run/branch.ts';
import { sha256 } from '../../server/store/digest.ts';
import { parsed, playedLog } from '../log/playedLog.ts';
import { begin } from './crossroads.ts';

vi.setConfig({ testTimeout: 120_000 });

test('whatif prints the branch that the rules make, with its hash', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'crossroads-whatif-'));
  const file = join(folder, 'record.jsonl');
  const text = await playedLog('archipelago', 5);
  writeFileSync(file, text);
  const args = ['whatif', file, '--round', '2', '--order', 'meridia=hold', '--runs', '0', '--json'];
  const { out, code } = await begin(args).ended;
  rmSync(folder, { recursive: true });
  expect(code).toBe(0);
  const branch = branchAsRecorded(parsed(text), { round: 2, orders: { meridia: HOLD } }, sha256);
  if ('code' in branch) throw new Error(branch.code);
  const { rounds } = branch.session.state;
  const dial = rounds.map(({ indicators }) => indicators.direction);
  expect(JSON.parse(out)).toMatchObject({ branch: { dial, head: branch.session.headHash } });
});
