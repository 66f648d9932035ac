import { type Command, Option } from 'commander';
import { at } from '#shared/lib/at.ts';
import type { SessionLog } from '#shared/log/line.ts';
import { replay } from '#shared/log/replay.ts';
import { forkAfter } from '#shared/run/branch.ts';
import { botsAsTheyWere, branchOf } from '#shared/run/branchOf.ts';
import type { BranchFault } from '#shared/run/branchPlan.ts';
import { fan, type FanPair, type FanSummary, fanSummary } from '#shared/run/fan.ts';
import { castBy, fitCharacters } from '#shared/run/fit.ts';
import { type BranchChange, lastChangedRound } from '#shared/session/vocabulary/branching.ts';
import { CommandFailed } from '../lib/commandFailed.ts';
import { wholeNumber } from '../lib/wholeNumber.ts';
import { sha256 } from '../store/digest.ts';
import { readPlayableLog } from './logFile.ts';
import { typedChange, type ChangeOptions, faultText } from './whatIfChange.ts';
import { type BranchFound, branchJson, branchText } from './whatIfText.ts';
import { branchesIn, keepBranch, logUnder } from './whatIfTree.ts';

interface WhatIfOptions extends ChangeOptions {
  readonly runs: number;
  readonly tree?: string;
  readonly under?: string;
  readonly name?: string;
  readonly json?: true;
}

/** `crossroads whatif`: plays a recorded session on with a change, and says what that would have made of it. */
export function addWhatIf(program: Command): void {
  const whatif = program
    .command('whatif')
    .description('play a recorded session on with a change in one round')
    .argument('<file>', 'a log (.jsonl or .jsonl.zst)')
    .requiredOption('--round <n>', 'the round in which something is different', wholeNumber(1, 1000));
  const more: readonly (readonly [flags: string, about: string])[] = [
    ['--order <seat=card>', 'what a seat orders instead, such as meridia=hold or aurelia=dialogue:concordia'],
    ['--keep <seat>', 'a seat that broke a promise in the round keeps it'],
    ['--break <seat>', 'a seat that kept a promise in the round breaks it'],
    ['--unmade <id>', 'an agreement that nobody ever proposed, such as public-1'],
    ['--number <name=value>', 'a number of the rules, from the first round on'],
    ['--hand <round:seat=card>', 'what a seat orders in a later round'],
  ];
  for (const [flags, about] of more) whatif.option(flags, `${about}; may be given again`, gathered, []);
  whatif
    .option('--event <id>', 'what happens in the round instead: an event of the deck, or none')
    .option(
      '--runs <n>',
      'continuations by bots with fresh dice, of the record and of the change; 0 leaves them out',
      wholeNumber(0, 2000),
      200,
    )
    .addOption(
      new Option(
        '--others <how>',
        'how everybody goes on after the change: as recorded, or bots as they were',
      )
        .choices(['recorded', 'bots'])
        .default('recorded'),
    )
    .option('--tree <file>', 'a file of branches of this record; it is made if it does not exist')
    .option('--under <name>', 'begin from that branch of the file instead of the record')
    .option('--name <name>', 'keep the branch in the file under this name')
    .option('--json', 'print as JSON, in millionths')
    .action(answer);
}

function gathered(text: string, before: readonly string[]): readonly string[] {
  return [...before, text];
}

async function answer(file: string, options: WhatIfOptions): Promise<void> {
  const { tree, under, name, runs } = options;
  if (tree === undefined && (under !== undefined || name !== undefined))
    throw new CommandFailed('Say in which file the branches are: --tree FILE.', 2);
  const record = readPlayableLog(file);
  const branches = branchesIn(tree, record);
  const log = await logUnder(record, branches, under);
  const { states } = replay(log);
  const recorded = at(states, states.length - 1);
  const typed = typedChange(log, recorded, options);
  const isByBots = options.others === 'bots';
  const fits = runs === 0 && !isByBots ? [] : fitCharacters(log);
  const change = isByBots ? { ...typed, bots: botsAsTheyWere(recorded.seats, fits) } : typed;
  const branch = branched(await branchOf(log, change, sha256), log);
  const summary = runs === 0 ? null : await fanOf(log, change, fits, runs);
  const found = { change, recorded, branch, fits, summary };
  console.log(options.json === true ? branchJson(found) : branchText(found));
  if (tree !== undefined && name !== undefined)
    keepBranch(tree, { record, parent: log, branches }, { name, change, branch });
}

function branched<Made extends object>(found: Made | BranchFault, log: SessionLog): Made {
  if (!isFault(found)) return found;
  throw new CommandFailed(faultText(found, log));
}

function isFault(found: object | BranchFault): found is BranchFault {
  return 'code' in found;
}

async function fanOf(
  log: SessionLog,
  change: BranchChange,
  fits: BranchFound['fits'],
  count: number,
): Promise<FanSummary> {
  const pairs: FanPair[] = [];
  const unchanged = { round: lastChangedRound(change), orders: {} };
  const input = {
    record: branched(forkAfter(log, unchanged, sha256), log).session,
    branch: branched(forkAfter(log, change, sha256), log).session,
    cast: castBy(fits),
    talk: false,
    count,
  };
  for await (const pair of fan(input)) pairs.push(pair);
  return fanSummary(pairs);
}
