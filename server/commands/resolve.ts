import type { Command } from 'commander';
import { resolveScript } from '#shared/model/resolveScript.ts';
import { CommandFailed } from '../lib/commandFailed.ts';
import { jsonFrom } from '../lib/textFile.ts';

/** `crossroads resolve`: plays scripted rounds by the rules and prints every quantity after each. */
export function addResolve(program: Command): void {
  program
    .command('resolve')
    .description('play the scripted rounds of a file and print every quantity after every round, as JSON')
    .argument(
      '<file>',
      'a script (opening, orders and events by round), or a vector that holds one as `input`',
    )
    .option('--json', 'print as JSON (the only form there is)')
    .action((file: string) => {
      const given = jsonFrom(file);
      const input = typeof given === 'object' && given !== null && 'input' in given ? given.input : given;
      try {
        console.log(JSON.stringify(resolveScript(input), null, 1));
      } catch (error) {
        throw new CommandFailed(`${file}: ${error instanceof Error ? error.message : 'cannot be resolved'}.`);
      }
    });
}
