import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sectionOf } from './page.ts';
import { type BenchResult, resultsFolder } from './results.ts';

const page = join(import.meta.dirname, '../../docs/capacity.md');

/** The people of the estimate, how many of them sit at a table, and how often one of them gives a command, s. */
const PEOPLE = 10_000;
const AT_A_TABLE = 12;
const ACTS_EVERY_S = 15;
/** The part of a core that is planned for: the rest is for deadlines, at which a table acts at once. */
const PLANNED = 0.5;

const head = `# Capacity

Made by \`npm run bench capacity\`, \`processes\` and \`events\`, and then \`npm run bench page -- --capacity\`; do not edit by hand. How each bench is set up stands in [tests/bench/README.md](../tests/bench/README.md). Servers, database, proxy and all people shared one machine of two cores, so the times of two servers are too long rather than too short: there is no second core for the second server.
`;

/** Writes the page on capacity from the results of its three benches; throws if one is missing. */
export function writeCapacityPage(): void {
  const capacity = resultOf('capacity');
  const processes = resultOf('processes');
  const events = resultOf('events');
  const titled = (title: string, result: BenchResult): string => sectionOf(title, result);
  const sections = [
    titled('One server with SQLite', capacity),
    titled('One and two servers with PostgreSQL', processes),
    titled('Two events at once, and a server that is killed', events),
    estimate({ ...capacity.figures, ...suffixed(processes.figures) }),
  ];
  writeFileSync(page, [head, ...sections].join('\n'));
}

function resultOf(name: string): BenchResult {
  const file = join(resultsFolder, `${name}.json`);
  if (!existsSync(file)) throw new Error(`first run: npm run bench ${name}`);
  const result: BenchResult = JSON.parse(readFileSync(file, 'utf8'));
  return result;
}

/** The figures of several servers, beside those of the same name of one. */
function suffixed(figures: BenchResult['figures'] = {}): Readonly<Record<string, number>> {
  return Object.fromEntries(Object.entries(figures).map(([name, value]) => [`${name}Shared`, value]));
}

/** What many people need, with the arithmetic. */
function estimate(figures: Readonly<Record<string, number>>): string {
  const figure = (name: string): number => figures[name] ?? Number.NaN;
  const [c, p, d] = ['cpuMsACommandShared', 'passedOnMsACommandShared', 'postgresMsACommandShared'].map(
    figure,
  );
  const [i, kb, bare] = ['idleMsAPersonSecond', 'kbATable', 'bareMb'].map(figure);
  if (!c || p === undefined || !d || i === undefined || !kb || !bare) throw new Error('a figure is missing');
  const tables = Math.ceil(PEOPLE / AT_A_TABLE);
  const commands = PEOPLE / ACTS_EVERY_S;
  const cores = (commands * (c + p) + PEOPLE * i) / 1000;
  const servers = Math.ceil(cores / PLANNED);
  const onOne = (PLANNED * 1000) / ((c + p) / ACTS_EVERY_S + i);
  const memoryMb = bare + (tables * kb) / 1024 / servers;
  const two = (value: number): string => value.toFixed(2);
  const whole = (value: number): string => Math.round(value).toLocaleString('en-GB');
  return `## What ${whole(PEOPLE)} people need

An estimate from the figures above, not a measurement. It assumes ${AT_A_TABLE} people at a table, one command of each in ${ACTS_EVERY_S} s, and ${100 * PLANNED} % of a core planned for; the rest is for deadlines, at which a table acts at once.

| what | how | comes to |
| --- | --- | --- |
| tables | ${whole(PEOPLE)} ÷ ${AT_A_TABLE} | ${whole(tables)} |
| commands a second | ${whole(PEOPLE)} ÷ ${ACTS_EVERY_S} | ${whole(commands)} |
| CPU of a command at the server that runs the table | measured at 200 a second, with PostgreSQL | ${two(c)} ms |
| CPU of passing it on, where the device reached another server | measured | ${two(p)} ms |
| CPU of a connected person who does nothing | measured | ${i.toFixed(3)} ms a second |
| cores of all servers | (${whole(commands)} × (${two(c)} + ${two(p)}) + ${whole(PEOPLE)} × ${i.toFixed(3)}) ÷ 1000 | ${two(cores)} |
| servers with a core each | ${two(cores)} ÷ ${PLANNED} | ${servers} |
| people on one server | ${1000 * PLANNED} ÷ ((${two(c)} + ${two(p)}) ÷ ${ACTS_EVERY_S} + ${i.toFixed(3)}) | ${whole(onOne)} |
| memory of each | ${whole(bare)} MB + ${whole(tables)} × ${whole(kb)} kB ÷ ${servers} | ${whole(memoryMb)} MB |
| a table, a person | measured with all connected | ${whole(kb)} kB, ${whole(kb / AT_A_TABLE)} kB |
| cores of PostgreSQL | ${whole(commands)} × ${two(d)} ÷ 1000 | ${two((commands * d) / 1000)} |
| connections to PostgreSQL | at most 10 for each server, and one | ${servers * 11} |

An event with all its tables is run by one server, so the largest event is as large as what one server bears.
`;
}
