import type { Command } from 'commander';
import { joinCodeSchema } from '#shared/wire/api.ts';
import type { Config } from '../config.ts';
import { CommandFailed } from '../lib/commandFailed.ts';
import { wholeNumber } from '../lib/wholeNumber.ts';
import type { RehearsalWish } from '../rehearse/rehearse.ts';
import type { EventWish } from '../rehearse/rehearseEvent.ts';

interface RehearseFlags {
  readonly delegates: number;
  readonly drop: number;
  readonly badLink?: true;
  readonly within: number;
  readonly away: number;
  readonly think: number;
  readonly seed: number;
  readonly sessions: number;
  readonly event?: true;
  readonly tables: number;
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
    .option(
      '--event',
      'an event on a server of its own: many tables under one code, and one table alone before',
    )
    .option('--tables <n>', 'tables of the event, each with so many people', wholeNumber(1, 60), 30)
    .option('--scenario <id>', 'scenario on a server of its own', 'twelve-states')
    .option('--plan <id>', 'plan on a server of its own', '6x3')
    .option('--phase <s>', 'on a server of its own: length of talk, and of reveal', seconds, 4)
    .option('--decision <s>', 'on a server of its own: a decision is closed after so long', seconds, 60)
    .option('--json', 'print the numbers as JSON')
    .action(async (place: string | undefined, flags: RehearseFlags) => run(place, flags, config));
}

async function run(place: string | undefined, flags: RehearseFlags, config: Config): Promise<void> {
  if (flags.event === true && place !== undefined)
    throw new CommandFailed('An event is rehearsed on a server of its own: leave the address out.', 2);
  // Imported only here: the other commands need no network and start faster without it.
  const { ApiNo } = await import('../rehearse/api.ts');
  const wish = {
    ...flags,
    badLink: flags.badLink === true,
    withinMs: flags.within * 1000,
    awayMs: flags.away * 1000,
    thinkMs: flags.think * 1000,
    pace: { phaseMs: flags.phase * 1000, decisionMs: flags.decision * 1000 },
  };
  const tell = (sentence: string): void => console.error(sentence);
  try {
    const target = place === undefined ? null : targetOf(place, config.port);
    const done =
      flags.event === true ? await ofEvent(wish, tell) : await ofSessions({ ...wish, target }, tell);
    console.log(flags.json === true ? JSON.stringify(done.report) : done.text);
    if (!done.isGood) process.exitCode = 1;
  } catch (error) {
    if (error instanceof ApiNo) throw new CommandFailed(`The rehearsal stopped: ${error.message}.`);
    throw error;
  }
}

/** A rehearsal that is over: its numbers, the same in words, and whether a host can rely on them. */
interface Rehearsed {
  readonly report: object;
  readonly text: string;
  readonly isGood: boolean;
}

async function ofSessions(wish: RehearsalWish, tell: (sentence: string) => void): Promise<Rehearsed> {
  const { rehearse } = await import('../rehearse/rehearse.ts');
  const { isClean, reportText } = await import('../rehearse/report.ts');
  const report = await rehearse(wish, tell);
  return { report, text: reportText(report), isGood: isClean(report) };
}

async function ofEvent(wish: EventWish, tell: (sentence: string) => void): Promise<Rehearsed> {
  const { eventText, isWellFilled, rehearseEvent } = await import('../rehearse/rehearseEvent.ts');
  const { isClean, reportText } = await import('../rehearse/report.ts');
  const report = await rehearseEvent(wish, tell);
  const text = `${reportText(report)}\n${eventText(report)}`;
  return { report, text, isGood: isClean(report) && isWellFilled(report) };
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
