import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { writePage } from './page.ts';

/**
 * `npm run bench NAME [options]`: runs the benches of that name one after the other, each in a child process. `all` runs every
 * bench; with `--write` their figures, from the last run of each, go into `docs/performance.md`.
 */
const benches: Readonly<Record<string, readonly string[]>> = {
  rules: ['rules.ts', 'games.ts'],
  wire: ['wire.ts'],
  publish: ['publish.ts'],
  capacity: ['capacity.ts'],
  replay: ['replay.ts', 'verify.ts'],
  opening: ['opening.ts'],
  growth: ['growth.ts'],
  fan: ['fan.ts'],
};

const [name = '', ...options] = process.argv.slice(2);
const files =
  name === 'all' ? Object.values(benches).flat() : Object.hasOwn(benches, name) ? (benches[name] ?? []) : [];
for (const file of files) {
  const { status } = spawnSync(process.execPath, [join(import.meta.dirname, file), ...options], {
    stdio: 'inherit',
  });
  if (status !== 0) process.exitCode = 1;
}
if (options.includes('--write')) writePage();
if (files.length === 0 && name !== 'page') {
  process.stderr.write(`usage: npm run bench all|${Object.keys(benches).join('|')}|page [--write]\n`);
  process.exitCode = 2;
}
