import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { chainHash } from '#shared/log/chain.ts';
import { sha256 } from '../../server/store/digest.ts';
import { openSqliteStore } from '../../server/store/sqlite.ts';
import { sampleSession } from './sampleLines.ts';

const writer = fileURLToPath(new URL('killedWriter.ts', import.meta.url));

interface Acknowledged {
  readonly seq: number;
  readonly hash: string;
}

async function writeUntilKilled(
  directory: string,
  mode: string,
  ms: number,
): Promise<readonly Acknowledged[]> {
  const child: ChildProcess = spawn(process.execPath, [writer, directory, mode], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  const ready = new Promise<void>((resolve) => {
    child.stdout?.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      resolve();
    });
  });
  await ready;
  await sleep(ms);
  child.kill('SIGKILL');
  await once(child, 'close');
  return output
    .slice(0, output.lastIndexOf('\n'))
    .split('\n')
    .filter((line) => line !== 'ready' && line !== '')
    .map((line) => ({ seq: Number(line.split(' ')[0]), hash: line.split(' ')[1] ?? '' }));
}

/** How many acknowledged lines are gone; throws if the lines are not one unbroken chain. */
async function countLost(directory: string, acknowledged: readonly Acknowledged[]): Promise<number> {
  const store = await openSqliteStore(directory);
  const kept = await store.read('one');
  const stored = await store.byCode('AAAAAA');
  const texts = await store.texts('one');
  await store.close();
  let previous = sampleSession('one', 'AAAAAA').headerHash;
  for (const [index, line] of kept.entries()) {
    expect(line.seq).toBe(index + 1);
    expect(line.hash).toBe(chainHash(previous, line.text, sha256));
    previous = line.hash;
  }
  // Words and line together: no text without its line, and no line without its text.
  expect(texts.map(({ id }) => id).toSorted()).toEqual(kept.map(({ seq }) => `text-${seq}`).toSorted());
  expect(stored).toMatchObject({ headSeq: kept.length, headHash: previous });
  return acknowledged.filter(({ seq, hash }) => kept[seq - 1]?.hash !== hash).length;
}

test('twenty kill -9 of a writer: nothing acknowledged is lost, and the next one starts at once', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'crossroads-kill-'));
  const acknowledged: Acknowledged[] = [];
  for (let trial = 0; trial < 20; trial += 1) {
    acknowledged.push(...(await writeUntilKilled(directory, 'honest', 20 + ((trial * 37) % 90))));
    expect(await countLost(directory, acknowledged)).toBe(0);
  }
  expect(acknowledged.length).toBeGreaterThan(100);
  await rm(directory, { recursive: true });
}, 120_000);

test('negative control: a writer that acknowledges before the store has kept it is caught', async () => {
  let lost = 0;
  for (let trial = 0; trial < 10 && lost === 0; trial += 1) {
    const directory = await mkdtemp(join(tmpdir(), 'crossroads-kill-'));
    const acknowledged = await writeUntilKilled(directory, 'hasty', 30 + trial * 11);
    lost = await countLost(directory, acknowledged);
    await rm(directory, { recursive: true });
  }
  expect(lost).toBeGreaterThan(0);
}, 60_000);
