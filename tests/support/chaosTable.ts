import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { rehearsalApi } from '../../server/rehearse/api.ts';
import { ChaosPerson, type Acknowledged } from './chaosPerson.ts';

/** The server on trial: the real one, or one that acknowledges a line before it is stored. */
export type Trial = 'serverProcess.ts' | 'hastyServer.ts';

/** The largest file it may write, to imitate a full disk; absent: no limit. */
interface Room {
  readonly mostKiB?: number;
}

/** A server process at a port and a data directory, for mistreatment. */
export class ChaosServer {
  readonly dataDir: string;
  readonly #script: Trial;
  readonly #ownsData: boolean;
  #port = 0;
  #child: ChildProcess | null = null;
  /** The host's address, as it printed it first. */
  hostUrl = '';

  /** In a directory of its own unless one is given. */
  constructor(script: Trial = 'serverProcess.ts', dataDir?: string) {
    this.#script = script;
    this.#ownsData = dataDir === undefined;
    this.dataDir = dataDir ?? mkdtempSync(join(tmpdir(), 'crossroads-chaos-'));
  }

  get origin(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  /** Starts it and waits until it listens; always at the same port. */
  async start({ mostKiB }: Room = {}): Promise<void> {
    if (this.#port === 0) this.#port = await freePort();
    const script = join(import.meta.dirname, this.#script);
    const command = [process.execPath, script, this.dataDir, `${this.#port}`];
    const limit = mostKiB === undefined ? '' : `ulimit -f ${mostKiB}; `;
    const child = spawn('bash', ['-c', `${limit}exec "$@"`, 'bash', ...command], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    this.#child = child;
    const [said]: Buffer[] = await Promise.race([
      once(child.stdout, 'data'),
      once(child, 'exit').then(() => []),
    ]);
    if (said === undefined) throw new Error('the server ended instead of starting');
    if (this.hostUrl === '') this.hostUrl = said.toString().trim();
  }

  /** Sends it a signal and does not wait. */
  signal(signal: NodeJS.Signals): void {
    this.#child?.kill(signal);
  }

  /** Ends it at once, as a power cut would, or as people do. */
  async end(signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
    const child = this.#child;
    if (child === null || child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    child.kill(signal);
    await gone;
  }

  /** Whether the process still runs. */
  get runs(): boolean {
    return this.#child !== null && this.#child.exitCode === null && this.#child.signalCode === null;
  }

  async remove(): Promise<void> {
    await this.end('SIGKILL');
    if (this.#ownsData) rmSync(this.dataDir, { recursive: true, force: true });
  }
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  return typeof address === 'object' && address !== null ? address.port : 0;
}

/** Twelve scripted people and a host in one session of a server. */
export interface ChaosTable {
  readonly server: ChaosServer;
  readonly code: string;
  readonly people: readonly ChaosPerson[];
  readonly host: ChaosPerson;
  /** Everything that was acknowledged to anybody so far. */
  acknowledged(): readonly Acknowledged[];
  /** Waits until this many more commands have been acknowledged. */
  awaitMore(count: number): Promise<void>;
  /** Lets everybody finish their current command and leave. */
  stop(): Promise<void>;
  /** Lets everybody leave at once, without waiting for answers. */
  abandon(): Promise<void>;
}

/** Opens a session on a running server, seats everybody and lets them act. */
export async function chaosTable(server: ChaosServer): Promise<ChaosTable> {
  const api = rehearsalApi(server.origin);
  const cookie = await api.enterHost(server.hostUrl.split('#')[1] ?? '');
  const code = await api.open(cookie, { scenario: 'twelve-states', plan: '16x1' });
  const passes = await Promise.all(
    Array.from({ length: 12 }, (_, index) => api.sitDown(code, `Person ${index}`)),
  );
  const seats = passes.map(({ seat }) => seat);
  const { token } = await api.hostPass(cookie, code);
  const host = new ChaosPerson({ origin: server.origin, code, token, seat: null, seats, number: 12 });
  const people = passes.map(
    (pass, number) =>
      new ChaosPerson({ origin: server.origin, code, token: pass.token, seat: pass.seat, seats, number }),
  );
  await host.begin();
  const lives = [host, ...people].map((person) => person.live());
  const acknowledged = () => [host, ...people].flatMap((person) => person.acknowledged);
  return {
    server,
    code,
    people,
    host,
    acknowledged,
    awaitMore: async (count) => {
      const enough = acknowledged().length + count;
      const end = Date.now() + 120_000;
      while (acknowledged().length < enough) {
        if (Date.now() > end) throw new Error('nobody is answered any more');
        await sleep(20);
      }
    },
    stop: async () => {
      for (const person of [host, ...people]) person.stop();
      await Promise.all(lives);
    },
    abandon: async () => {
      for (const person of [host, ...people]) person.abandon();
      await Promise.all(lives);
    },
  };
}
