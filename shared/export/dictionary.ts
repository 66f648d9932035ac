import { tablesDeclared } from './allTables.ts';
import { fileOf } from './dataPackage.ts';
import type { FieldDeclared, TableDeclared } from './fields.ts';

/** The dictionary of all tables in both languages, as Markdown. */
export function dictionaryText(): string {
  const head = [
    '# Data dictionary · 数据字典',
    '',
    'Decimals have six places and are exact. An empty cell is a missing value. A text that would begin a formula has an apostrophe in front.',
    '',
    '小数保留 6 位，数值精确。空单元格表示缺失。可能被当作公式的文字前加了撇号。',
    '',
  ];
  return [...head, ...tablesDeclared.map(tableText)].join('\n');
}

function tableText(table: TableDeclared): string {
  const { title, row, fields, key, references } = table;
  return [
    `## ${title.en} · ${title.zh} (\`${fileOf(table)}\`)`,
    '',
    row.en,
    '',
    row.zh,
    '',
    `Primary key · 主键: ${listOf(key)}`,
    ...references
      .map((one) => `Refers to · 引用 \`${one.table}\`: ${listOf(one.fields)}`)
      .map((text) => `\n${text}`),
    '',
    '| field · 字段 | type · 类型 | range · 范围 | unit · 单位 | may be empty · 可为空 | meaning | 含义 |',
    '|---|---|---|---|---|---|---|',
    ...Object.entries(fields).map(([name, field]) => fieldText(name, field)),
    '',
  ].join('\n');
}

function listOf(names: readonly string[]): string {
  return names.map((name) => `\`${name}\``).join(', ');
}

const kinds: Readonly<Record<FieldDeclared['kind'], string>> = {
  text: 'text · 文本',
  whole: 'whole number · 整数',
  micro: 'decimal · 小数',
  time: 'time · 时间',
  yes: 'true/false · 是否',
};

function fieldText(
  name: string,
  { kind, meaning, unit = '', optional, words, ...range }: FieldDeclared,
): string {
  const within = words === undefined ? rangeText(range) : words.map((word) => `\`${word}\``).join(' ');
  const empty = optional === true ? 'yes · 是' : 'no · 否';
  return `| \`${name}\` | ${kinds[kind]} | ${within} | ${unit} | ${empty} | ${meaning.en} | ${meaning.zh} |`;
}

function rangeText({ least, most }: Pick<FieldDeclared, 'least' | 'most'>): string {
  if (least === undefined && most === undefined) return '';
  return `${least ?? ''} … ${most ?? ''}`;
}
