import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

/** `npm run bench NAME`: runs the benches of that name one after the other, each in a process of its own. */
const benches: Readonly<Record<string, readonly string[]>> = {
  rules: ['rules.ts', 'games.ts'],
  wire: ['wire.ts'],
  served: ['served.ts'],
};

const name = process.argv[2] ?? '';
const files = Object.hasOwn(benches, name) ? (benches[name] ?? []) : [];
if (files.length === 0) process.stderr.write(`usage: npm run bench ${Object.keys(benches).join('|')}\n`);
for (const file of files) {
  const { status } = spawnSync(process.execPath, [join(import.meta.dirname, file)], { stdio: 'inherit' });
  if (status !== 0) process.exitCode = 1;
}
if (files.length === 0) process.exitCode = 2;
