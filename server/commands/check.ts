import type { Command } from 'commander';
import { checkScenario } from '#shared/scenario/check.ts';
import { toldFault } from '#shared/scenario/faultWords.ts';
import { jsonFrom } from '../lib/textFile.ts';

/** `crossroads check`: lists the faults of a scenario file in plain sentences. */
export function addCheck(program: Command): void {
  program
    .command('check')
    .description('say what is wrong with a scenario file')
    .argument('<file>', 'a scenario (.json)')
    .option('--json', 'print the faults as JSON')
    .action((file: string, options: { readonly json?: true }) => {
      const checked = checkScenario(jsonFrom(file));
      const faults = checked.ok ? [] : checked.failure.map((fault) => toldFault(fault));
      if (options.json === true) console.log(JSON.stringify({ ok: checked.ok, faults }));
      else if (checked.ok) {
        const { seats, plans, id } = checked.value;
        const ids = plans.map((plan) => plan.id).join(', ');
        console.log(`${file}: a sound scenario, "${id}", ${seats.length} seats, plans ${ids}.`);
      } else {
        for (const { path, message, suggestion } of faults) {
          const place = path === '' ? file : `${file}: ${path}`;
          console.log(`${place}: ${message}${suggestion === null ? '' : ` ${suggestion}`}`);
        }
        console.log(`${faults.length} fault${faults.length === 1 ? '' : 's'}.`);
      }
      if (!checked.ok) process.exitCode = 1;
    });
}
