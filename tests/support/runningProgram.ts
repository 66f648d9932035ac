import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';

/** A program in a child process, with its output so far. */
export interface RunningProgram {
  readonly child: ChildProcess;
  readonly said: () => string;
  /** Resolves to the exit code, or to the signal that ended it. */
  readonly ended: Promise<number | string>;
}

/** Starts a program and keeps what it prints. */
export function runProgram(program: string, args: readonly string[]): RunningProgram {
  const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => {
      said += chunk.toString();
    });
  const ended = once(child, 'close').then(() => child.exitCode ?? `${child.signalCode}`);
  return { child, said: () => said, ended };
}
