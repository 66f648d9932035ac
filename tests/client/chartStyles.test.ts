import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const client = fileURLToPath(new URL('../../client/', import.meta.url));
const charts = readdirSync(join(client, 'charts')).filter((name) => name.endsWith('.tsx'));
const drawn = [...charts.map((name) => `charts/${name}`), 'panels/marks.tsx'];

/** Classes that every page knows from the theme. */
const everywhere = ['num', 'display', 'visually-hidden', 'coop', 'bloc', 'sec'];

test.each(drawn)('%s brings the style of everything it draws, on whatever screen it stands', (file) => {
  const path = join(client, file);
  const source = readFileSync(path, 'utf8');
  const styles = [...source.matchAll(/^import '(.+\.css)';$/gm)]
    .map(([, sheet]) => readFileSync(join(dirname(path), sheet ?? ''), 'utf8'))
    .join('\n');
  expect(classesIn(source).filter((name) => !styles.includes(`.${name}`))).toEqual([]);
});

test('a chart without its style is noticed', () => {
  expect(classesIn('<path class="path-zero" d="" />')).toEqual(['path-zero']);
  expect(classesIn("<i class={up ? 'is-up' : 'is-down'} />")).toEqual(['is-up', 'is-down']);
});

function classesIn(source: string): readonly string[] {
  const plain = [...source.matchAll(/class="([^"]+)"/g)].map(([, names]) => names ?? '');
  const chosen = [...source.matchAll(/class=\{([^}]+)\}/g)].flatMap(([, choice]) =>
    [...(choice ?? '').matchAll(/'([^']+)'/g)].map(([, names]) => names ?? ''),
  );
  const names = [...plain, ...chosen].flatMap((all) => all.split(' '));
  return [...new Set(names)].filter((name) => name !== '' && !everywhere.includes(name));
}
