import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

/** Loads a program to compare with; installs the bench's own packages first if they are missing. */
export function peer(name: string): unknown {
  const folder = import.meta.dirname;
  if (!existsSync(join(folder, 'node_modules', name.split('/')[0] ?? name))) {
    process.stdout.write('installing the programs to compare with …\n');
    execFileSync('npm', ['install', '--no-audit', '--no-fund'], { cwd: folder, stdio: 'ignore' });
  }
  return createRequire(join(folder, 'package.json'))(name);
}
