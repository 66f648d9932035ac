import { mkdtemp, readFile, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { keepSessions } from '../support/keptSessions.ts';
import { begin, type Running } from './crossroads.ts';

// Each command is a child process, which takes seconds on a busy machine.
vi.setConfig({ testTimeout: 240_000, hookTimeout: 120_000 });

const root = fileURLToPath(new URL('../../', import.meta.url));
let here: string;
let code: string;
beforeAll(async () => {
  here = await mkdtemp(join(tmpdir(), 'crossroads-recipes-'));
  await symlink(join(root, 'tests'), join(here, 'tests'), 'dir');
  await symlink(join(root, 'docs'), join(here, 'docs'), 'dir');
  code = (await keepSessions(join(here, 'data'), 1))[0]?.code ?? '';
});
afterAll(() => rm(here, { recursive: true }));

/** The commands in a page's blocks, in order, with continued lines joined. */
async function commandsOf(page: string): Promise<readonly string[]> {
  const text = await readFile(join(root, 'docs', page), 'utf8');
  const blocks = text.matchAll(/^```\w*\n([\s\S]*?)^```/gm);
  const lines = [...blocks].flatMap(([, block = '']) => block.replaceAll(/\\\n\s*/g, '').split('\n'));
  return lines.filter((line) => /^(npm|node|seq) /.test(line));
}

/** The page's numbers made small, and its placeholders filled in. */
const SMALLER: readonly (readonly [RegExp, string])[] = [
  [/--games \d+/, '--games 4'],
  [/--shard "\$SLURM_ARRAY_TASK_ID\/64" --workers "\$SLURM_CPUS_PER_TASK"/, '--shard 1/2 --workers 1'],
  [/--shard \{\}\/16/, '--shard 1/2'],
  [/"\$SCRATCH\/human"/, 'runs/human'],
  [/--port 2567 --host 0\.0\.0\.0/, '--port 0 --host 127.0.0.1 --no-build'],
  [/http:\/\/192\.168\.1\.5:2567\/ABC234/, 'http://127.0.0.1:9/ABC234'],
];

function argumentsOf(command: string): readonly string[] {
  const small = SMALLER.reduce((text, [from, to]) => text.replace(from, to), command);
  const words = [...small.matchAll(/"([^"]*)"|\S+/g)].map(([word, quoted]) => quoted ?? word);
  const start = words.indexOf('--') + 1 || words.indexOf('crossroads.cjs') + 1;
  const given = command.startsWith('npm start') ? ['start', ...words.slice(3)] : words.slice(start);
  return given.map((word) => (word === 'H7KX4M' ? code : word));
}

const run = (args: readonly string[]): Running => begin(args, {}, { cwd: here });

/** Commands that do not end by themselves, that need a network, or that take minutes, and how they are tested here. */
const BOUNDED: readonly (readonly [RegExp, (command: string) => Promise<void>])[] = [
  [/^npm start/, startsAndStops],
  [/-- password/, typesPassword],
  [/rehearse http/, saysNobodyAnswers],
  [/simulate (pars|balance)|rehearse --/, knowsItsWords],
  [/^npm run bench/, isBench],
];

async function startsAndStops(command: string): Promise<void> {
  const server = run(argumentsOf(command));
  await vi.waitFor(() => expect(server.said.out + server.said.err).toContain('Stop with Ctrl-C'), 60_000);
  server.child.kill('SIGTERM');
  expect(await server.ended).toMatchObject({ code: 0 });
}

async function typesPassword(command: string): Promise<void> {
  const asked = run(argumentsOf(command));
  asked.child.stdin?.end('long enough\n');
  expect(await asked.ended).toMatchObject({ code: 0 });
}

async function saysNobodyAnswers(command: string): Promise<void> {
  const { code: exit, err } = await run(argumentsOf(command)).ended;
  expect(exit, err).toBe(1);
}

async function knowsItsWords(command: string): Promise<void> {
  const given = argumentsOf(command);
  const { code: exit, out } = await run([...given.slice(0, 2).filter((word) => /^\w/.test(word)), '--help'])
    .ended;
  expect(exit).toBe(0);
  for (const flag of given.filter((word) => word.startsWith('--'))) expect(out).toContain(flag);
}

async function isBench(command: string): Promise<void> {
  const [, name = ''] = /bench (\w+)/.exec(command) ?? [];
  const list = await readFile(join(root, 'tests/bench/bench.ts'), 'utf8');
  expect(list).toContain(`  ${name}: [`);
}

for (const page of ['recipes.md', 'recipes-simulate.md'])
  test(`every command of docs/${page} does what it says`, async () => {
    const commands = await commandsOf(page);
    expect(commands.length).toBeGreaterThan(5);
    for (const command of commands) {
      const bounded = BOUNDED.find(([kind]) => kind.test(command))?.[1];
      if (bounded) {
        await bounded(command);
        continue;
      }
      const { code: exit, err, out } = await run(argumentsOf(command)).ended;
      expect(exit, `${command}\n${out}${err}`).toBe(0);
    }
  });
