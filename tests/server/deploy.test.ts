import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { withVariables } from '../../server/commands/variables.ts';
import { readConfig, variables } from '../../server/config.ts';

const read = (...parts: readonly string[]): string => readFileSync(join(...parts), 'utf8');
const names = variables().map(({ name }) => name);

describe('the table of variables', () => {
  test('in docs/deploy.md is what the program reads now', () => {
    const page = read('docs', 'deploy.md');
    expect(withVariables(page, 'docs/deploy.md'), 'crossroads variables --into docs/deploy.md').toBe(page);
    for (const name of names) expect(page).toContain(`| \`${name}\` |`);
  });

  test('names every variable that the reader of the environment knows', () => {
    for (const name of names) {
      const nonsense = { [name]: '\u0000'.repeat(201) };
      const config = readConfig(nonsense);
      const free = ['HOST', 'DATA_DIR', 'BACKUP_DIR'].includes(name);
      expect(config.ok, name).toBe(free);
      if (!config.ok) expect(config.failure[0]).toContain(`The variable ${name} is `);
    }
    expect(readConfig({ METRICS_TOKEN: 'short-secret' })).toEqual({
      ok: false,
      failure: ['The variable METRICS_TOKEN is not usable: it must be 16 to 200 characters.'],
    });
  });

  test('finds its place in a page, or says that there is none', () => {
    expect(() => withVariables('a page', 'x.md')).toThrow('x.md has no line');
  });
});

describe('files that a technician copies', () => {
  test('name only variables that the program reads, with values it takes', () => {
    const env = Object.fromEntries(
      [...read('docs', 'deploy', 'crossroads.env').matchAll(/^([A-Z_]+)=(.*)$/gm)].map(
        ([, name = '', value = '']) => [name, value],
      ),
    );
    expect(Object.keys(env).length).toBeGreaterThan(4);
    expect(Object.keys(env).filter((name) => !names.includes(name))).toEqual([]);
    expect(readConfig(env)).toMatchObject({
      ok: true,
      value: { publicUrl: 'https://school.example/crossroads', trustProxy: ['loopback'] },
    });
    const compose = read('compose.yaml');
    const given = [...compose.matchAll(/^ {6}([A-Z_]+): \$\{\1/gm)].map(([, name]) => name ?? '');
    expect(given.length).toBeGreaterThan(3);
    expect(given.filter((name) => !names.includes(name))).toEqual([]);
  });

  test('are all named by the pages, and the pages name no file that is not there', () => {
    const pages = ['docs/deploy.md', ...inFolder('.md').map((name) => `docs/deploy/${name}`)];
    const all = pages.map((page) => read(page)).join('\n');
    const copied = inFolder('').filter((name) => !name.endsWith('.md'));
    for (const name of copied) expect(all, name).toContain(name);
    for (const page of pages) {
      const links = [...read(page).matchAll(/\]\((?!https?:)([^)#]+)/g)].map(([, to = '']) => to);
      for (const to of links) expect(existsSync(join(page, '..', to)), `${page}: ${to}`).toBe(true);
    }
    for (const [, file = ''] of all.matchAll(/(docs\/deploy\/[\w.@-]+\w)/g))
      expect(existsSync(file)).toBe(true);
  });
});

function inFolder(ending: string): readonly string[] {
  return readdirSync('docs/deploy').filter((name) => name.endsWith(ending));
}

describe('the container', () => {
  const dockerfile = read('Dockerfile');

  test('is built from files that are there, with all that the server needs', () => {
    const copied = [...dockerfile.matchAll(/^COPY (?!--from)(.+) \S+$/gm)].flatMap(([, files = '']) =>
      files.split(' '),
    );
    expect(copied).toEqual(expect.arrayContaining(['client', 'shared', 'server', 'package-lock.json']));
    for (const file of copied) expect(existsSync(file), file).toBe(true);
  });

  test('runs as an ordinary user, keeps its data in a volume, has a health check and a stop signal', () => {
    for (const line of [/^USER 10001:10001$/m, /^VOLUME \/data$/m, /^STOPSIGNAL SIGTERM$/m, /^HEALTHCHECK /m])
      expect(dockerfile).toMatch(line);
    const compose = read('compose.yaml');
    expect(compose).toMatch(/^ {4}read_only: true$/m);
    expect(compose).toMatch(/^ {6}- data:\/data$/m);
  });
});
