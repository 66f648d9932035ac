import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CommandFailed } from '../lib/commandFailed.ts';

/** A server in a child process, on an empty directory. */
export interface OwnServer {
  readonly origin: string;
  /** The secret in the host's address. */
  readonly secret: string;
  /** The largest memory that the process has used so far, in MB; null if the system does not report it. */
  memoryMb(): Promise<number | null>;
  close(): Promise<void>;
}

const cli = fileURLToPath(new URL('../cli.ts', import.meta.url));
const UP_WITHIN_MS = 60_000;

/** Starts a server that only this computer reaches. Fails with a sentence if it does not start. */
export async function ownServer(): Promise<OwnServer> {
  const data = await mkdtemp(join(tmpdir(), 'crossroads-rehearsal-'));
  const args = ['start', '--no-build', '--port', '0', '--host', '127.0.0.1', '--data', data];
  const child = spawn(process.execPath, [cli, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      said += chunk.toString();
    });
  }
  const end = Date.now() + UP_WITHIN_MS;
  for (;;) {
    const found = /http:\/\/[^\s:/]+:(\d+)\/host#([\w-]+)/.exec(said);
    if (found?.[1] !== undefined && found[2] !== undefined) {
      return {
        origin: `http://127.0.0.1:${found[1]}`,
        secret: found[2],
        memoryMb: async () => memoryOf(child.pid),
        close: async () => {
          const closed = once(child, 'close');
          child.kill('SIGTERM');
          await closed;
          await rm(data, { recursive: true });
        },
      };
    }
    if (child.exitCode !== null || Date.now() > end) {
      child.kill('SIGKILL');
      throw new CommandFailed(`The server for the rehearsal did not come up: ${said.trim()}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

async function memoryOf(pid: number | undefined): Promise<number | null> {
  const status = await readFile(`/proc/${pid ?? 0}/status`, 'utf8').catch(() => '');
  const kb = /VmHWM:\s+(\d+) kB/.exec(status)?.[1];
  return kb === undefined ? null : Math.round(Number(kb) / 1024);
}
