import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type BenchResult, resultsFolder } from './results.ts';

const page = join(import.meta.dirname, '../../docs/performance.md');

const head = `# Performance

Made by \`npm run bench all -- --write\` (about ten minutes), or one bench at a time with \`--write\`; do not edit by hand. What each bench measures, against what, and how it is set up stands in [tests/bench/README.md](../tests/bench/README.md). Times of one machine say little: read the ratios, each measured in one run against a reference beside it, and mind the load of the machine. How many people one server and several bear stands in [capacity.md](capacity.md).
`;

/** Benches whose figures stand in `docs/capacity.md` alone. */
const ofManyPeople = ['processes', 'events'];

/**
 * Writes the page of all figures, one section per bench: from the existing results, and where there is none the section stays as it
 * is.
 */
export function writePage(): void {
  const sections = sectionsOf(readFileSync(page, 'utf8'));
  for (const file of readdirSync(resultsFolder).filter((name) => name.endsWith('.json'))) {
    const result: Partial<BenchResult> = JSON.parse(readFileSync(join(resultsFolder, file), 'utf8'));
    const name = file.replace('.json', '');
    if (result.rows !== undefined && !ofManyPeople.includes(name))
      sections.set(name, sectionOf(name, result));
  }
  const inOrder = [...sections].toSorted(([a], [b]) => (a < b ? -1 : 1));
  writeFileSync(page, [head, ...inOrder.map(([, section]) => section)].join('\n'));
}

/** The sections of the page as it is, by name. */
function sectionsOf(text: string): Map<string, string> {
  const [, ...sections] = text.split('\n## ');
  return new Map(
    sections.map((section) => [section.slice(0, section.indexOf('\n')), `## ${section.trimEnd()}\n`]),
  );
}

/** The section of one bench: its title, bound, table and machine. */
export function sectionOf(name: string, { title, bound, machine, rows = [] }: Partial<BenchResult>): string {
  const columns = Object.keys(rows[0] ?? {});
  const lines = [
    columns,
    columns.map(() => '---'),
    ...rows.map((row) => columns.map((key) => cell(row[key]))),
  ];
  const table = lines.map((line) => `| ${line.join(' | ')} |`).join('\n');
  return `## ${name}

${title ?? ''}. To reach: ${bound ?? 'no bound'}.

${table}

${machine ?? ''}
`;
}

function cell(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? `${value}` : '';
}
