import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const client = fileURLToPath(new URL('../../client/', import.meta.url));
const sheets = [
  ...readdirSync(join(client, 'styles')).map((name) => `styles/${name}`),
  'theme.css',
  'map/map.css',
].map((name) => readFileSync(join(client, name), 'utf8'));

/** A module as far as styles go: what it imports, the screens it loads later, the classes it draws. */
interface Drawn {
  readonly imports: readonly string[];
  readonly later: readonly string[];
  readonly classes: ReadonlySet<string>;
}

const known = new Map<string, Drawn>();

function drawnBy(path: string): Drawn {
  const before = known.get(path);
  if (before !== undefined) return before;
  const source = readFileSync(path, 'utf8');
  const beside = (name: string | undefined): string => join(dirname(path), name ?? '');
  const drawn: Drawn = {
    imports: [...source.matchAll(/^(?:import|export)[^;]*?from '(\.[^']+)';|^import '(\.[^']+)';/gms)].map(
      ([, from, sheet]) => beside(from ?? sheet),
    ),
    later: [...source.matchAll(/import\('(\.[^']+)'\)/g)].map(([, from]) => beside(from)),
    classes: classesIn(source),
  };
  known.set(path, drawn);
  return drawn;
}

function classesIn(source: string): ReadonlySet<string> {
  const plain = [...source.matchAll(/class="([^"]+)"/g)].map(([, names]) => names ?? '');
  const chosen = [...source.matchAll(/class=\{([^}]+)\}/g)].flatMap(([, choice]) =>
    [...(choice ?? '').matchAll(/['`]([\w\- ]+)/g)].map(([, names]) => names ?? ''),
  );
  return new Set([...plain, ...chosen].flatMap((names) => names.split(' ')).filter((name) => name !== ''));
}

const isModule = (path: string): boolean => /\.tsx?$/.test(path);

/** A module and all that comes with it. */
function withAll(path: string, seen = new Set<string>()): ReadonlySet<string> {
  if (seen.has(path)) return seen;
  seen.add(path);
  if (isModule(path)) for (const next of drawnBy(path).imports) withAll(next, seen);
  return seen;
}

/** Every module that is loaded later than the first page. */
function laterModules(): readonly string[] {
  const seen = new Set<string>();
  const found = new Set<string>();
  const walk = (path: string): void => {
    if (seen.has(path) || !isModule(path)) return;
    seen.add(path);
    const { imports, later } = drawnBy(path);
    for (const next of later) found.add(next);
    for (const next of [...imports, ...later]) walk(next);
  };
  walk(join(client, 'main.tsx'));
  return [...found].filter((path) => path.endsWith('.tsx'));
}

const stylesOf = (modules: ReadonlySet<string>): string =>
  [...modules]
    .filter((path) => path.endsWith('.css'))
    .map((path) => readFileSync(path, 'utf8'))
    .join('\n');
const has = (style: string, name: string): boolean => new RegExp(`\\.${name}(?![\\w-])`).test(style);

/** Classes that one screen styles and others may leave as they are, and modules of which a screen takes something else. */
const left: Readonly<Record<string, readonly string[]>> = {
  // The wall takes the table of colours and the mark alone.
  'panels/orders/CardDeck.tsx': [
    'deck',
    'deck-family',
    'deck-hold',
    'deck-later',
    'deck-switch',
    'is-chosen',
    'order-card',
    'order-cost',
  ],
  'panels/agreements/JudgedCard.tsx': ['agreement'],
  'panels/talk/TalkChannels.tsx': ['talk-count'],
  'panels/world/CommonRules.tsx': ['rules-name'],
  'screens/host/WorldColumn.tsx': ['world'],
  'screens/play/WorldPane.tsx': ['world-numbers'],
};

test.each(laterModules().map((path) => [path.slice(client.length), path]))(
  '%s has the styles of everything it draws',
  (_name, path) => {
    const modules = withAll(path);
    const style = stylesOf(new Set([...modules, ...withAll(join(client, 'main.tsx'))]));
    const missing = [...modules].filter(isModule).flatMap((module) => {
      const file = module.slice(client.length);
      return [...drawnBy(module).classes]
        .filter((name) => !has(style, name) && sheets.some((sheet) => has(sheet, name)))
        .filter((name) => left[file]?.includes(name) !== true)
        .map((name) => `${file}: .${name}`);
    });
    expect(missing).toEqual([]);
  },
);
