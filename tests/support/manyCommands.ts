import { writeSync } from 'node:fs';
import { join } from 'node:path';

/** What one command said, and the code it ended with. */
export interface Said {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

const cli = join(import.meta.dirname, '..', '..', 'server', 'cli.ts');

/** Runs a command in this process, as the launcher would in one of its own. */
async function said(words: readonly string[], number: number): Promise<Said> {
  const heard = { out: '', err: '' };
  const hear =
    (where: 'out' | 'err') =>
    (piece: unknown): boolean => {
      heard[where] += String(piece);
      return true;
    };
  process.stdout.write = hear('out');
  process.stderr.write = hear('err');
  console.log = (line: unknown) => void hear('out')(`${String(line)}\n`);
  console.error = (line: unknown) => void hear('err')(`${String(line)}\n`);
  process.argv = [process.execPath, 'crossroads', ...words];
  process.exitCode = 0;
  // The question mark makes the module run again each time.
  await import(`${cli}?${number}`);
  return { ...heard, code: exitCodeNow() };
}

function exitCodeNow(): number {
  return Number(process.exitCode ?? 0);
}

/** `node manyCommands.ts <list of word lists as JSON>` runs commands one after another and writes what they said as JSON. */
const [, script, list] = process.argv;
if (script === import.meta.filename && list !== undefined) {
  process.setMaxListeners(0);
  const commands: readonly (readonly string[])[] = JSON.parse(list);
  const all: Said[] = [];
  for (const [number, words] of commands.entries()) all.push(await said(words, number));
  writeSync(1, JSON.stringify(all));
  process.exit(0);
}
