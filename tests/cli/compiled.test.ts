import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';

const project = join(import.meta.dirname, '..', '..');
const copy = mkdtempSync(join(tmpdir(), 'crossroads-compiled-'));
afterAll(() => rmSync(copy, { recursive: true, force: true }));

test('a start keeps what it compiled beside the modules, and the next one says the same', () => {
  for (const part of ['crossroads.cjs', 'package.json', 'server', 'shared'])
    cpSync(join(project, part), join(copy, part), { recursive: true });
  mkdirSync(join(copy, 'node_modules'));
  for (const name of readdirSync(join(project, 'node_modules')).filter((one) => !one.startsWith('.')))
    symlinkSync(join(project, 'node_modules', name), join(copy, 'node_modules', name));
  const run = (): string =>
    execFileSync(process.execPath, ['crossroads.cjs', 'variables'], { cwd: copy, encoding: 'utf8' });
  const first = run();
  const kept = readdirSync(join(copy, 'node_modules', '.cache', 'crossroads'), { recursive: true });
  expect(kept.length).toBeGreaterThan(50);
  expect(run()).toBe(first);
});
