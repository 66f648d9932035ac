import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { dateAndTime, dayOf } from '../../client/text/dateAndTime.ts';
import { asOneText, chooseLanguage, fetchWords, labelled, language } from '../../client/text/language.ts';
import { listZh } from '../../client/text/number.ts';

const root = new URL('../../', import.meta.url);
const read = (path: string) => readFileSync(new URL(path, root), 'utf8');
const filesIn = (folder: string, end: string) =>
  readdirSync(new URL(folder, root))
    .filter((name) => name.endsWith(end))
    .map((name) => `${folder}/${name}`);

/** A Chinese character beside a digit or a Latin letter; an escape such as a new line is none. */
const CROWDED = /.{0,8}(?:\p{Script=Han}[0-9A-Za-z]|(?<!\\)[0-9A-Za-z%]\p{Script=Han}).{0,8}/gu;

const chineseFiles = [
  ...filesIn('client/text/zh', '.ts'),
  'client/text/firstZh.ts',
  ...filesIn('shared/scenario/packs', '.json'),
  'shared/paper/mechanisms.json',
  'docs/first-session.zh.md',
];

describe('a name and what is said of it', () => {
  // A Chinese colon is another character than an English one: no screen writes one of its own between two texts.
  const OWN_COLON = /\{[^{}]+\}: (?:\{|\$\{|<|$)|\{[^{}]+\}:\{' '\}/;
  const screens = ['screens', 'panels', 'components', 'charts'].flatMap((room) =>
    readdirSync(new URL(`client/${room}`, root), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/.test(name))
      .map((name) => `client/${room}/${name}`),
  );

  test('has the colon of its language', async () => {
    await fetchWords('en');
    expect(labelled('Source', 'Cai')).toBe('Source: Cai');
    await fetchWords('zh');
    chooseLanguage('zh');
    expect(labelled('出处', '蔡')).toBe('出处：蔡');
    chooseLanguage('en');
  });

  test('is put together in one way on every screen', () => {
    expect(screens.length).toBeGreaterThan(100);
    const own = screens.flatMap((path) =>
      read(path)
        .split('\n')
        .filter((line) => OWN_COLON.test(line) && !/function|readonly|=> \{$|^\s*(?:\/?\*|\/\/)/.test(line))
        .map((line) => `${path}: ${line.trim()}`),
    );
    expect(own).toEqual([]);
    for (const line of ['{world.source}: {cited}', '`${one}: ${other}`', "{names}:{' '}"])
      expect(OWN_COLON.test(line), line).toBe(true);
  });
});

describe('Chinese texts', () => {
  test.each(chineseFiles)('%s has a space between Chinese and digits or letters', (path) => {
    expect(read(path).match(CROWDED) ?? []).toEqual([]);
  });

  test.each(filesIn('client/text/zh', '.ts'))('%s spaces the numbers that are filled in', (path) => {
    const name = path.split('/').at(-1) ?? '';
    const english = read(`client/text/en/${name}`);
    const typed = [...english.matchAll(/(\w+): (number|string)\b/g)];
    const kinds = new Map<string, Set<string>>();
    for (const [, word = '', kind = ''] of typed) kinds.set(word, (kinds.get(word) ?? new Set()).add(kind));
    const isNumber = (word: string) => [...(kinds.get(word) ?? [])].join('') === 'number';
    const filled = [...read(path).matchAll(/(\p{Script=Han})?\$\{(\w+)(?: \+ 1)?\}(\p{Script=Han})?/gu)];
    const crowded = filled.filter(([, before, word = '', after]) => isNumber(word) && (before ?? after));
    expect(crowded.map(([whole]) => whole)).toEqual([]);
  });

  test.each(filesIn('client/text/zh', '.ts'))('%s writes dots of omission in one way', (path) => {
    expect(read(path).match(/(?<!…)…(?!…).{0,10}/gu) ?? []).toEqual([]);
  });

  test.each([
    [['信任 +0.9', '安全化 +0.6', '碎片化 +0.4'], '信任 +0.9、安全化 +0.6 和碎片化 +0.4'],
    [['甲', '3 国'], '甲和 3 国'],
    [['甲', '\u22122.0'], '甲和 \u22122.0'],
    [['40%', 'Ada'], '40% 和 Ada'],
    [['甲', '乙', '丙'], '甲、乙和丙'],
    [['甲'], '甲'],
  ] as const)('%j is joined with a space only between 和 and a number or a Latin word', (names, joined) => {
    expect(listZh(names)).toBe(joined);
  });

  test('a date is spaced like any other number, and sentences follow each other as in their language', async () => {
    await fetchWords('zh');
    chooseLanguage('zh');
    expect(language.value).toBe('zh');
    expect(asOneText('已封存。', '', '还在等海峡港。')).toBe('已封存。还在等海峡港。');
    chooseLanguage('en');
    expect(asOneText('Sealed.', '', 'Waiting for Straitport.')).toBe('Sealed. Waiting for Straitport.');
    chooseLanguage('zh');
    expect(dayOf(Date.UTC(2026, 10, 29, 12))).toMatch(/^2026 年 11 月 (29|30) 日$/);
    expect(dateAndTime(Date.UTC(2026, 10, 29, 12))).toMatch(/^2026 年 11 月 (29|30) 日/);
  });
});

test.each(filesIn('client/text/en', '.ts'))('%s has typographic apostrophes', (path) => {
  const lines = read(path)
    .split('\n')
    .filter((line) => !/^\s*(\/?\*|\/\/|import )/.test(line));
  expect(lines.filter((line) => /[A-Za-z}]'s\b/.test(line))).toEqual([]);
});
