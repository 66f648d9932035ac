import { join } from 'node:path';
import { at } from '#shared/lib/at.ts';
import type { Plan } from '#shared/scenario/schema.ts';
import { openingTableOf } from '#shared/simulation/condition.ts';
import { meanOf, pointsOf, spreadOf } from '#shared/simulation/outcome.ts';
import type { GameRecord } from '#shared/simulation/record.ts';
import { CommandFailed } from '../../lib/commandFailed.ts';
import { readTextFile } from '../../lib/textFile.ts';
import { writeWhole } from '../files.ts';
import { conditionOf, type Lab, type Stand } from './lab.ts';
import { fileStem, type StudyReport } from './report.ts';

/** The average scores of the seats of one scenario and plan. */
export interface Pars {
  readonly stand: Stand;
  readonly seats: readonly { readonly id: string; readonly par: number; readonly spread: number }[];
  /** Mean score by seat after each round, and the dial's addition at the end of it. */
  readonly usual: NonNullable<Plan['usual']>;
  /** The share of score variance that the seat explains. */
  readonly explained: number;
}

/** Measures every seat's mean final score: mix CLASS, no talk, scarred as the scenario says, the deck as a session deals it. */
export async function parsOf(lab: Lab, stand: Stand): Promise<Pars> {
  const records = await lab.play(conditionOf(lab, stand, 'CLASS'), lab.games);
  const bySeat = stand.scenario.seats.map((_, seat) =>
    records.map(({ end }) => pointsOf(at(end.finalScores, seat))),
  );
  const between = spreadOf(bySeat.map(meanOf));
  const all = spreadOf(bySeat.flat());
  return {
    stand,
    usual: usualOf(stand, records),
    explained: (between * between) / (all * all),
    seats: stand.scenario.seats.map(({ id }, seat) => {
      const scores = at(bySeat, seat);
      return { id, par: tenth(meanOf(scores)), spread: tenth(spreadOf(scores)) };
    }),
  };
}

function usualOf(stand: Stand, records: readonly GameRecord[]): Pars['usual'] {
  const { legacy } = openingTableOf(stand.table, 1).setting.parameters;
  const rounds = Array.from({ length: stand.plan.rounds }, (_, k) => k);
  const scoreAfter = ({ rounds: played }: GameRecord, seat: number, last: number) =>
    played.slice(0, last + 1).reduce((sum, { payoffs }) => sum + pointsOf(at(payoffs, seat)), 0);
  const scores = stand.scenario.seats.map(({ id }, seat): readonly [string, number[]] => [
    id,
    rounds.map((k) => tenth(meanOf(records.map((record) => scoreAfter(record, seat, k))))),
  ]);
  const added = (k: number) =>
    meanOf(records.map((record) => pointsOf(at(record.rounds, k).indicators.direction)));
  return { scores: Object.fromEntries(scores), legacy: rounds.map((k) => tenth(legacy * added(k))) };
}

function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}

/** Pars as a report, with one table per scenario and plan. */
export function parsReport(lab: Lab, measured: readonly Pars[]): StudyReport {
  return {
    title: 'Pars',
    about: [
      `Mean final score of each seat in points and the spread of one game: mix CLASS, no talk, ${lab.games} games.`,
    ],
    tables: measured.map(({ stand, seats, explained }) => ({
      id: fileStem('pars', stand.name),
      title: `${stand.name} (the seat explains ${explained.toFixed(2)} of the variance)`,
      head: ['seat', 'par', 'spread'],
      rows: seats.map(({ id, par, spread }) => [id, par.toFixed(1), spread.toFixed(1)]),
    })),
    charts: [],
  };
}

/** The folder of the shipped scenarios. */
const packs = join(import.meta.dirname, '..', '..', '..', 'shared', 'scenario', 'packs');

/** Writes measured pars into the file of a shipped scenario and returns its name. Fails if there is none. */
export function writePars({ stand, seats, usual }: Pars): string {
  const file = join(packs, `${stand.scenario.id}.json`);
  const pars = Object.fromEntries(seats.map(({ id, par }) => [id, par]));
  const text = withPars(readTextFile(file), stand.plan.id, pars, usual);
  if (text === null) throw new CommandFailed(`${file} has no pars for the plan ${stand.plan.id}.`);
  writeWhole(file, text);
  return file;
}

/** The text of a scenario file with new pars for one plan and everything else unchanged; null if the plan is not found. */
export function withPars(
  text: string,
  plan: string,
  pars: Readonly<Record<string, number>>,
  usual: Pars['usual'],
): string | null {
  const begin = text.indexOf(`"id": "${plan}"`);
  if (begin < 0) return null;
  const found =
    /^([ \t]*)"pars": (?:null|\{[^}]*\})(?:,\s*"usual":\s*\{\s*"scores":\s*\{[^}]*\},\s*"legacy":\s*\[[^\]]*\]\s*\})?/m.exec(
      text.slice(begin),
    );
  if (found === null) return null;
  const [old, indent = ''] = found;
  const lines = Object.entries(pars).map(([id, par]) => `${indent}  "${id}": ${par}`);
  const place = begin + found.index;
  return `${text.slice(0, place)}${indent}"pars": {\n${lines.join(',\n')}\n${indent}},\n${indent}"usual": ${JSON.stringify(usual)}${text.slice(place + old.length)}`;
}
