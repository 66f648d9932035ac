import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { terms as en } from '../../client/text/en/terms.ts';
import { terms as zh } from '../../client/text/zh/terms.ts';

/** Sections of GLOSSARY.md whose terms all appear on screens. */
const PUBLIC = ['The world', 'Trends, forces, stages'];
/** Rows there that concern only the code. */
const INWARD = ['world', 'entry', 'fact', 'reason', 'workspace', 'indicator', 'lamp'];

interface Row {
  readonly section: string;
  readonly english: readonly string[];
  readonly chinese: readonly string[];
}

const rows: readonly Row[] = glossary(readFileSync('GLOSSARY.md', 'utf8'));

describe('the words that explain themselves', () => {
  test('are called in English and Chinese as GLOSSARY.md calls them', () => {
    const strangers = entries()
      .filter(
        ({ english, chinese }) =>
          !rows.some((row) => row.english.includes(english) && row.chinese.includes(chinese)),
      )
      .map(({ english, chinese }) => `${english} / ${chinese}`);
    expect(rows.length).toBeGreaterThan(60);
    expect(strangers).toEqual([]);
  });

  test('cover every term of the glossary that people meet: a new row needs its entry in text/*/terms.ts', () => {
    const known = new Set(entries().map(({ english }) => english));
    const missing = rows
      .filter(({ section, english }) => PUBLIC.includes(section) && !INWARD.includes(english[0] ?? ''))
      .filter(({ english }) => !english.some((name) => known.has(name)))
      .map(({ english }) => english[0]);
    expect(missing).toEqual([]);
  });

  test('are the same in both languages, each with a meaning that is a sentence', () => {
    expect(zh.groups).toMatchObject(
      Object.fromEntries(
        Object.entries(en.groups).map(([group, list]) => [
          group,
          Object.fromEntries(Object.keys(list).map((id) => [id, { text: expect.stringMatching(/。$/) }])),
        ]),
      ),
    );
    for (const { text } of entries()) expect(text).toMatch(/\.$/);
  });
});

describe('Chinese on the screen', () => {
  const wrong: readonly (readonly [RegExp, string])[] = [
    [/(?<!全体)会议|会话/, '对局'],
    [/大屏幕|投影屏/, '投影'],
    [/任务书/, '简报'],
    [/控制台|主持台/, '主持室'],
    [/旁观者/, '观察者'],
    [/反思/, '感想'],
    [/(?<!二十国)集团/, '圈子'],
    [/候场/, '等候'],
    [/刻度盘/, '指针'],
    [/方向抉择/, '方向选择'],
    [/数字发展/, '数字化发展'],
    [/支持规则|支持共同规则/, '加入共同规则'],
    [/(?<!安塔利亚)公报/, '公开声明'],
    [/表盘/, '指针'],
    [/(通报|磋商|决策|揭晓|回顾|等候|上一|下一)阶段/, '环节'],
    [/剧本/, '情景'],
    [/行动牌/, '行动卡'],
    [/揭示/, '揭晓'],
    [/电脑代打/, '机器人'],
    [/[道项]决策|的决策|[与了]决策|决策里/, '行动'],
    [/您/, '你'],
    // The paper's word for an opportunity.
    [/机遇/, '随机'],
  ];

  test.each(wrong)('never says %s but %s', (word) => expect(saidIn('zh', word)).toEqual([]));
});

describe('English on the screen', () => {
  const wrong: readonly (readonly [RegExp, string])[] = [
    [/big screen/i, 'projector'],
    [/\bconsole\b/, 'host room'],
    [/\bpars?\b(?!:)/, 'usual score'],
    [/\b(?:befalls?|anew|thereof|whereof|hitherto|lest)\b/i, 'words of every day'],
    [/ %['`. ]/, 'a figure that keeps its per cent sign'],
  ];

  test.each(wrong)('never says %s but %s', (word) => expect(saidIn('en', word)).toEqual([]));
});

/** Lines of a language's words that contain text, without comments. */
function saidIn(language: 'en' | 'zh', word: RegExp): readonly string[] {
  const folder = `client/text/${language}`;
  const files = readdirSync(folder).map((name) => `${folder}/${name}`);
  expect(files.length).toBeGreaterThan(10);
  return files.flatMap((file) =>
    readFileSync(file, 'utf8')
      .split('\n')
      .filter((line) => !/^\s*(?:\/?\*|\/\/)/.test(line) && word.test(line))
      .map((line) => `${file}: ${line.trim()}`),
  );
}

function entries(): readonly { readonly english: string; readonly chinese: string; readonly text: string }[] {
  const inChinese = new Map(Object.values(zh.groups).flatMap((group) => Object.entries(group)));
  return Object.values(en.groups).flatMap((group) =>
    Object.entries(group).map(([id, { name, text }]) => ({
      english: name.toLowerCase(),
      chinese: inChinese.get(id)?.name ?? '',
      text,
    })),
  );
}

/** The rows of all tables, with the ways to read each cell: whole, without its note, part by part. */
function glossary(text: string): readonly Row[] {
  let section = '';
  const found: Row[] = [];
  for (const line of text.split('\n')) {
    section = /^##+ (.+)$/.exec(line)?.[1] ?? section;
    const cells = /^\| ([^|]+) \| ([^|]+) \|/.exec(line);
    if (cells === null || cells[1] === 'term' || cells[1] === 'from') continue;
    found.push({
      section,
      english: readings(cells[1] ?? '').map((name) => name.toLowerCase()),
      chinese: readings(cells[2] ?? ''),
    });
  }
  return found;
}

function readings(cell: string): readonly string[] {
  const plain = cell.replace(/ ?[(（].*[)）]/, '');
  return [cell.trim(), plain.trim(), ...plain.split(/[,，、]/).map((part) => part.trim())];
}
