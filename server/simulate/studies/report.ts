import { join } from 'node:path';
import { columns } from '../../lib/columns.ts';
import { writeWhole } from '../files.ts';
import { csvText } from '#shared/export/csvText.ts';
import { type Chart, svgOf } from './svg.ts';

/** A table of a study; its first column names the rows. */
export interface ReportTable {
  /** Name of its CSV file. */
  readonly id: string;
  readonly title: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** The findings of a study. */
export interface StudyReport {
  readonly title: string;
  /** What was played and how to read it, in sentences. */
  readonly about: readonly string[];
  readonly tables: readonly ReportTable[];
  readonly charts: readonly Chart[];
}

/** A report for the terminal. */
export function textOf({ title, about, tables }: StudyReport): string {
  const parts = tables.map((table) => `${table.title}\n\n${columns([table.head, ...table.rows])}`);
  return [`${title}\n${'='.repeat(title.length)}`, about.join('\n'), ...parts].join('\n\n');
}

/** A report as a chapter of a Markdown page; links charts from `folder`. */
export function markdownOf({ title, about, tables, charts }: StudyReport, folder: string): string {
  const parts = tables.map((table) => `**${table.title}**\n\n${markdownTable(table)}`);
  const pictures = charts.map((chart) => `![${chart.title}](${folder}/${chart.id}.svg)`);
  const shown = pictures.length === 0 ? [] : [pictures.join('\n')];
  return [`## ${title}`, about.join(' '), ...parts, ...shown].join('\n\n');
}

function markdownTable({ head, rows }: ReportTable): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), `|${head.map(() => '---').join('|')}|`, ...rows.map(line)].join('\n');
}

/** Writes a report into a directory: `report.txt`, one CSV per table, one SVG per chart. */
export function writeReport(directory: string, report: StudyReport): void {
  writeWhole(join(directory, 'report.txt'), `${textOf(report)}\n`);
  for (const { id, head, rows } of report.tables)
    writeWhole(join(directory, `${id}.csv`), csvText([head, ...rows]));
  writeCharts(directory, report.charts);
}

/** Writes charts as SVG files. */
export function writeCharts(directory: string, charts: readonly Chart[]): void {
  for (const chart of charts) writeWhole(join(directory, `${chart.id}.svg`), svgOf(chart));
}

/** A share with two decimals and no leading zero: .27, 1.00. */
export function shareText(share: number): string {
  const text = Math.abs(share).toFixed(2).replace(/^0/, '');
  return share < -0.005 ? `−${text}` : text;
}

/** A difference of shares or points, with its sign. */
export function signedText(difference: number, digits = 2): string {
  const text = Math.abs(difference)
    .toFixed(digits)
    .replace(/^0(?=\.)/, '');
  return `${Number(difference.toFixed(digits)) < 0 ? '−' : '+'}${text}`;
}

/** Both endings as `good/predicament`. */
export function endingsText({
  governance,
  predicament,
}: {
  readonly governance: number;
  readonly predicament: number;
}): string {
  return `${shareText(governance)}/${shareText(predicament)}`;
}

/** A name as part of a file name. */
export function fileStem(...parts: readonly string[]): string {
  return parts.join('-').replaceAll(/[^a-z0-9]+/gi, '-');
}
