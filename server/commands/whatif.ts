import type { Command } from 'commander';
import { at } from '#shared/lib/at.ts';
import type { Order } from '#shared/model/actions.ts';
import type { SessionLog } from '#shared/log/line.ts';
import { replay } from '#shared/log/replay.ts';
import {
  type Branch,
  branchAsRecorded,
  type BranchFault,
  type BranchChange,
  forkAfter,
} from '#shared/run/branch.ts';
import { fan, type FanPair, type FanSide, type FanSummary, fanSummary, spansZero } from '#shared/run/fan.ts';
import { type CharacterFit, fitCharacters } from '#shared/run/fit.ts';
import type { SessionState } from '#shared/session/vocabulary/state.ts';
import { columns } from '../lib/columns.ts';
import { CommandFailed } from '../lib/commandFailed.ts';
import { wholeNumber } from '../lib/wholeNumber.ts';
import { sha256 } from '../store/digest.ts';
import { readPlayableLog } from './logFile.ts';
import { orderNamed } from './orderNamed.ts';
import { shown } from './roundTable.ts';

interface WhatIfOptions {
  readonly round: number;
  readonly order: readonly string[];
  readonly runs: number;
  readonly json?: true;
}

/** `crossroads whatif`: plays a recorded session on with other orders in one round, and says what that would have made of it. */
export function addWhatIf(program: Command): void {
  program
    .command('whatif')
    .description('play a recorded session on with other orders in one round')
    .argument('<file>', 'a log (.jsonl or .jsonl.zst)')
    .requiredOption('--round <n>', 'the round in which something is different', wholeNumber(1, 1000))
    .option(
      '--order <seat=card>',
      'what a seat orders instead, such as meridia=hold or aurelia=dialogue:concordia,meridia; may be given again',
      (text: string, before: readonly string[]) => [...before, text],
      [],
    )
    .option(
      '--runs <n>',
      'continuations by bots with fresh dice, of the record and of the change; 0 leaves them out',
      wholeNumber(0, 2000),
      200,
    )
    .option('--json', 'print as JSON, in millionths')
    .action(async (file: string, options: WhatIfOptions) => {
      const log = readPlayableLog(file);
      const change = changeOf(log, options);
      const branch = branched(branchAsRecorded(log, change, sha256));
      const { states } = replay(log);
      const recorded = at(states, states.length - 1);
      const fits = options.runs === 0 ? [] : fitCharacters(log);
      const summary = options.runs === 0 ? null : await fanOf(log, change, fits, options.runs);
      const found = { change, recorded, branch, fits, summary };
      console.log(options.json === true ? jsonOf(found) : textOf(found));
    });
}

interface Found {
  readonly change: BranchChange;
  readonly recorded: SessionState;
  readonly branch: Branch;
  readonly fits: readonly (readonly CharacterFit[])[];
  readonly summary: FanSummary | null;
}

function changeOf(log: SessionLog, { round, order }: WhatIfOptions): BranchChange {
  const seats = log.header.scenario.seats.map(({ id }) => id);
  if (order.length === 0) throw new CommandFailed('Say what is different, such as --order meridia=hold.', 2);
  const orders: Record<string, Order> = {};
  for (const text of order) {
    const [seat = '', card = ''] = text.split('=', 2);
    if (!seats.includes(seat))
      throw new CommandFailed(`There is no seat "${seat}". Choose from ${seats.join(', ')}.`, 2);
    orders[seat] = orderNamed(card, seats);
  }
  return { round, orders };
}

function branched<Made extends object>(found: Made | BranchFault): Made {
  if (!isFault(found)) return found;
  if (found.code === 'roundNotPlayed') throw new CommandFailed('The record has not resolved that round.');
  throw new CommandFailed(`The rules refuse the order of ${found.seat}: ${found.refusal}.`);
}

function isFault(found: object | BranchFault): found is BranchFault {
  return 'code' in found;
}

async function fanOf(
  log: SessionLog,
  change: BranchChange,
  fits: Found['fits'],
  count: number,
): Promise<FanSummary> {
  const pairs: FanPair[] = [];
  const input = {
    record: branched(forkAfter(log, { ...change, orders: {} }, sha256)).session,
    branch: branched(forkAfter(log, change, sha256)).session,
    characters: fits.map((fit) => at(fit, 0).character),
    talk: false,
    count,
  };
  for await (const pair of fan(input)) pairs.push(pair);
  return fanSummary(pairs);
}

function textOf({ change, recorded, branch, fits, summary }: Found): string {
  const { state } = branch.session;
  const orders = Object.entries(change.orders).map(([seat, { action }]) => `${seat} ${action}`);
  const rows = recorded.rounds.map(({ round, indicators }, index) => {
    const other = state.rounds[index]?.indicators ?? indicators;
    return [
      String(round),
      shown(indicators.direction),
      shown(other.direction),
      signed(other.direction - indicators.direction),
    ];
  });
  const dial = columns([['round', 'dial as recorded', 'dial with the change', 'difference'], ...rows]);
  const left = branch.leftOut.map(
    ({ seq, command, refusal }) =>
      `line ${seq}: ${command === 'sealOrders' ? 'an order became hold' : `${command} was left out`} (${refusal})`,
  );
  return [
    `Round ${change.round}: ${orders.join(', ')}; everybody else as recorded.`,
    dial,
    `The world ends in ${state.world.stage}; as recorded, in ${recorded.world.stage}.`,
    ...(left.length === 0 ? [] : [`What the changed world did not allow:\n${left.join('\n')}`]),
    ...(summary === null ? [] : [fanText(recorded, fits, summary)]),
  ].join('\n\n');
}

function fanText(recorded: SessionState, fits: Found['fits'], summary: FanSummary): string {
  const { pairs, record, branch, difference } = summary;
  const played = recorded.seats.map(({ id, bot }, seat) => {
    const used = fits[seat]?.find(({ character }) => bot === null || character === bot);
    return [id, used?.character ?? '', used === undefined ? '' : `${Math.round(100 * used.agreement)} %`];
  });
  const { mean, low, high } = difference;
  const says = spansZero(summary)
    ? 'This change alone would probably not have mattered.'
    : 'The interval leaves out zero: this change would probably have mattered.';
  return [
    `${pairs} continuations of each with fresh dice, each seat played by its bot, or by the character that explains its cards best:`,
    columns([['seat', 'played by', 'explains'], ...played]),
    columns([
      ['end of the dial', '5 %', '25 %', '50 %', '75 %', '95 %', 'endings'],
      sideRow('as recorded', record),
      sideRow('with the change', branch),
    ]),
    `Difference of the dial at the end: ${signed(mean)} on average, with 95 % between ${signed(low)} and ${signed(high)}. ${says}`,
  ].join('\n\n');
}

function sideRow(name: string, { bands, endings }: FanSide): readonly string[] {
  const last = bands.at(-1) ?? [];
  const ends = Object.entries(endings).map(([stage, share]) => `${stage} ${Math.round(100 * share)} %`);
  return [name, ...last.map(shown), ends.join(', ')];
}

function signed(micro: number): string {
  return `${micro < 0 ? '−' : '+'}${shown(Math.abs(micro))}`;
}

function jsonOf({ change, recorded, branch, fits, summary }: Found): string {
  const dial = ({ rounds }: SessionState): readonly number[] =>
    rounds.map(({ indicators }) => indicators.direction);
  return JSON.stringify({
    change,
    recorded: { dial: dial(recorded), stage: recorded.world.stage },
    branch: {
      dial: dial(branch.session.state),
      stage: branch.session.state.world.stage,
      head: branch.session.headHash,
    },
    leftOut: branch.leftOut,
    characters: fits.map((fit) => fit[0] ?? null),
    fan: summary,
  });
}
