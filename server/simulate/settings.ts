import { type NumberRange, rangeOf } from '#shared/model/numberRanges.ts';
import { REFERENCE_PARAMETERS, type Parameters, governanceRules } from '#shared/model/parameters.ts';
import { nearest } from '#shared/scenario/nearest.ts';
import { CommandFailed } from '../lib/commandFailed.ts';

/** Values of rule parameters by name, such as `{lambda: 3, 'cost.commit': 0.05}`. */
export type Settings = Readonly<Record<string, number | boolean | string>>;

/** One swept parameter with its values. */
export interface Sweep {
  readonly parameter: string;
  readonly values: readonly number[];
}

const MOST_SWEPT = 1000;
/** Parameters of the plan; they have options of their own. */
const OF_THE_PLAN: readonly string[] = ['rounds', 'steps'];

const known: readonly string[] = [
  ...Object.keys(REFERENCE_PARAMETERS).filter((name) => name !== 'cost' && !OF_THE_PLAN.includes(name)),
  ...Object.keys(REFERENCE_PARAMETERS.cost).map((action) => `cost.${action}`),
];

/** Parses repeated `parameter=value`. Fails with one sentence. */
export function parseSettings(texts: readonly string[]): Settings {
  return Object.fromEntries(texts.map(parseSetting));
}

function parseSetting(text: string): readonly [string, number | boolean | string] {
  const { name, value } = halves(text, 'lambda=2');
  if (name === 'governanceMarks') {
    const rule = governanceRules.find((one) => one === value);
    if (rule !== undefined) return [name, rule];
    throw new CommandFailed(`"${name}" is ${governanceRules.join(' or ')}, not "${value}".`, 2);
  }
  if (typeof valueIn(REFERENCE_PARAMETERS, name) === 'boolean') {
    if (value === 'true' || value === 'false') return [name, value === 'true'];
    throw new CommandFailed(`"${name}" is true or false, not "${value}".`, 2);
  }
  return [name, fitting(name, numberIn(value, text))];
}

/** Parses repeated `parameter=from:to:count`. Fails with one sentence. */
export function parseSweeps(texts: readonly string[]): readonly Sweep[] {
  const sweeps = texts.map(parseSweep);
  const twice = sweeps.find(({ parameter }, k) => sweeps.findIndex((one) => one.parameter === parameter) < k);
  if (twice !== undefined) throw new CommandFailed(`"${twice.parameter}" is swept twice.`, 2);
  const cells = sweeps.reduce((product, { values }) => product * values.length, 1);
  if (cells > MOST_SWEPT)
    throw new CommandFailed(`That sweep has ${cells} cells; at most ${MOST_SWEPT} are possible.`, 2);
  return sweeps;
}

function parseSweep(text: string): Sweep {
  const { name, value } = halves(text, 'lambda=2:3:5');
  if (typeof valueIn(REFERENCE_PARAMETERS, name) !== 'number')
    throw new CommandFailed(`"${name}" is no number and cannot be swept.`, 2);
  const [from, to, count, ...more] = value.split(':').map((part) => numberIn(part, text));
  const isWhole = count !== undefined && Number.isInteger(count) && count >= 2 && count <= MOST_SWEPT;
  if (from === undefined || to === undefined || !isWhole || more.length > 0)
    throw new CommandFailed(
      `"${text}" is not a sweep; write parameter=from:to:count, such as lambda=2:3:5.`,
      2,
    );
  const step = (to - from) / (count - 1);
  const rounded = (x: number) => Math.round(x * 1e9) / 1e9;
  const values = Array.from({ length: count }, (_, k) => fitting(name, rounded(from + k * step)));
  return { parameter: name, values };
}

function halves(text: string, example: string): { readonly name: string; readonly value: string } {
  const [name = '', value, ...more] = text.split('=').map((part) => part.trim());
  if (value === undefined || value === '' || more.length > 0)
    throw new CommandFailed(`"${text}" is not a setting; write it like ${example}.`, 2);
  if (OF_THE_PLAN.includes(name))
    throw new CommandFailed(`"${name}" belongs to the plan; use --plan, or --rounds and --steps.`, 2);
  if (known.includes(name)) return { name, value };
  const near = nearest(name, known);
  const hint =
    near === null ? 'docs/sources.md and shared/model/numbers list them.' : `Did you mean "${near}"?`;
  throw new CommandFailed(`There is no parameter "${name}". ${hint}`, 2);
}

function numberIn(text: string, whole: string): number {
  const value = Number(text);
  if (text !== '' && Number.isFinite(value)) return value;
  throw new CommandFailed(`"${text}" in "${whole}" is not a number.`, 2);
}

/** The range of the one number that belongs to no pack: for how many rounds a stage needs its conditions. */
const CONFIRM: NumberRange = { from: 1, to: 5, isCount: true };

/** A value with which a game can be played. Fails with one sentence. */
function fitting(name: string, value: number): number {
  const { from, to, isCount } = name === 'confirm' ? CONFIRM : rangeOf(name);
  if (value >= from && value <= to && (!isCount || Number.isInteger(value))) return value;
  const kind = isCount ? 'a whole number' : 'a number';
  throw new CommandFailed(`"${name}" is ${kind} from ${from} to ${to}, not ${value}.`, 2);
}

function valueIn(parameters: Parameters, name: string): unknown {
  return Object.entries(parameters).find(([key]) => key === name)?.[1];
}

/** Parameters with some of them changed. */
export function withSettings(parameters: Parameters, settings: Settings): Parameters {
  const own = Object.entries(settings).filter(([name]) => !name.startsWith('cost.'));
  const costs = Object.entries(settings)
    .filter(([name]) => name.startsWith('cost.'))
    .map(([name, value]) => [name.slice('cost.'.length), value]);
  return {
    ...parameters,
    ...Object.fromEntries(own),
    cost: { ...parameters.cost, ...Object.fromEntries(costs) },
  };
}

/** Every combination of swept values, the last parameter changing fastest; one empty combination without a sweep. */
export function cellsOf(sweeps: readonly Sweep[]): readonly Readonly<Record<string, number>>[] {
  return sweeps.reduce<readonly Readonly<Record<string, number>>[]>(
    (cells, { parameter, values }) =>
      cells.flatMap((cell) => values.map((value) => ({ ...cell, [parameter]: value }))),
    [{}],
  );
}
