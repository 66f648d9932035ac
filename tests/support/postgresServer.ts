import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { freePort } from './freePort.ts';

/** A PostgreSQL server of its own, on loopback, with nothing in it. */
export interface PostgresServer {
  /** Makes an empty database and returns its address. */
  newDatabase(): Promise<string>;
  /** Ends the server at once, as a power cut does; `start` brings it back. */
  stopAtOnce(): Promise<void>;
  start(): Promise<void>;
  /** The process to which all others of the server belong. */
  pid(): number;
  close(): Promise<void>;
}

/** Where Debian keeps the server's programs. */
const DEBIAN = '/usr/lib/postgresql';

/** The folder of `initdb` and `postgres`; null if they are not here. */
export function postgresFolder(): string | null {
  const versions = existsSync(DEBIAN) ? readdirSync(DEBIAN).toSorted().toReversed() : [];
  const folders = [...versions.map((version) => join(DEBIAN, version, 'bin')), ...pathFolders()];
  return folders.find((folder) => existsSync(join(folder, 'initdb'))) ?? null;
}

/** Makes and starts a server; it refuses to run as root and then takes the user that Debian made for it. */
export async function startPostgres(folder: string): Promise<PostgresServer> {
  const user = process.getuid?.() === 0 ? idsOf('postgres') : null;
  const data = mkdtempSync(join(tmpdir(), 'crossroads-postgres-'));
  if (user !== null) chownSync(data, user.uid, user.gid);
  const options = { ...user, cwd: data, stdio: 'ignore' } as const;
  execFileSync(
    join(folder, 'initdb'),
    ['-D', data, '-U', 'crossroads', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8'],
    options,
  );
  const port = await freePort();
  const addressOf = (database: string): string => `postgres://crossroads@127.0.0.1:${port}/${database}`;
  const settings = ['-c', 'listen_addresses=127.0.0.1', '-c', `unix_socket_directories=${data}`];
  let server: ReturnType<typeof spawn> | null = null;
  const start = async (): Promise<void> => {
    server = spawn(join(folder, 'postgres'), ['-D', data, '-p', `${port}`, ...settings], options);
    await answers(addressOf('postgres'));
  };
  const stop = async (signal: 'SIGQUIT' | 'SIGINT'): Promise<void> => {
    if (server === null || server.exitCode !== null) return;
    const gone = once(server, 'exit');
    server.kill(signal);
    await gone;
  };
  await start();
  let made = 0;
  return {
    newDatabase: async () => {
      made += 1;
      await asked(addressOf('postgres'), `CREATE DATABASE play${made}`);
      return addressOf(`play${made}`);
    },
    stopAtOnce: async () => stop('SIGQUIT'),
    start,
    pid: () => server?.pid ?? 0,
    close: async () => {
      await stop('SIGINT');
      rmSync(data, { recursive: true, force: true });
    },
  };
}

async function answers(address: string): Promise<void> {
  for (const end = Date.now() + 30_000; ; await pause(100)) {
    try {
      await asked(address, 'SELECT 1');
      return;
    } catch (error) {
      if (Date.now() > end) throw error;
    }
  }
}

/** Asks a database one thing on a connection of its own. */
export async function asked(
  address: string,
  query: string,
): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const client = new pg.Client({ connectionString: address });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(query)).rows;
  } finally {
    await client.end();
  }
}

function pathFolders(): readonly string[] {
  return (process.env['PATH'] ?? '').split(':').filter((folder) => folder !== '');
}

function idsOf(user: string): { readonly uid: number; readonly gid: number } {
  const id = (what: string): number => Number(execFileSync('id', [what, user], { encoding: 'utf8' }));
  return { uid: id('-u'), gid: id('-g') };
}
