import { execFile } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

/** A file that breaks a law on purpose, and the rule that must report it. */
export interface Broken {
  readonly law: string;
  readonly path: string;
  readonly text: string;
  readonly rule: string;
}

/** Every law that the linter checks, each with a file that breaks it. */
export const brokenLaws: readonly Broken[] = [
  {
    law: 'no arithmetic that differs between engines',
    path: 'shared/a.ts',
    text: 'export const a = Math.exp(2);',
    rule: 'no-restricted-properties',
  },
  {
    law: 'no such arithmetic by another name',
    path: 'shared/b.ts',
    text: 'const { exp } = Math;\nexport const b = exp(2);',
    rule: 'no-restricted-properties',
  },
  {
    law: 'no powers',
    path: 'shared/c.ts',
    text: 'export const c = (x: number) => x ** 2;',
    rule: 'no-power',
  },
  {
    law: 'no dice',
    path: 'shared/d.ts',
    text: 'export const d = Math.random();',
    rule: 'no-restricted-properties',
  },
  {
    law: 'no clock',
    path: 'shared/e.ts',
    text: 'export const e = Date.now();',
    rule: 'no-restricted-globals',
  },
  {
    law: 'no timers',
    path: 'shared/f.ts',
    text: 'setTimeout(() => undefined, 1);',
    rule: 'no-restricted-globals',
  },
  {
    law: 'no environment',
    path: 'shared/g.ts',
    text: 'export const g = globalThis;',
    rule: 'no-restricted-globals',
  },
  {
    law: 'no order that follows the language of the machine',
    path: 'shared/h.ts',
    text: "export const h = ['b', 'a'].toSorted((x, y) => x.localeCompare(y));",
    rule: 'no-restricted-properties',
  },
  { law: 'no words', path: 'shared/i.ts', text: 'export const i = Intl;', rule: 'no-restricted-globals' },
  {
    law: 'no module state',
    path: 'server/j.ts',
    text: 'export let j = 0;\nj += 1;',
    rule: 'no-module-state',
  },
  {
    law: 'no hidden module state',
    path: 'shared/k.ts',
    text: 'let count = 0;\nexport const k = () => (count += 1);',
    rule: 'no-module-state',
  },
  {
    law: 'no casts',
    path: 'client/l.ts',
    text: 'export function l<T>(x: unknown): T {\n  return x as T;\n}',
    rule: 'consistent-type-assertions',
  },
  {
    law: 'no casts by way of unknown',
    path: 'server/m.ts',
    text: 'export function m<T>(x: number): T {\n  return x as unknown as T;\n}',
    rule: 'consistent-type-assertions',
  },
  {
    law: 'no any',
    path: 'client/n.ts',
    text: 'export const n = (x: any): string => x;',
    rule: 'no-explicit-any',
  },
  {
    law: 'no default exports',
    path: 'client/o.ts',
    text: 'export default 3;',
    rule: 'no-default-export',
  },
  {
    law: 'one reader of the environment',
    path: 'server/p.ts',
    text: "export const p = process.env['PORT'];",
    rule: 'no-restricted-properties',
  },
  {
    law: 'a switch names every member of a closed union',
    path: 'shared/q.ts',
    text: "export function q(x: 'a' | 'b'): void {\n  switch (x) {\n    case 'a':\n      break;\n  }\n}",
    rule: 'switch-exhaustiveness-check',
  },
  {
    law: 'a default does not stand for members of a closed union',
    path: 'shared/r.ts',
    text: "export function r(x: 'a' | 'b'): number {\n  switch (x) {\n    case 'a':\n      return 1;\n    default:\n      return 2;\n  }\n}",
    rule: 'switch-exhaustiveness-check',
  },
];

/** Code that keeps the laws: the linter must not report it. */
const kept: Pick<Broken, 'path' | 'text'> = {
  path: 'shared/kept.ts',
  text: "export const kept = ['a', 'b'] as const;\nexport const most = Math.max(1, 2);\n",
};

/** The names of the rules that the linter reports for each file, with the project's settings. */
export async function lintBroken(): Promise<ReadonlyMap<string, readonly string[]>> {
  const folder = mkdtempSync(join(tmpdir(), 'crossroads-laws-'));
  try {
    for (const file of ['.oxlintrc.json', 'tsconfig.json', 'tests/support/lawsOfLint.ts']) {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      copyFileSync(file, join(folder, file));
    }
    symlinkSync(resolve('node_modules'), join(folder, 'node_modules'));
    for (const { path, text } of [...brokenLaws, kept]) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    return rulesByFile(await lint(folder));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function lint(folder: string): Promise<string> {
  const linter = resolve('node_modules/.bin/oxlint');
  const env = { ...process.env, PATH: `${resolve('node_modules/.bin')}:${process.env['PATH'] ?? ''}` };
  return new Promise((done) => {
    execFile(linter, ['--type-aware', '--format', 'json'], { cwd: folder, env }, (_failed, out) => done(out));
  });
}

function rulesByFile(out: string): ReadonlyMap<string, readonly string[]> {
  const { diagnostics } = JSON.parse(out) as { diagnostics: { filename: string; code: string }[] };
  const found = new Map<string, string[]>();
  for (const { filename, code } of diagnostics) found.set(filename, [...(found.get(filename) ?? []), code]);
  return found;
}
