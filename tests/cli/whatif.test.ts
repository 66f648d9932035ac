import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { HOLD } from '#shared/model/actions.ts';
import { at } from '#shared/lib/at.ts';
import { replay } from '#shared/log/replay.ts';
import { branchAsRecorded } from '#shared/run/branch.ts';
import { botsAsTheyWere, branchOf } from '#shared/run/branchOf.ts';
import { fitCharacters } from '#shared/run/fit.ts';
import { sha256 } from '../../server/store/digest.ts';
import { quarrelLog } from '../log/quarrelLog.ts';
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

test('whatif lets bots go on as they were, and says who', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'crossroads-whatif-'));
  const file = join(folder, 'record.jsonl');
  const text = quarrelLog();
  writeFileSync(file, text);
  const args = ['whatif', file, '--round', '2', '--order', 'meridia=hold', '--others', 'bots', '--runs', '0'];
  const { out, code } = await begin(args).ended;
  rmSync(folder, { recursive: true });
  expect(code).toBe(0);
  const log = parsed(text);
  const { seats } = at(replay(log).states, log.lines.length);
  const bots = botsAsTheyWere(seats, fitCharacters(log));
  const branch = await branchOf(log, { round: 2, orders: { meridia: HOLD }, bots }, sha256);
  if ('code' in branch) throw new Error(branch.code);
  expect(out).toContain(branch.session.headHash);
  for (const [seat, character] of Object.entries(bots)) expect(out).toContain(`${seat} by ${character}`);
});
