import type { Command } from 'commander';
import { joinCodeSchema } from '#shared/wire/api.ts';
import type { Config } from '../config.ts';
import { CommandFailed } from '../lib/commandFailed.ts';
import { wholeNumber } from '../lib/wholeNumber.ts';

interface RehearseFlags {
  readonly delegates: number;
  readonly drop: number;
  readonly badLink?: true;
  readonly within: number;
  readonly away: number;
  readonly think: number;
  readonly seed: number;
  readonly sessions: number;
  readonly scenario: string;
  readonly plan: string;
  readonly phase: number;
  readonly decision: number;
  readonly json?: true;
}

/** `crossroads rehearse`: scripted people join a session over the real network protocol. */
export function addRehearse(program: Command, config: Config): void {
  const seconds = wholeNumber(0, 600);
  program
    .command('rehearse')
    .description('let scripted people join a session: practise hosting, or try what a server bears')
    .argument(
      '[url-or-code]',
      'the address people join by, or its code; without it a server of its own is hosted',
    )
    .option('--delegates <n>', 'people in the session', wholeNumber(1, 240), 12)
    .option(
      '--drop <n>',
      'how many of them lose their connection in the first decision',
      wholeNumber(0, 240),
      0,
    )
    .option('--bad-link', 'everybody has 300 ms there and back and 2 % loss')
    .option('--within <s>', 'all join within so many seconds', seconds, 10)
    .option('--away <s>', 'who drops out comes back after so many seconds', seconds, 20)
    .option('--think <s>', 'nobody thinks longer than that before acting', seconds, 4)
    .option('--seed <n>', 'the same seed gives the same people', wholeNumber(0, 2 ** 32 - 1), 1)
    .option('--sessions <n>', 'sessions on a server of its own', wholeNumber(1, 50), 1)
    .option('--scenario <id>', 'scenario on a server of its own', 'twelve-states')
    .option('--plan <id>', 'plan on a server of its own', '6x3')
    .option('--phase <s>', 'on a server of its own: length of talk, and of reveal', seconds, 4)
    .option('--decision <s>', 'on a server of its own: a decision is closed after so long', seconds, 60)
    .option('--json', 'print the numbers as JSON')
    .action(async (place: string | undefined, flags: RehearseFlags) => run(place, flags, config));
}

async function run(place: string | undefined, flags: RehearseFlags, config: Config): Promise<void> {
  // Imported only here: the other commands need no network and start faster without it.
  const [{ rehearse }, { ApiNo }, { isClean, reportText }] = await Promise.all([
    import('../rehearse/rehearse.ts'),
    import('../rehearse/api.ts'),
    import('../rehearse/report.ts'),
  ]);
  const target = place === undefined ? null : targetOf(place, config.port);
  try {
    const report = await rehearse(
      {
        ...flags,
        target,
        badLink: flags.badLink === true,
        withinMs: flags.within * 1000,
        awayMs: flags.away * 1000,
        thinkMs: flags.think * 1000,
        pace: { phaseMs: flags.phase * 1000, decisionMs: flags.decision * 1000 },
      },
      (sentence) => console.error(sentence),
    );
    console.log(flags.json === true ? JSON.stringify(report) : reportText(report));
    if (!isClean(report)) process.exitCode = 1;
  } catch (error) {
    if (error instanceof ApiNo) throw new CommandFailed(`The rehearsal stopped: ${error.message}.`);
    throw error;
  }
}

/** The server and code in what the user pasted: an address that ends in a code, or the code of a session on this computer. */
function targetOf(place: string, port: number): { readonly origin: string; readonly code: string } {
  const url = URL.parse(place.includes('://') ? place : `http://127.0.0.1:${port}/${place}`);
  const code = joinCodeSchema.safeParse(place);
  if (url === null || !code.success) {
    throw new CommandFailed(
      `"${place}" is neither an address to join by, such as http://192.168.1.5:2567/ABC234, nor a code.`,
      2,
    );
  }
  return { origin: url.origin, code: code.data };
}
