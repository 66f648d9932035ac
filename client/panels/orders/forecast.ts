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

/** A forecast as it is shown: assumptions under which every figure is the same share a column. */
interface Forecast {
  readonly columns: readonly (readonly Assumption[])[];
  readonly rows: readonly ForecastRow[];
}

/** A forecast without what means nothing now: no last round in the first, nothing over two rounds in the last. */
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

/** Where in the session a forecast is made. */
interface Moment {
  readonly round: number;
  readonly rounds: number;
}
