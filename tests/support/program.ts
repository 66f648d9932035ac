import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const launcher = fileURLToPath(new URL('../../crossroads.cjs', import.meta.url));

/** Long enough to build the pages first if they are older than their sources. */
const READY_WITHIN_MS = 120_000;
const STOPPED_WITHIN_MS = 30_000;

/** The program as people start it, in a child process, with a data directory that lives as long as the test. */
export interface Program {
  /** The printed address for the host, with its secret in the fragment. */
  readonly hostUrl: string;
  /** The printed address for everybody else. */
  readonly joinUrl: string;
  /** Everything it has printed so far. */
  readonly printed: () => string;
  /** Stops it at once, without notice, as a power cut would. */
  kill(): Promise<void>;
  /** Starts it again on the same port and data. */
  restart(): Promise<void>;
  /** Stops it as people do and removes its data. */
  stop(): Promise<void>;
}

interface Running {
  readonly child: ChildProcess;
  readonly said: { text: string };
  readonly hostUrl: string;
  readonly joinUrl: string;
}

/** The start of a program: by default on a free port and with the test's environment. */
interface Surroundings {
  readonly port?: number;
  readonly env?: NodeJS.ProcessEnv;
}

/** Starts `crossroads start` on this computer and waits until it has printed its addresses. */
export async function startProgram({ port: wanted = 0, env = {} }: Surroundings = {}): Promise<Program> {
  const data = mkdtempSync(join(tmpdir(), 'crossroads-e2e-'));
  let running = await begin(`${wanted}`, data, env);
  const { hostUrl, joinUrl } = running;
  const port = wanted === 0 ? new URL(joinUrl).port : `${wanted}`;
  return {
    hostUrl,
    joinUrl,
    printed: () => running.said.text,
    kill: () => end(running.child, 'SIGKILL'),
    restart: async () => {
      running = await begin(port, data, env);
    },
    stop: async () => {
      await end(running.child, 'SIGTERM');
      rmSync(data, { recursive: true, force: true });
    },
  };
}

async function begin(port: string, data: string, env: NodeJS.ProcessEnv): Promise<Running> {
  const child = spawn(
    process.execPath,
    [launcher, 'start', '--port', port, '--host', '127.0.0.1', '--data', data],
    { env: { ...process.env, LOG_LEVEL: 'warn', ...env }, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  const said = { text: '' };
  const ready = new Promise<void>((resolve, reject) => {
    const timer = setTimeout(
      () => reject(new Error(`it printed no address:\n${said.text}`)),
      READY_WITHIN_MS,
    );
    const hear = (chunk: Buffer): void => {
      said.text += chunk.toString();
      if (!said.text.includes('Stop with Ctrl-C.')) return;
      clearTimeout(timer);
      resolve();
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.once('exit', (code) => {
      clearTimeout(timer);
      reject(new Error(`it ended with ${String(code)} instead of starting:\n${said.text}`));
    });
  });
  try {
    await ready;
  } catch (error) {
    child.kill('SIGKILL');
    throw error;
  }
  return {
    child,
    said,
    hostUrl: printedAfter(said.text, 'Host (keep this address to yourself)'),
    joinUrl: printedAfter(said.text, 'Join, from'),
  };
}

function printedAfter(text: string, label: string): string {
  const line = text.split('\n').find((each) => each.includes(label)) ?? '';
  const url = /https?:\/\/\S+/.exec(line)?.[0];
  if (url === undefined) throw new Error(`no address after "${label}" in:\n${text}`);
  return url;
}

/** Ends a process and waits until it is gone; kills one that does not end. */
async function end(child: ChildProcess, signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill(signal);
  const timer = setTimeout(() => child.kill('SIGKILL'), STOPPED_WITHIN_MS);
  await gone;
  clearTimeout(timer);
}
