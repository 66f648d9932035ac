import { type Assumption, assumptionKinds, type Preview } from '#shared/model/preview.ts';
import { tenths, type Tenths } from '#shared/session/views/tenths.ts';

const before = ['youNow', 'youTwoRounds', 'world'] as const;
const last = ['youNow', 'worldNow'] as const;
type Line = (typeof before)[number] | (typeof last)[number];

/** One row of the forecast in tenths: a figure for each column. */
export interface ForecastRow {
  readonly line: Line;
  readonly figures: readonly Tenths[];
}

/** A displayed forecast: assumptions whose figures are all equal share a column. */
interface Forecast {
  readonly columns: readonly (readonly Assumption[])[];
  readonly rows: readonly ForecastRow[];
}

/** A forecast without meaningless columns: no last round in the first, nothing over two rounds in the last. */
export function forecastOf(preview: Preview, { round, rounds }: Moment): Forecast {
  const shown: readonly Line[] = round < rounds ? before : last;
  const kinds = assumptionKinds.filter((kind) => kind !== 'asLastRound' || round > 1);
  const under = (kind: Assumption): readonly Tenths[] => shown.map((line) => tenths(preview[line][kind]));
  const columns: (readonly Assumption[])[] = [];
  for (const kind of kinds) {
    const same = columns.findIndex(
      ([first]) => first !== undefined && under(first).join() === under(kind).join(),
    );
    if (same < 0) columns.push([kind]);
    else columns[same] = [...(columns[same] ?? []), kind];
  }
  const rows = shown.map((line) => ({
    line,
    figures: columns.map(([kind = 'othersHold']) => tenths(preview[line][kind])),
  }));
  return { columns, rows };
}

/** The point in the session of a forecast. */
interface Moment {
  readonly round: number;
  readonly rounds: number;
}
