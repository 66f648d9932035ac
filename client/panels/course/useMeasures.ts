import type { SecurityMeasure } from '#shared/session/findings/kinds.ts';
import type { View } from '#shared/session/views/tableView.ts';
import type { ViewSource } from '../../source/viewSource.ts';
import { words } from '../../text/language.ts';
import { useKinds } from './useKinds.ts';

/** On which side of the line the orders of a resolved round are, by state; what is no measure is not in it. */
export type MeasureKinds = Readonly<Record<string, SecurityMeasure['kind']>>;

/** Moderate or across the line, for every measure of every resolved round; empty until it is known. */
export function useMeasures(view: View, source: ViewSource): (round: number) => MeasureKinds {
  const kinds = useKinds(view, source);
  return (round) => measuresIn(kinds?.trends[round]?.measures ?? []);
}

/** Measures by the state that took them. */
export function measuresIn(measures: readonly SecurityMeasure[]): MeasureKinds {
  return Object.fromEntries(measures.map(({ seat, kind }) => [seat, kind]));
}

/** The paper's word for the side of the line on which each of these measures is, each word once, with a count where it is needed. */
export function lineWords(measures: MeasureKinds, seats: readonly string[]): readonly string[] {
  const { mark, marked } = words.value.course.kinds;
  const found = seats.flatMap((seat) => measures[seat] ?? []);
  return (['moderate', 'pan'] as const).flatMap((kind) => {
    const count = found.filter((one) => one === kind).length;
    if (count === 0) return [];
    return [count === 1 && seats.length === 1 ? mark[kind] : marked(mark[kind], count)];
  });
}
