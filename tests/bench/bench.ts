import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { writeCapacityPage } from './capacityPage.ts';
import { writePage } from './page.ts';

/**
 * `npm run bench NAME [options]`: runs the benches of that name one after the other, each in a child process. `all` runs every
 * bench; with `--write` their figures, from the last run of each, go into `docs/performance.md`, with `--capacity` those about many
 * people into `docs/capacity.md`.
 */
const benches: Readonly<Record<string, readonly string[]>> = {
  rules: ['rules.ts', 'games.ts'],
  wire: ['wire.ts'],
  publish: ['publish.ts'],
  capacity: ['capacity.ts'],
  processes: ['processes.ts'],
  events: ['events.ts'],
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
if (options.includes('--capacity')) writeCapacityPage();
if (files.length === 0 && name !== 'page') {
  process.stderr.write(
    `usage: npm run bench all|${Object.keys(benches).join('|')}|page [--write] [--capacity]\n`,
  );
  process.exitCode = 2;
}
