import type { Command } from 'commander';
import { at } from '#shared/lib/at.ts';
import { seekable } from '#shared/log/seek.ts';
import { explain, type Explanation, parseSubject, type Subject } from '#shared/model/explain.ts';
import { explainEquality } from '#shared/model/explainEquality.ts';
import type { Part } from '#shared/model/explainParts.ts';
import { unpackLedger } from '#shared/model/ledger.ts';
import type { SessionState } from '#shared/session/vocabulary/state.ts';
import { CommandFailed } from '../lib/commandFailed.ts';
import { readPlayableLog } from './logFile.ts';
import { wholeNumber } from '../lib/wholeNumber.ts';
import { columns } from '../lib/columns.ts';

interface WhyOptions {
  readonly round: number;
  readonly number: string;
  readonly json?: true;
}

const EXAMPLES =
  'trust:concordia:meridia, seat:threat:aurelia, pair:link:aurelia:meridia, world:regime, indicator:direction, path:technical, gap, equal or depth:1';

/** `crossroads why`: explains which parts changed a number in a round of a recorded session. */
export function addWhy(program: Command): void {
  program
    .command('why')
    .description('say what moved a number in a round of a recorded session, part by part')
    .argument('<file>', 'a log (.jsonl or .jsonl.zst)')
    .requiredOption('--round <n>', 'the round', wholeNumber(1, 1000))
    .requiredOption('--number <name>', `the number: ${EXAMPLES}`)
    .option('--json', 'print as JSON, in millionths')
    .action((file: string, options: WhyOptions) => {
      const state = lastStateOf(file);
      const explanation = explanationOf(state, options);
      if (options.json === true) console.log(JSON.stringify(jsonOf(state, options, explanation)));
      else console.log(textOf(state, options, explanation));
    });
}

function lastStateOf(file: string): SessionState {
  const log = readPlayableLog(file);
  try {
    return seekable(log).stateAt(log.lines.length);
  } catch {
    throw new CommandFailed(`${file} cannot be played back; crossroads verify says where it breaks.`);
  }
}

function explanationOf(state: SessionState, { round, number }: WhyOptions): Explanation {
  const subject = subjectOf(state, number);
  const record = state.rounds.find((one) => one.round === round);
  if (record === undefined)
    throw new CommandFailed(
      `The session has ${state.rounds.length} resolved rounds; there is no round ${round}.`,
    );
  if (subject.kind === 'equal')
    return explainEquality(
      state.basis.setting.seats,
      state.rounds[round - 2]?.payoffs ?? null,
      record.payoffs,
    );
  const before = at(state.roundStarts, round - 1);
  const after = state.roundStarts[round] ?? state.world;
  return explain(state.basis.setting, before, unpackLedger(record.ledger), after, subject);
}

function subjectOf(state: SessionState, number: string): Subject {
  const subject = parseSubject(number);
  if (subject === null)
    throw new CommandFailed(`"${number}" is not a number that can be asked about; try ${EXAMPLES}.`, 2);
  const seats = state.seats.map(({ id }) => id);
  const named = seatsIn(subject);
  const unknown = named.find((id) => !seats.includes(id));
  if (unknown !== undefined)
    throw new CommandFailed(`There is no seat "${unknown}". Choose from ${seats.join(', ')}.`, 2);
  if (named.length === 2 && named[0] === named[1])
    throw new CommandFailed(`"${number}" names the same seat twice.`, 2);
  return subject;
}

function seatsIn(subject: Subject): readonly string[] {
  if (subject.kind === 'trust') return [subject.of, subject.in];
  if (subject.kind === 'seat') return [subject.seat];
  return subject.kind === 'pair' ? [subject.a, subject.b] : [];
}

function jsonOf(state: SessionState, { round, number }: WhyOptions, explanation: Explanation): object {
  const parts = explanation.parts.map((part) => ({ ...part, author: authorOf(state, part) }));
  return { round, number, ...explanation, parts };
}

function authorOf(state: SessionState, { author }: Part): string | null {
  return author === undefined ? null : at(state.seats, author).id;
}

function textOf(state: SessionState, { round, number }: WhyOptions, explanation: Explanation): string {
  const { from, to, method, parts } = explanation;
  const title = `${number} in round ${round}: ${points(from)} → ${points(to)} (${signed(to - from)})`;
  const note =
    method === 'exact'
      ? 'The parts add up exactly.'
      : 'These do not add up by nature: shares by leaving each cause out, scaled to the whole.';
  const rows = parts.map((part) => [part.reason, byWhom(state, part), signed(part.delta)]);
  const sum = parts.reduce((total, { delta }) => total + delta, 0);
  const table = columns([['cause', 'by', 'points'], ...rows, ['sum', '', signed(sum)]]);
  return `${title}\n\n${table}\n\n${note}`;
}

function byWhom(state: SessionState, part: Part): string {
  const bloc = part.bloc === undefined ? '' : `bloc ${part.bloc}`;
  return [authorOf(state, part) ?? '', bloc].filter((text) => text !== '').join(', ');
}

/** A stored number as screens show it, with two decimals so that small parts are visible. */
function points(micro: number): string {
  return (micro / 10_000).toFixed(2);
}

function signed(micro: number): string {
  return `${micro < 0 ? '−' : '+'}${points(Math.abs(micro))}`;
}
