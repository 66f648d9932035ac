import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path/posix';
import { expect, test } from 'vitest';
import { fetchFirstWords, fetchWords, firstWords, words } from '../../client/text/language.ts';

/** The modules that a file loads before it shows anything: its imports and theirs, without types and without `import()`. */
function loadedWith(file: string, seen = new Map<string, string>()): ReadonlyMap<string, string> {
  if (seen.has(file)) return seen;
  const text = readFileSync(file, 'utf8');
  seen.set(file, text);
  for (const [, from = ''] of text.matchAll(/^import (?!type\b)(?:[^;'"]*? from )?'([^']+)';/gm)) {
    const path = from.startsWith('#shared/') ? from.slice(1) : join(dirname(file), from);
    if (/^[.#]/.test(from) && /\.tsx?$/.test(path)) loadedWith(path, seen);
  }
  return seen;
}

test('what is loaded with the first page reads the first words only', () => {
  const loaded = loadedWith('client/main.tsx');
  expect(loaded.has('client/screens/join/WelcomeForm.tsx')).toBe(true);
  expect(loaded.has('client/screens/play/PlayScreen.tsx')).toBe(false);
  for (const [file, text] of loaded) {
    const imported = /import \{([^}]*)\} from '[^']*\/text\/language\.ts'/.exec(text)?.[1] ?? '';
    const names = imported.split(',').map((name) => name.trim());
    for (const rest of ['words', 'list']) expect(names, file).not.toContain(rest);
    expect(file).not.toMatch(/^client\/text\/(?:en|zh)\b/);
  }
});

test('the first words come alone, the others with them', async () => {
  expect(() => firstWords.value).toThrow('no words have been fetched yet');
  await fetchFirstWords('en');
  expect(firstWords.value.shell.tryAgain).toBe('Try again');
  expect(firstWords.value).not.toHaveProperty('play');
  expect(() => words.value).toThrow('no words have been fetched yet');
  await fetchWords('en');
  expect(words.value.play).toBeDefined();
  expect(words.value.shell).toBe(firstWords.value.shell);
  expect(words.value.refusals.api).toBe(firstWords.value.refusals.api);
});
