import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { list } from 'tar';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { at } from '#shared/lib/at.ts';
import type { SessionListItem } from '#shared/wire/api.ts';
import type { Archive } from '../../server/package/archive.ts';
import { makePackage } from '../../server/package/makePackage.ts';
import { type Target, targets } from '../../server/package/target.ts';
import { rehearsalApi } from '../../server/rehearse/api.ts';
import { type BareRoot, bareRoot, putListener } from '../support/bareRoot.ts';
import { freePort } from '../support/freePort.ts';
import type { RunningProgram } from '../support/runningProgram.ts';
import { linesOf, listening, playSession } from './startedServer.ts';

const root = join(import.meta.dirname, '..', '..');
const own = process.arch === 'arm64' ? 'linux-arm64' : 'linux-x64';
const made = new Map<Target['id'], Archive>();
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'crossroads-packages-'));
  for (const target of targets) {
    const archive = await makePackage(root, target, folder, new Date(Date.UTC(2026, 0, 1)));
    made.set(target.id, archive);
    const [packed, unpacked] = [archive.bytes, archive.unpackedBytes].map((n) => (n / 1e6).toFixed(1));
    console.log(`${target.id}: ${packed} MB, unpacked ${unpacked} MB in ${archive.files} files`);
  }
}, 900_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const fileOf = (id: Target['id']): string => made.get(id)?.file ?? '';

describe(`the package for ${own}, in a root with nothing but a C library and a shell`, () => {
  let bare: BareRoot;
  let port: string;
  let running: RunningProgram | null = null;
  const name = `crossroads-0.1.0-${own}`;
  const stick = 'media/课堂 stick (1)';
  beforeAll(async () => {
    bare = bareRoot(join(root, 'node_modules', `node-${own}`, 'bin', 'node'));
    putListener(bare, 'xdg-open');
    mkdirSync(join(bare.folder, stick), { recursive: true });
    execFileSync('tar', ['-xzf', fileOf(own), '-C', join(bare.folder, stick)]);
    bare.give(join(bare.folder, 'media'));
    port = `${await freePort()}`;
  }, 120_000);
  afterEach(async () => {
    running?.child.kill('SIGKILL');
    await running?.ended;
  });
  afterAll(() => bare.remove());

  const start = (place: string): RunningProgram =>
    bare.run({ PORT: port, LOG_LEVEL: 'silent' }, `/${place}/${name}/crossroads.sh`);
  const command = (place: string, ...words: readonly string[]): RunningProgram =>
    bare.run({}, `/${place}/${name}/crossroads.sh`, ...words);
  const opened = (): readonly string[] => {
    const file = join(bare.folder, 'tmp', 'xdg-open');
    return existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n') : [];
  };

  test('it starts, opens the host’s page, hosts a whole session by socket, and keeps it where it is moved', async () => {
    running = start(stick);
    const first = await listening(running);
    expect(new URL(first.hostUrl).port).toBe(port);
    await vi.waitFor(() => expect(opened()).toEqual([first.hostUrl]), { timeout: 60_000 });
    expect(await (await fetch(`${first.origin}/`)).text()).toContain('<title>Crossroads</title>');
    const { code, log } = await playSession(first);
    expect(log).toContain('"crossroads-log"');

    const second = start(stick);
    expect(await second.ended).toBe(0);
    expect(second.said()).toContain(`Crossroads is already running.`);
    await vi.waitFor(() => expect(opened()).toEqual([first.hostUrl, first.hostUrl]), { timeout: 60_000 });

    running.child.kill('SIGTERM');
    expect(await running.ended).toBe(0);
    const home = 'home/teacher/老师 docs';
    mkdirSync(join(bare.folder, home));
    renameSync(join(bare.folder, stick, name), join(bare.folder, home, name));
    running = start(home);
    const again = await listening(running);
    const cookie = await rehearsalApi(again.origin).enterHost(again.secret);
    const asked = await fetch(`${again.origin}/api/sessions`, { headers: { cookie } });
    const kept: readonly SessionListItem[] = await asked.json();
    expect(kept).toMatchObject([{ code, damage: null }]);
    const sameLog = await fetch(`${again.origin}/api/sessions/${code}/log`, { headers: { cookie } });
    const before = linesOf(log);
    // The server may have added its own measurement since.
    expect(linesOf(await sameLog.text()).slice(0, before.length)).toEqual(before);

    // The session that was played, and the practice table beside it.
    const backup = command(home, 'backup');
    expect(await backup.ended).toBe(0);
    expect(backup.said()).toMatch(
      /\/老师 docs\/.+\/data\/backups\/by-hand-.+\.sqlite: 2 sessions, checked\.\n$/,
    );
    const exported = command(home, 'export', code, '--out', '/tmp/log.jsonl');
    expect([await exported.ended, exported.said()]).toEqual([0, expect.stringContaining('/tmp/log.jsonl')]);
    expect(await command(home, 'verify', '/tmp/log.jsonl').ended).toBe(0);
    running.child.kill('SIGTERM');
    expect(await running.ended).toBe(0);
  }, 600_000);

  test('on a disk that runs no programs it runs a copy of Node, and a port that is taken costs nothing', async () => {
    const other = createServer().listen(Number(port), '0.0.0.0');
    await once(other, 'listening');
    const place = existsSync(join(bare.folder, stick, name)) ? stick : 'home/teacher/老师 docs';
    const script = join(bare.folder, place, name, 'crossroads.sh');
    for (const file of [script, join(bare.folder, place, name, 'program', 'node', 'node')])
      chmodSync(file, 0o644);
    running = bare.run({ PORT: port }, '/bin/sh', `/${place}/${name}/crossroads.sh`);
    const { origin } = await listening(running);
    other.close();
    expect(Number(new URL(origin).port)).toBeGreaterThan(Number(port));
    expect((await fetch(`${origin}/readyz`)).status).toBe(200);
    expect(existsSync(join(bare.folder, 'home/teacher/.cache/crossroads'))).toBe(true);
    running.child.kill('SIGTERM');
    expect(await running.ended).toBe(0);
  }, 300_000);
});

describe('the packages file by file', () => {
  test('that for Windows holds what the one for Linux holds, and nothing that Windows refuses', async () => {
    const bytes = readFileSync(fileOf('windows-x64'));
    const files = unzipSync(bytes);
    const names = Object.keys(files);
    expect(programOf(names)).toEqual(programOf(await tarNames('linux-x64')));
    expect(names.filter((name) => !name.startsWith('crossroads-0.1.0-windows-x64/'))).toEqual([]);
    expect(names.filter((name) => name.length >= 200)).toEqual([]);
    expect(names.filter(isRefusedByWindows)).toEqual([]);
    expect(['a/CON.txt', 'a/b:c', 'a/b.', 'nul'].filter(isRefusedByWindows)).toHaveLength(4);
    expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
    expect(names.filter((name) => name.endsWith('.node'))).toEqual([]);
    expect(entryKinds(bytes)).toHaveLength(names.length);
    expect(entryKinds(bytes).filter((kind) => kind !== 0 && kind !== 0o10)).toEqual([]);
    const inside = (name: string): Buffer => Buffer.from(files[`crossroads-0.1.0-windows-x64/${name}`] ?? '');
    const node = inside('program/node/node.exe');
    expect(node.toString('latin1', 0, 2)).toBe('MZ');
    expect(node.readUInt16LE(node.readUInt32LE(0x3c) + 4)).toBe(0x86_64);
    const script = inside('Crossroads.cmd').toString('latin1');
    expect(script.replaceAll('\r\n', '')).toMatch(/^[\u0020-\u007E]+$/);
    for (const named of script.matchAll(/%here%(program\\[\w.\\]+)/g))
      expect(names).toContain(`crossroads-0.1.0-windows-x64/${at(named, 1).replaceAll('\\', '/')}`);
    const readMe = inside('READ-ME.txt').toString('utf8');
    expect(readMe.startsWith('\uFEFFCROSSROADS 0.1.0\r\n')).toBe(true);
    expect(readMe.replaceAll('\r\n', '')).not.toMatch(/[\r\n{}]/);
    expect(readMe).toContain('双击 Crossroads.cmd');
  });

  test('that for arm64 and that for a Mac hold the same program, without symbolic links', async () => {
    const expected = programOf(await tarNames('linux-x64'));
    for (const id of ['linux-arm64', 'mac'] as const) expect(programOf(await tarNames(id))).toEqual(expected);
    expect(expected).toContain('program/server/cli.ts');
    expect((await tarNames('mac')).filter((name) => name.includes('/program/node/'))).toEqual([]);
    const [node = Buffer.alloc(0)] = await tarFiles('linux-arm64', /\/program\/node\/node$/);
    expect(node.toString('latin1', 1, 4)).toBe('ELF');
    expect(node.readUInt16LE(18)).toBe(0xb7);
  }, 60_000);

  test('every module that is shipped is named with the text of its licence, and so is what the pages are made of', async () => {
    const [text = Buffer.alloc(0)] = await tarFiles('linux-x64', /\/program\/LICENCES\.txt$/);
    const folders = (await tarNames('linux-x64'))
      .map((name) => /\/program\/((?:node_modules\/(?:@[^/]+\/)?[^/]+\/?)+)package\.json$/.exec(name)?.[1])
      .filter((name) => name !== undefined);
    expect(folders.length).toBeGreaterThan(80);
    const unnamed = folders
      .map((each) => each.slice(each.lastIndexOf('node_modules/') + 'node_modules/'.length, -1))
      .filter((name) => !text.includes(`\n${name} `));
    expect(unnamed).toEqual([]);
    for (const name of ['phaser', 'preact', '@preact/signals'])
      expect(text.includes(`\n${name} `)).toBe(true);
  }, 60_000);
});

function isRefusedByWindows(path: string): boolean {
  return path
    .split('/')
    .some(
      (part) =>
        /[<>:"|?*\\]|[. ]$/.test(part) ||
        /\p{Cc}/u.test(part) ||
        /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i.test(part),
    );
}

/** The kind of each entry of a zip file, from its directory: 0 if none is given, 8 a file, 10 (octal 12) a link. */
function entryKinds(zip: Buffer): readonly number[] {
  const kinds: number[] = [];
  let place = zip.readUInt32LE(zip.lastIndexOf('PK\u0005\u0006', undefined, 'latin1') + 16);
  while (zip.readUInt32LE(place) === 0x02_01_4b_50) {
    kinds.push(zip.readUInt32LE(place + 38) >>> 28);
    place += 46 + zip.readUInt16LE(place + 28) + zip.readUInt16LE(place + 30) + zip.readUInt16LE(place + 32);
  }
  return kinds;
}

/** The names of the program's own files, from `program/` on, without Node. */
function programOf(names: readonly string[]): readonly string[] {
  return names
    .map((name) => name.slice(name.indexOf('/') + 1))
    .filter((name) => name.startsWith('program/') && !name.startsWith('program/node/'))
    .toSorted();
}

async function tarNames(id: Target['id']): Promise<readonly string[]> {
  const names: string[] = [];
  await list({
    file: fileOf(id),
    onReadEntry: ({ path, type }) => {
      expect([path, type]).toEqual([path, 'File']);
      names.push(path);
    },
  });
  return names;
}

async function tarFiles(id: Target['id'], name: RegExp): Promise<readonly Buffer[]> {
  const parts: Buffer[] = [];
  await list({
    file: fileOf(id),
    onReadEntry: (entry) => {
      if (name.test(entry.path)) entry.on('data', (part) => void parts.push(part));
    },
  });
  return [Buffer.concat(parts)];
}
