import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from './freePort.ts';
import { NginxBefore } from './nginxBefore.ts';
import { type PostgresServer, startPostgres } from './postgresServer.ts';

const root = join(import.meta.dirname, '..', '..');
const UP_WITHIN_MS = 60_000;

/** Behind a proxy only a token opens the metrics. */
const METRICS_TOKEN = 'a-token-for-the-trial';

/** The program as people start it, or the negative control, which acknowledges what the database refuses. */
export type ServerOnTrial = 'crossroads' | 'heedless';

/** One of several servers on a database, for mistreatment. */
export class OneOfMany {
  readonly port: number;
  readonly #command: readonly string[];
  readonly #env: NodeJS.ProcessEnv;
  #child: ChildProcess | null = null;
  #said = '';

  constructor(trial: ServerOnTrial, port: number, env: NodeJS.ProcessEnv) {
    this.port = port;
    this.#env = { ...process.env, ...env };
    this.#command =
      trial === 'crossroads'
        ? [join(root, 'crossroads.cjs'), 'start', '--no-build', '--port', `${port}`, '--host', '127.0.0.1']
        : [join(import.meta.dirname, 'heedlessServer.ts'), `${port}`];
  }

  /** The secret in the host's address, as it printed it. */
  get secret(): string {
    return /\/host#([\w-]+)/.exec(this.#said)?.[1] ?? '';
  }

  /** Starts it and waits until it takes people. */
  async start(): Promise<void> {
    const child = spawn(process.execPath, this.#command, {
      env: this.#env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => {
        this.#said += chunk.toString();
      });
    this.#child = child;
    for (const end = Date.now() + UP_WITHIN_MS; !(await this.isReady()); await sleep(50))
      if (child.exitCode !== null || Date.now() > end)
        throw new Error(`a server did not come up:\n${this.#said}`);
  }

  async isReady(): Promise<boolean> {
    return fetch(`http://127.0.0.1:${this.port}/readyz`).then(
      ({ ok }) => ok,
      () => false,
    );
  }

  /** A number among its metrics; NaN where it has none of that name. */
  async metric(name: string): Promise<number> {
    const headers = { authorization: `Bearer ${METRICS_TOKEN}` };
    const text = await (await fetch(`http://127.0.0.1:${this.port}/metrics`, { headers })).text();
    return Number(new RegExp(`^${name} (\\S+)$`, 'm').exec(text)?.[1]);
  }

  /** Sends it a signal and does not wait. */
  signal(signal: NodeJS.Signals): void {
    this.#child?.kill(signal);
  }

  /** Ends it and waits until it is gone. Resolves to its exit code; null if a signal ended it. */
  async end(signal: 'SIGKILL' | 'SIGTERM'): Promise<number | null> {
    const child = this.#child;
    if (child === null || child.exitCode !== null || child.signalCode !== null)
      return child?.exitCode ?? null;
    const gone = once(child, 'exit');
    child.kill(signal);
    await gone;
    return child.exitCode;
  }
}

/** Several servers on one PostgreSQL database, with one key. */
export interface ServerGroup {
  readonly servers: readonly OneOfMany[];
  readonly postgres: PostgresServer;
  readonly databaseUrl: string;
  readonly dataDir: string;
  /** The server with most people. */
  busiest(): Promise<OneOfMany>;
  remove(): Promise<void>;
}

/** The same behind nginx. */
export interface ManyServers extends ServerGroup {
  readonly nginx: NginxBefore;
}

/** What is to be started: a server at each port. */
interface GroupWish {
  readonly ports: readonly number[];
  readonly trial?: ServerOnTrial;
  /** The folder of PostgreSQL's programs. */
  readonly postgres: string;
  /** Further variables. */
  readonly env?: Readonly<Record<string, string>>;
}

/** Starts servers and nginx, each on free ports of this computer; what has started is ended if anything fails. */
export async function manyServers({
  count,
  ...wish
}: Omit<GroupWish, 'ports'> & { readonly count: number }): Promise<ManyServers> {
  const ports: number[] = [];
  while (ports.length < count) ports.push(await freePort());
  const group = await serverGroup({ ...wish, ports });
  try {
    const nginx = await NginxBefore.before(ports);
    const remove = async (): Promise<void> => {
      await nginx.remove();
      await group.remove();
    };
    return { ...group, nginx, remove };
  } catch (error) {
    await group.remove();
    throw error;
  }
}

/** Starts PostgreSQL and a server at each port; what has started is ended if anything fails. */
export async function serverGroup(wish: GroupWish): Promise<ServerGroup> {
  const ends: (() => Promise<void>)[] = [];
  const remove = async (): Promise<void> => {
    for (const end of ends.splice(0).toReversed()) await end();
  };
  try {
    return { ...(await started(wish, ends)), remove };
  } catch (error) {
    await remove();
    throw error;
  }
}

async function started(
  { ports, trial = 'crossroads', postgres: folder, env: more = {} }: GroupWish,
  ends: (() => Promise<void>)[],
): Promise<Omit<ServerGroup, 'remove'>> {
  const dataDir = mkdtempSync(join(tmpdir(), 'crossroads-many-'));
  ends.push(async () => rmSync(dataDir, { recursive: true, force: true }));
  const postgres = await startPostgres(folder);
  ends.push(async () => postgres.close());
  const databaseUrl = await postgres.newDatabase();
  const env = {
    DATABASE_URL: databaseUrl,
    DATA_DIR: dataDir,
    TRUST_PROXY: 'loopback',
    METRICS_TOKEN,
    LOG_LEVEL: 'error',
    ...more,
  };
  const servers = ports.map((port) => new OneOfMany(trial, port, env));
  ends.push(async () => {
    await Promise.all(servers.map(async (server) => server.end('SIGKILL')));
  });
  // One after the other: the first makes the tables and the key.
  for (const server of servers) await server.start();
  const busiest = async (): Promise<OneOfMany> => {
    const people = await Promise.all(servers.map(async (server) => server.metric('crossroads_people')));
    const [first] = servers.toSorted(
      (a, b) => (people[servers.indexOf(b)] ?? 0) - (people[servers.indexOf(a)] ?? 0),
    );
    if (first === undefined) throw new Error('there is no server');
    return first;
  };
  return { servers, postgres, databaseUrl, dataDir, busiest };
}
