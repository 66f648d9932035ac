import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { crossroads } from '../cli/crossroads.ts';

let directory: string;
let log: string;
const pack = join(import.meta.dirname, '..', '..', 'shared', 'scenario', 'packs', 'archipelago.json');

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'crossroads-ask-'));
  log = join(directory, 'one.jsonl');
  await crossroads('play', '--bots', 'CLASS', '--seed', '5', '--log', log);
}, 60_000);
afterAll(() => rm(directory, { recursive: true }));

describe('why', () => {
  it.each(['trust:concordia:meridia', 'indicator:direction', 'world:regime'])(
    'says what moved %s; the parts add up',
    async (number) => {
      const ran = await crossroads('why', log, '--round', '3', '--number', number, '--json');
      expect(ran).toMatchObject({ code: 0, err: '' });
      const { from, to, parts } = JSON.parse(ran.out) as {
        readonly from: number;
        readonly to: number;
        readonly parts: readonly { readonly delta: number; readonly author: string | null }[];
      };
      expect(parts.length).toBeGreaterThan(0);
      expect(parts.reduce((sum, { delta }) => sum + delta, 0)).toBe(to - from);
    },
    30_000,
  );

  it('prints a table for people', async () => {
    const { out } = await crossroads('why', log, '--round', '3', '--number', 'trust:concordia:meridia');
    expect(out).toMatch(/^trust:concordia:meridia in round 3: \d+\.\d\d → \d+\.\d\d \([+−]\d+\.\d\d\)\n/);
    expect(out).toMatch(/\nsum +[+−]\d+\.\d\d\n/);
    expect(out).toContain('add up exactly');
  }, 30_000);

  it.each([
    ['3', 'trust:concordia', 2, 'is not a number that can be asked about'],
    ['3', 'trust:concordia:atlantis', 2, 'There is no seat "atlantis"'],
    ['3', 'trust:concordia:concordia', 2, 'the same seat twice'],
    ['9', 'world:regime', 1, 'there is no round 9'],
  ])(
    'round %s, %s: exit code %i',
    async (round, number, code, sentence) => {
      const ran = await crossroads('why', log, '--round', round, '--number', number);
      expect(ran).toMatchObject({ code, out: '' });
      expect(ran.err).toContain(sentence);
    },
    30_000,
  );
});

describe('check', () => {
  it('finds a shipped scenario sound', async () => {
    const ran = await crossroads('check', pack);
    expect(ran).toMatchObject({ code: 0, err: '' });
    expect(ran.out).toContain('a sound scenario, "archipelago", 6 seats');
  }, 30_000);

  it('names every fault with its place and, where it can, a suggestion; exit code 1', async () => {
    const faulty = JSON.parse(await readFile(pack, 'utf8'));
    faulty.seats[1].objectives[0] = 'rule-makr';
    faulty.colour = 'red';
    const file = join(directory, 'faulty.json');
    await writeFile(file, JSON.stringify(faulty));
    const ran = await crossroads('check', file);
    expect(ran.code).toBe(1);
    expect(ran.out).toContain('seats[1].objectives[0]: ');
    expect(ran.out).toContain('Did you mean "rule-maker"?');
    expect(ran.out).toContain('no field "colour"');
    expect(ran.out).toContain('2 faults.');
    const told = JSON.parse((await crossroads('check', file, '--json')).out);
    expect(told.ok).toBe(false);
    expect(told.faults).toHaveLength(2);
  }, 30_000);

  it('says what is not JSON; exit code 1', async () => {
    expect((await crossroads('check', log)).code).toBe(1);
  }, 30_000);
});
