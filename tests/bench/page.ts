import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type BenchResult, resultsFolder } from './results.ts';

const page = join(import.meta.dirname, '../../docs/performance.md');

const head = `# Performance

Made by \`npm run bench all -- --write\` (about ten minutes); do not edit by hand. What each bench measures, against what, and how it is set up stands in [tests/bench/README.md](../tests/bench/README.md). Times of one machine say little: read the ratios, each measured in one run against a reference beside it, and mind the load of the machine.
`;

/** Writes the page of all figures from the existing results, one section per bench. */
export function writePage(): void {
  const files = readdirSync(resultsFolder).filter((file) => file.endsWith('.json'));
  const sections = files.toSorted().flatMap((file) => {
    const result: Partial<BenchResult> = JSON.parse(readFileSync(join(resultsFolder, file), 'utf8'));
    return result.rows === undefined ? [] : [sectionOf(file, result)];
  });
  writeFileSync(page, [head, ...sections].join('\n'));
}

function sectionOf(file: string, { title, bound, machine, rows = [] }: Partial<BenchResult>): string {
  const columns = Object.keys(rows[0] ?? {});
  const lines = [
    columns,
    columns.map(() => '---'),
    ...rows.map((row) => columns.map((key) => cell(row[key]))),
  ];
  const table = lines.map((line) => `| ${line.join(' | ')} |`).join('\n');
  return `## ${file.replace('.json', '')}

${title ?? ''}. To reach: ${bound ?? 'no bound'}.

${table}

${machine ?? ''}
`;
}

function cell(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? `${value}` : '';
}
