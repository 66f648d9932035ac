import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { buildClient } from '../commands/buildClient.ts';
import { makePackage } from './makePackage.ts';
import { targets } from './target.ts';

/** `npm run package [-- TARGET …] [--out DIR]`: builds the pages and makes the packages. */
const root = fileURLToPath(new URL('../../', import.meta.url));
const { values, positionals } = parseArgs({ allowPositionals: true, options: { out: { type: 'string' } } });
const chosen = targets.filter(({ id }) => positionals.length === 0 || positionals.includes(id));
if (chosen.length < Math.max(1, positionals.length)) {
  console.error(`Packages are made for ${targets.map(({ id }) => id).join(', ')}.`);
  process.exit(2);
}
await buildClient(root);
for (const target of chosen) {
  const made = await makePackage(root, target, values.out ?? join(root, 'packages'), committedAt());
  console.log(
    `${made.file}: ${megabytes(made.bytes)}, unpacked ${megabytes(made.unpackedBytes)} in ${made.files} files`,
  );
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}

/** The time of the last commit, so that equal sources give an equal archive. */
function committedAt(): Date {
  const seconds = execFileSync('git', ['log', '-1', '--format=%ct'], { cwd: root, encoding: 'utf8' });
  return new Date(Number(seconds) * 1000);
}
