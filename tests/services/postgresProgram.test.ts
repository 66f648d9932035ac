import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { keepSessions } from '../support/keptSessions.ts';
import { postgresFolder, type PostgresServer, startPostgres } from '../support/postgresServer.ts';
import { startProgram } from '../support/program.ts';
import { linesOf, playSession } from './startedServer.ts';

const launcher = join(import.meta.dirname, '..', '..', 'crossroads.cjs');
const folder = postgresFolder();

/** Runs a command of the program with a database and a data directory; its output and its exit code. */
function command(
  url: string,
  data: string,
  ...args: readonly string[]
): { said: string; code: number | null } {
  const env = { ...process.env, DATABASE_URL: url, DATA_DIR: data };
  const { stdout, stderr, status } = spawnSync(process.execPath, [launcher, ...args], {
    env,
    encoding: 'utf8',
  });
  return { said: `${stdout}${stderr}`, code: status };
}

describe.skipIf(folder === null)('the program on PostgreSQL', () => {
  let server: PostgresServer;
  let data = '';
  beforeAll(async () => {
    server = await startPostgres(folder ?? '');
    data = mkdtempSync(join(tmpdir(), 'crossroads-moved-'));
  });
  afterAll(async () => {
    await server.close();
    rmSync(data, { recursive: true, force: true });
  });

  test('a school that moves finds every session, every chain verified, every copy the same', async () => {
    const kept = await keepSessions(data, 3);
    const url = await server.newDatabase();
    const exported = (name: string, database: string): string => {
      const [first] = kept;
      const file = join(data, name);
      expect(command(database, data, 'export', first?.code ?? '', '--out', file).code).toBe(0);
      return readFileSync(file, 'utf8');
    };
    const before = exported('before.jsonl', '');
    expect(command(url, data, 'sessions', 'list').said).toContain('Start the server on it first.');
    const lines = kept.reduce((sum, one) => sum + one.lines, 0);
    const moved = command(url, data, 'migrate-store');
    expect(moved.said).toContain(`3 sessions with ${lines} lines are now in the database play1 at 127.0.0.1`);
    expect(moved.said).toContain('every chain verified');
    expect(moved.code).toBe(0);
    const list = command(url, data, 'sessions', 'list').said;
    for (const { code } of kept) expect(list).toContain(code);
    expect(exported('after.jsonl', url)).toBe(before);
    expect(linesOf(before)).toHaveLength(kept[0]?.lines ?? 0);
    const again = command(url, data, 'migrate-store');
    expect(again).toEqual({ said: expect.stringContaining('already holds sessions'), code: 1 });
    expect(command(url, data, 'backup')).toEqual({ said: expect.stringContaining('pg_dump'), code: 1 });
    expect(command('', data, 'migrate-store').said).toContain('set DATABASE_URL');
  }, 180_000);

  test('a played session is there after kill -9, and in a dump that is restored elsewhere', async () => {
    const url = await server.newDatabase();
    const program = await startProgram({ env: { DATABASE_URL: url } });
    try {
      const { port, hash } = new URL(program.hostUrl);
      const started = { hostUrl: program.hostUrl, origin: `http://127.0.0.1:${port}`, secret: hash.slice(1) };
      const { code, log } = await playSession(started);
      const lines = linesOf(log).length;
      expect(lines).toBeGreaterThan(50);
      expect(command(url, data, 'sessions', 'delete', code).said).toContain('A server runs on the database');
      await program.kill();
      await program.restart();
      expect((await fetch(`${started.origin}/readyz`)).status).toBe(200);
      const file = join(data, 'played.jsonl');
      expect(command(url, data, 'export', code, '--out', file).code).toBe(0);
      expect(linesOf(readFileSync(file, 'utf8'))).toHaveLength(lines);
      const other = await server.newDatabase();
      const tool = (name: string, ...args: readonly string[]): Buffer =>
        execFileSync(join(folder ?? '', name), args, { stdio: ['ignore', 'pipe', 'inherit'] });
      const dump = join(data, 'night.dump');
      tool('pg_dump', '--format=custom', `--file=${dump}`, url);
      tool('pg_restore', '--no-owner', `--dbname=${other}`, dump);
      expect(command(other, data, 'sessions', 'list').said).toContain(code);
    } finally {
      await program.stop();
    }
  }, 240_000);
});
