import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const launcher = fileURLToPath(new URL('../../crossroads.cjs', import.meta.url));

export interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** A running command line and its output so far. */
export interface Running {
  readonly child: ChildProcess;
  readonly said: { out: string; err: string };
  readonly ended: Promise<Ran>;
}

/** Starts `crossroads …` as a shell does. */
export function begin(
  args: readonly string[],
  env: NodeJS.ProcessEnv = {},
  { node = process.execPath, cwd }: { readonly node?: string; readonly cwd?: string } = {},
): Running {
  const child = spawn(node, [launcher, ...args], {
    env: { PATH: process.env['PATH'], ...env },
    cwd,
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  const said = { out: '', err: '' };
  child.stdout.on('data', (chunk: Buffer) => {
    said.out += chunk.toString();
  });
  child.stderr.on('data', (chunk: Buffer) => {
    said.err += chunk.toString();
  });
  const ended = once(child, 'close').then(() => ({ ...said, code: child.exitCode }));
  return { child, said, ended };
}

/** Runs `crossroads …` to its end. */
export function crossroads(...args: readonly string[]): Promise<Ran> {
  return begin(args).ended;
}
