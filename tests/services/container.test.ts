import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import type { SessionListItem } from '#shared/wire/api.ts';
import { rehearsalApi } from '../../server/rehearse/api.ts';
import { Images } from '../support/containerImage.ts';
import { freePort } from '../support/freePort.ts';
import { runProgram, type RunningProgram } from '../support/runningProgram.ts';
import { linesOf, listening, playSession } from './startedServer.ts';

const project = join(import.meta.dirname, '..', '..');

/** What an image says about itself. */
const imageSchema = z.object({
  Docker: z.object({
    config: z.object({
      User: z.string(),
      Entrypoint: z.array(z.string()),
      Cmd: z.array(z.string()),
      StopSignal: z.string(),
      Volumes: z.record(z.string(), z.unknown()),
      ExposedPorts: z.record(z.string(), z.unknown()),
      Healthcheck: z.object({ Test: z.array(z.string()) }),
    }),
  }),
});
type ImageConfig = z.infer<typeof imageSchema>['Docker']['config'];

let images: Images;
let config: ImageConfig;
let container: string;
let port: string;
let running: RunningProgram | null = null;

beforeAll(async () => {
  images = new Images();
  images.makeBase('localhost/base');
  const built = ['--format', 'docker', '--isolation', 'chroot', '--build-arg', 'BASE=localhost/base'];
  images.buildah('build', ...built, '--tag', 'localhost/crossroads', project);
  const described: unknown = JSON.parse(images.buildah('inspect', '--type', 'image', 'localhost/crossroads'));
  config = imageSchema.parse(described).Docker.config;
  container = images.buildah('from', 'localhost/crossroads');
  port = `${await freePort()}`;
}, 900_000);
afterEach(async () => {
  if (running?.child.exitCode !== null) return;
  signal(running, 'SIGKILL');
  await running.ended;
});
afterAll(() => images.remove());

/** Runs a command in the container as its user, on this computer's loopback. */
function run(...command: readonly string[]): RunningProgram {
  const env = ['--env', 'HOST=127.0.0.1', '--env', `PORT=${port}`, '--env', 'LOG_LEVEL=silent'];
  return runProgram(
    'buildah',
    images.arguments('run', '--isolation', 'chroot', ...env, container, '--', ...command),
  );
}

const start = (): RunningProgram => run(...config.Entrypoint, ...config.Cmd);

/** Signals the program inside, as an engine does: buildah runs it as the child of children. */
function signal(program: RunningProgram, name: NodeJS.Signals): void {
  const children = (pid: number): readonly number[] => {
    const { stdout } = spawnSync('pgrep', ['-P', `${pid}`], { encoding: 'utf8' });
    return stdout.split('\n').filter(Boolean).map(Number);
  };
  let pid = program.child.pid ?? 0;
  for (let below = children(pid); below[0] !== undefined; below = children(pid)) pid = below[0];
  process.kill(pid, name);
}

test('the image says who runs what, where it keeps, how it stops, and how well it is', () => {
  expect(config).toMatchObject({
    User: '10001:10001',
    Entrypoint: ['node', 'crossroads.cjs'],
    Cmd: ['start', '--no-build'],
    StopSignal: 'SIGTERM',
    Volumes: { '/data': {} },
    ExposedPorts: { '2567/tcp': {} },
  });
});

test('it hosts a session, is well by its own check, stops when told to, and keeps the session in its volume', async () => {
  running = start();
  const first = await listening(running);
  expect(new URL(first.hostUrl).port).toBe(port);
  expect(await (await fetch(`${first.origin}/`)).text()).toContain('<title>Crossroads</title>');
  const { code, log } = await playSession(first);
  const [how = '', ...check] = config.Healthcheck.Test;
  expect(how).toBe('CMD');
  expect(await run(...check).ended).toBe(0);
  signal(running, 'SIGTERM');
  expect(await running.ended).toBe(0);
  expect(await run(...check).ended).toBe(1);

  running = start();
  const again = await listening(running);
  const cookie = await rehearsalApi(again.origin).enterHost(again.secret);
  const asked = await fetch(`${again.origin}/api/sessions`, { headers: { cookie } });
  const kept: readonly SessionListItem[] = await asked.json();
  expect(kept).toMatchObject([{ code, damage: null }]);
  const sameLog = await fetch(`${again.origin}/api/sessions/${code}/log`, { headers: { cookie } });
  const before = linesOf(log);
  expect(linesOf(await sameLog.text()).slice(0, before.length)).toEqual(before);
  const backup = run(...config.Entrypoint, 'backup');
  expect([await backup.ended, backup.said()]).toEqual([0, expect.stringContaining('sessions, checked.')]);
}, 600_000);

test('its user writes nothing but the volume and temporary files', async () => {
  const touch = async (path: string): Promise<number | string> => run('sh', '-c', `echo x > ${path}`).ended;
  expect([await touch('/data/x'), await touch('/tmp/x')]).toEqual([0, 0]);
  expect([await touch('/app/x'), await touch('/x'), await touch('/app/crossroads.cjs')]).not.toContain(0);
});
