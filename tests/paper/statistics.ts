/** A mean with its 95 % confidence interval. */
export interface Estimate {
  readonly mean: number;
  readonly from: number;
  readonly to: number;
}

/** The 97.5 % point of the normal distribution. */
const NORMAL = 1.959964;

/** The 97.5 % point of Student's distribution, by its expansion around the normal one; good to three digits from three degrees on. */
export function studentPoint(freedom: number): number {
  const z = NORMAL;
  const powers = [
    (z ** 3 + z) / 4,
    (5 * z ** 5 + 16 * z ** 3 + 3 * z) / 96,
    (3 * z ** 7 + 19 * z ** 5 + 17 * z ** 3 - 15 * z) / 384,
  ];
  return powers.reduce((sum, term, index) => sum + term / freedom ** (index + 1), z);
}

/** Arithmetic mean; NaN of no numbers. */
export function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Standard deviation of a sample around its mean. */
export function deviationOf(values: readonly number[]): number {
  const mean = meanOf(values);
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return Math.sqrt(squares / Math.max(1, values.length - 1));
}

/** Mean of numbers of any distribution, by Student's distribution: for paired differences. */
export function estimateMean(values: readonly number[]): Estimate {
  const reach =
    (studentPoint(Math.max(1, values.length - 1)) * deviationOf(values)) / Math.sqrt(values.length);
  return around(meanOf(values), reach);
}

/**
 * A share of yes (1) among yes and no (0), by the interval of Agresti and Coull: two imagined observations of each kind keep the
 * interval above zero width if all games agree.
 */
export function estimateShare(values: readonly number[]): Estimate {
  const count = values.length + NORMAL ** 2;
  const share = (values.reduce((sum, value) => sum + value, 0) + NORMAL ** 2 / 2) / count;
  const reach = NORMAL * Math.sqrt((share * (1 - share)) / count);
  return { mean: meanOf(values), from: Math.max(0, share - reach), to: Math.min(1, share + reach) };
}

/**
 * A difference of two shares in the same seeds (each −1, 0 or 1), by the interval of Agresti and Min: half an imagined pair of each
 * kind.
 */
export function estimateShareDifference(differences: readonly number[]): Estimate {
  const count = differences.length + 2;
  const mean = differences.reduce((sum, value) => sum + value, 0) / count;
  const square = (differences.reduce((sum, value) => sum + value ** 2, 0) + 1) / count;
  const reach = NORMAL * Math.sqrt((square - mean ** 2) / count);
  return { ...around(mean, reach), mean: meanOf(differences) };
}

/** A difference of the means of two groups of games that are not paired, by Welch. */
export function estimateGroups(low: readonly number[], high: readonly number[]): Estimate {
  const parts = [low, high].map((group) => deviationOf(group) ** 2 / group.length);
  const spread = parts.reduce((sum, part) => sum + part, 0);
  const scale = [low, high].reduce(
    (sum, group, index) => sum + (parts[index] ?? 0) ** 2 / Math.max(1, group.length - 1),
    0,
  );
  const freedom = scale > 0 ? spread ** 2 / scale : low.length + high.length - 2;
  return around(meanOf(high) - meanOf(low), studentPoint(freedom) * Math.sqrt(spread));
}

function around(mean: number, reach: number): Estimate {
  return { mean, from: mean - reach, to: mean + reach };
}
