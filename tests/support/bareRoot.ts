import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, realpathSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { runProgram, type RunningProgram } from './runningProgram.ts';

/** What a person's shell also offers; each is a name of the one small program in the root. */
const TOOLS = ['sh', 'env', 'dirname', 'mkdir', 'cp', 'mv', 'chmod', 'cat'];
/** A user other than root. */
const TEACHER = '1000:1000';

/** A root with the libraries of one program, a shell, and nothing else: no Node, no npm, no name server. */
export interface BareRoot {
  /** Its path, seen from outside. */
  readonly folder: string;
  /** Gives all of a folder to the user who runs programs in the root. */
  give(folder: string): void;
  run(env: Readonly<Record<string, string>>, ...command: readonly string[]): RunningProgram;
  remove(): void;
}

/** Makes a root for programs linked like this one. Needs busybox, and the right to change the root. */
export function bareRoot(linkedLike: string): BareRoot {
  const folder = mkdtempSync(join(tmpdir(), 'crossroads-root-'));
  // Its user must be able to enter.
  asRoot('chmod', '755', folder);
  putLibraries(folder, librariesOf(linkedLike));
  putShell(folder, TOOLS);
  for (const name of ['dev', 'tmp', 'home/teacher', 'usr/bin'])
    mkdirSync(join(folder, name), { recursive: true });
  asRoot('mknod', '-m', '666', join(folder, 'dev', 'null'), 'c', '1', '3');
  asRoot('chmod', '1777', join(folder, 'tmp'));
  const give = (given: string): void => asRoot('chown', '-R', TEACHER, given);
  give(join(folder, 'home', 'teacher'));
  return {
    folder,
    give,
    run: (env, ...command) => runIn(folder, env, command),
    remove: () => asRoot('rm', '-rf', folder),
  };
}

/** A program of the root that records its arguments, one per line, in `/tmp/<its name>`. */
export function putListener({ folder }: BareRoot, name: string): void {
  const file = join(folder, 'usr', 'bin', name);
  writeFileSync(file, `#!/bin/sh\nprintf '%s\\n' "$@" >> /tmp/${name}\n`, { mode: 0o755 });
}

function runIn(
  folder: string,
  env: Readonly<Record<string, string>>,
  command: readonly string[],
): RunningProgram {
  const set = Object.entries({ PATH: '/usr/bin:/bin', HOME: '/home/teacher', ...env });
  const [program = '', ...args] = [
    ...rootPrefix(),
    'chroot',
    `--userspec=${TEACHER}`,
    folder,
    '/bin/env',
    '-i',
    ...set.map(([name, value]) => `${name}=${value}`),
    ...command,
  ];
  return runProgram(program, args);
}

/** Copies files of this computer to the same places in a root. */
export function putLibraries(folder: string, libraries: readonly string[]): void {
  for (const library of libraries) put(library, join(folder, library));
}

/** Puts a small shell and these tools into a root. */
export function putShell(folder: string, tools: readonly string[]): void {
  put('/bin/busybox', join(folder, 'bin', 'busybox'));
  for (const tool of tools) symlinkSync('busybox', join(folder, 'bin', tool));
}

/** The loader and the libraries of a program, as the system's own loader finds them. */
export function librariesOf(program: string): readonly string[] {
  const listed = execFileSync('ldd', [program], { encoding: 'utf8' });
  return Array.from(listed.matchAll(/(\/\S+) \(0x/g), ([, path = '']) => path);
}

function put(from: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true });
  cpSync(realpathSync(from), to);
}

function asRoot(...command: readonly string[]): void {
  const [program = '', ...args] = [...rootPrefix(), ...command];
  execFileSync(program, args, { stdio: ['ignore', 'ignore', 'inherit'] });
}

function rootPrefix(): readonly string[] {
  return process.getuid?.() === 0 ? [] : ['sudo', '-n'];
}
