import { list, words } from '../../text/language.ts';

/** Tables that refused an act for one and the same reason. */
export interface Refused {
  readonly numbers: readonly number[];
  readonly sentence: string;
}

/** The refusals by their reason, so that a long list is a few lines. */
export function refusedFor(
  each: readonly { readonly number: number; readonly sentence: string }[],
): readonly Refused[] {
  const bySentence = Map.groupBy(each, ({ sentence }) => sentence);
  return [...bySentence].map(([sentence, tables]) => ({
    numbers: tables.map(({ number }) => number).toSorted((a, b) => a - b),
    sentence,
  }));
}

/** Numbers with what lies between three or more of a row left out: 1–4 and 7. */
export function runsOf(numbers: readonly number[]): readonly string[] {
  const runs: number[][] = [];
  for (const number of numbers) {
    const run = runs.at(-1);
    if (run?.at(-1) === number - 1) run.push(number);
    else runs.push([number]);
  }
  return runs.flatMap((run) => (run.length < 3 ? run.map(String) : [`${run[0]}–${run.at(-1)}`]));
}

/** Which tables refused, and why. */
export function refusedWords({ numbers, sentence }: Refused): string {
  return words.value.manyTables.acts.refused(numbers.length, list(runsOf(numbers)), sentence);
}
