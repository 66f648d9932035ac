import type { Command } from 'commander';
import type { Mix } from '#shared/bots/mixes.ts';
import { at } from '#shared/lib/at.ts';
import type { LogLine } from '#shared/log/line.ts';
import { parseLog } from '#shared/log/parse.ts';
import { fitCharacters } from '#shared/run/fit.ts';
import { type DispositionId, dispositionIds } from '#shared/session/vocabulary/actors.ts';
import { scenarioById } from '#shared/scenario/packs.ts';
import { readTextFile, writeTextFile } from '../lib/textFile.ts';
import { wholeNumber } from '../lib/wholeNumber.ts';
import { betweenMarks } from './betweenMarks.ts';
import { playSession } from './playSession.ts';

const MARKS = {
  begin: '<!-- fits: made by crossroads fits --into FILE -->',
  end: '<!-- end of fits -->',
};

/** After so many rounds the characters are looked for. */
const ROUNDS = 6;
/** The longest table of the shipped scenarios with that many rounds. */
const [SCENARIO, PLAN] = ['twelve-states', '6x3'] as const;

/** The characters that are looked for: all that sit in a mix of people, and the two that do nothing or anything. */
const sought = dispositionIds.filter((id) => id !== 'look-ahead');
const evenly: Mix = sought.map((disposition) => ({ disposition, share: 1 / sought.length }));

/** A seat of a session by bots: its character, and the characters that explain its orders, the best first. */
export interface FoundSeat {
  readonly right: DispositionId;
  readonly found: readonly DispositionId[];
}

interface FitsOptions {
  readonly sessions: number;
  readonly from: number;
  readonly into?: string;
}

/** `crossroads fits`: how often the characters of known bots are found again from their orders. */
export function addFits(program: Command): void {
  program
    .command('fits')
    .description('find the characters of known bots again from their orders: a confusion matrix')
    .option('--sessions <n>', 'how many sessions', wholeNumber(1, 1000), 12)
    .option('--from <seed>', 'seed of the first one', wholeNumber(1, 1_000_000), 1)
    .option('--into <file>', 'write it into a page, between its two marks')
    .action(async ({ sessions, from, into }: FitsOptions) => {
      // A page that cannot take the table is told before minutes of play.
      if (into !== undefined) betweenMarks(readTextFile(into), into, MARKS, '');
      const seats: FoundSeat[] = [];
      for (let seed = from; seed < from + sessions; seed += 1) seats.push(...(await foundSeats(seed)));
      const text = fitsText(seats, sessions, from);
      if (into === undefined) return console.log(text);
      writeTextFile(into, betweenMarks(readTextFile(into), into, MARKS, text));
      console.log(`${into}: ${seats.length} seats.`);
    });
}

/** Plays a session of bots that negotiate, and looks for their characters after six rounds. */
export async function foundSeats(seed: number): Promise<readonly FoundSeat[]> {
  const scenario = scenarioById(SCENARIO);
  if (scenario === null) throw new Error(`no scenario ${SCENARIO}`);
  const played = await playSession({ scenario, plan: PLAN, seed, mix: evenly, talk: true });
  const log = parseLog(played.log);
  if (!log.ok) throw new Error(log.failure.what);
  const last = log.value.lines.findIndex(resolvesRound);
  const record = { ...log.value, lines: log.value.lines.slice(0, last + 1) };
  return fitCharacters(record).map((fits, seat) => ({
    right: at(played.state.seats, seat).bot ?? 'hold',
    found: fits.map(({ character }) => character),
  }));
}

function resolvesRound({ events }: LogLine): boolean {
  return events.some((event) => event.type === 'roundResolved' && event.round === ROUNDS);
}

/** The share of seats whose character is among the two that explain its orders best, 0 to 1. */
export function amongTwo(seats: readonly FoundSeat[]): number {
  return seats.filter(isAmongTwo).length / seats.length;
}

function isAmongTwo({ right, found }: FoundSeat): boolean {
  return found.slice(0, 2).includes(right);
}

function fitsText(seats: readonly FoundSeat[], sessions: number, from: number): string {
  const first = seats.filter(({ right, found }) => found[0] === right).length / seats.length;
  const names = dispositionIds.map((id) => `\`${id}\``);
  const rows = sought.map((right) => {
    const own = seats.filter((seat) => seat.right === right);
    const counts = dispositionIds.map((taken) => own.filter(({ found }) => found[0] === taken).length);
    const cells = [own.length, own.filter(isAmongTwo).length, ...counts];
    return `| \`${right}\` | ${cells.map((count) => (count === 0 ? '' : `${count}`)).join(' | ')} |`;
  });
  return [
    `${sessions} sessions of *${SCENARIO}* by bots that negotiate, ${seats.length} seats, seeds from ${from}. After ${ROUNDS} rounds the right character explained the orders best in ${percent(first)} of the seats, and was among the best two in ${percent(amongTwo(seats))}. Each row is a character, each column what it was taken for.`,
    '',
    `| character | seats | among two | ${names.join(' | ')} |`,
    `| --- |${' --- |'.repeat(names.length + 2)}`,
    ...rows,
  ].join('\n');
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}
