import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { librariesOf, putLibraries, putShell } from './bareRoot.ts';

const CERTIFICATES = '/etc/ssl/certs/ca-certificates.crt';

/** What a build of the image calls besides Node and npm. */
const TOOLS = ['sh', 'env', 'mkdir', 'chown', 'chmod', 'cp', 'mv', 'rm', 'cat', 'ls', 'uname'];

/** Images and containers of buildah in a folder of their own: no engine runs, and no base image is downloaded. */
export class Images {
  readonly #folder = mkdtempSync(join(tmpdir(), 'crossroads-images-'));

  /** Runs one command of buildah; returns what it printed. */
  buildah(...command: readonly string[]): string {
    return execFileSync('buildah', this.arguments(...command), {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'inherit'],
      maxBuffer: 1 << 26,
    }).trim();
  }

  /** The arguments of buildah for a command with these images. */
  arguments(...command: readonly string[]): readonly string[] {
    const store = (name: string): string => join(this.#folder, name);
    return ['--root', store('images'), '--runroot', store('run'), '--storage-driver', 'vfs', ...command];
  }

  /** Makes a base image: the C library, a shell, this Node, npm as this computer has set it up, and nothing else. */
  makeBase(name: string): void {
    const root = join(this.#folder, 'base');
    mkdirSync(join(root, 'tmp'), { recursive: true });
    chmodSync(join(root, 'tmp'), 0o1777);
    putLibraries(root, [...librariesOf(process.execPath), ...filesOfCLibrary(), CERTIFICATES]);
    putShell(root, TOOLS);
    mkdirSync(join(root, 'usr', 'bin'), { recursive: true });
    cpSync(process.execPath, join(root, 'usr', 'bin', 'node'));
    symlinkSync('/bin/env', join(root, 'usr', 'bin', 'env'));
    const npm = dirname(dirname(realpathSync(which('npm'))));
    cpSync(npm, join(root, 'usr', 'lib', 'node_modules', 'npm'), { recursive: true });
    symlinkSync('../lib/node_modules/npm/bin/npm-cli.js', join(root, 'usr', 'bin', 'npm'));
    mkdirSync(join(root, 'usr', 'etc'));
    const registry = execFileSync('npm', ['config', 'get', 'registry'], { encoding: 'utf8' }).trim();
    writeFileSync(join(root, 'usr', 'etc', 'npmrc'), `registry=${registry}\ncafile=${CERTIFICATES}\n`);
    const image = this.buildah('from', 'scratch');
    this.buildah('copy', image, root, '/');
    this.buildah('config', '--env', 'PATH=/usr/bin:/bin', image);
    this.buildah('commit', '--rm', image, name);
  }

  remove(): void {
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

function which(program: string): string {
  return execFileSync('sh', ['-c', `command -v ${program}`], { encoding: 'utf8' }).trim();
}

/** Native modules load more of the C library than Node itself. */
function filesOfCLibrary(): readonly string[] {
  const listed = execFileSync('dpkg', ['-L', 'libc6'], { encoding: 'utf8' });
  return Array.from(listed.matchAll(/^\/lib\/.*\.so\S*$/gm), ([path]) => path);
}
