import type { Command } from 'commander';
import { at } from '#shared/lib/at.ts';
import { seekable } from '#shared/log/seek.ts';
import type { Order } from '#shared/model/actions.ts';
import type { RoundRecord, SessionState } from '#shared/session/vocabulary/state.ts';
import { CommandFailed } from '../lib/commandFailed.ts';
import { readPlayableLog } from './logFile.ts';
import { type MeasuredRound, measuredRounds, networkTables } from './networkTable.ts';
import { wholeNumber } from '../lib/wholeNumber.ts';
import { endingText, roundTable, shown, stagesOf } from './roundTable.ts';
import { columns } from '../lib/columns.ts';

interface ReplayOptions {
  readonly round?: number;
  readonly indicators?: true;
  readonly json?: true;
}

/** `crossroads replay`: prints the course of a recorded session, or one of its rounds. */
export function addReplay(program: Command): void {
  program
    .command('replay')
    .description('show the course of a recorded session, or one round of it')
    .argument('<file>', 'a log (.jsonl or .jsonl.zst)')
    .option('--round <n>', 'show only this round, with its orders', wholeNumber(1, 1000))
    .option('--indicators', 'the measures of network science after every round instead')
    .option('--json', 'print as JSON')
    .action((file: string, options: ReplayOptions) => {
      const state = lastStateOf(file);
      if (options.indicators === true) {
        showMeasures(measuredOf(state, options.round), options.json === true);
        return;
      }
      const rounds = options.round === undefined ? state.rounds : [roundOf(state, options.round)];
      if (options.json === true)
        console.log(JSON.stringify({ rounds: rounds.map(summary), phase: state.phase }));
      else if (options.round === undefined)
        console.log(`${roundTable(state, stagesOf(state))}\n\n${endingText(state)}`);
      else console.log(roundText(state, roundOf(state, options.round)));
    });
}

function measuredOf(state: SessionState, round: number | undefined): readonly MeasuredRound[] {
  const measured = measuredRounds(state);
  if (round === undefined) return measured;
  const record = roundOf(state, round);
  return measured.filter((one) => one.round === record.round);
}

function showMeasures(measured: readonly MeasuredRound[], asJson: boolean): void {
  console.log(asJson ? JSON.stringify({ rounds: measured }) : networkTables(measured));
}

function lastStateOf(file: string): SessionState {
  const log = readPlayableLog(file);
  try {
    return seekable(log).stateAt(log.lines.length);
  } catch {
    throw new CommandFailed(`${file} cannot be played back; crossroads verify says where it breaks.`);
  }
}

function roundOf(state: SessionState, round: number): RoundRecord {
  const record = state.rounds.find((one) => one.round === round);
  if (record === undefined)
    throw new CommandFailed(
      `The session has ${state.rounds.length} resolved rounds; there is no round ${round}.`,
    );
  return record;
}

function summary(record: RoundRecord): object {
  const { round, orders, indicators, payoffs, participation } = record;
  return {
    round,
    events: record.events.map(({ event }) => event),
    orders,
    indicators,
    payoffs,
    participation,
  };
}

function roundText(state: SessionState, record: RoundRecord): string {
  const rows = state.seats.map(({ id }, seat) => {
    const order: Order = record.orders[id] ?? { action: 'hold' };
    return [id, order.action, targetsOf(order), shown(at(record.payoffs, seat).total)];
  });
  const { direction, efficiency, meanTrust } = record.indicators;
  const sums = `dial ${shown(direction)}, connectivity ${shown(efficiency)}, trust ${shown(meanTrust)}`;
  const happened = record.events.map(({ event }) => event.id).join(', ');
  const title = `Round ${record.round}${happened === '' ? '' : ` (${happened})`}: ${sums}`;
  return `${title}\n\n${columns([['seat', 'order', 'towards', 'payoff'], ...rows])}`;
}

function targetsOf(order: Order): string {
  if ('targets' in order && order.targets !== undefined) return order.targets.join(', ');
  if ('pair' in order && order.pair !== undefined) return order.pair.join(' – ');
  return '';
}
