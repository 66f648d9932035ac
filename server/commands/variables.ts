import type { Command } from 'commander';
import { type Variable, variables } from '../config.ts';
import { readTextFile, writeTextFile } from '../lib/textFile.ts';
import { CommandFailed } from '../lib/commandFailed.ts';

const BEGIN = '<!-- variables: made by crossroads variables --into FILE -->';
const END = '<!-- end of variables -->';

/** `crossroads variables`: every variable of the environment, as a table for the documentation. */
export function addVariables(program: Command): void {
  program
    .command('variables')
    .description('list every variable of the environment that the server reads')
    .option('--into <file>', 'write the table into a page, between its two marks')
    .action(({ into }: { readonly into?: string }) => {
      if (into === undefined) return console.log(variableTable());
      writeTextFile(into, withVariables(readTextFile(into), into));
      console.log(`${into}: ${variables().length} variables.`);
    });
}

/** The page with the current table in it. Fails with a sentence if the page has no place for it. */
export function withVariables(page: string, name: string): string {
  const [begin, end] = [page.indexOf(BEGIN), page.indexOf(END)];
  if (begin < 0 || end < begin)
    throw new CommandFailed(`${name} has no line "${BEGIN}" with "${END}" after it.`);
  return `${page.slice(0, begin)}${BEGIN}\n\n${variableTable()}\n\n${page.slice(end)}`;
}

function variableTable(): string {
  const rows = variables().map(rowOf);
  return ['| variable | value | by default | what it does |', '| --- | --- | --- | --- |', ...rows].join(
    '\n',
  );
}

function rowOf({ name, what, standard, means }: Variable): string {
  return `| \`${name}\` | ${what} | ${standard === null ? '' : `\`${standard}\``} | ${means} |`;
}
