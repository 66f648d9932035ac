import { dot, line, type Markish, type PlotOptions, ruleY, text } from '@observablehq/plot';
import { firstMoves, type Mover, movers } from '#shared/analysis/record/firstMoves.ts';
import { asOneText, list, words } from '../../../text/language.ts';
import { points, signedPoints } from '../../../text/number.ts';
import type { Analysed } from './analysed.ts';
import { analysisWords } from './analysisWords.ts';
import type { RecordChart } from './chart.ts';
import { isNarrow, nowMarks, pastAndLater, plotOf, roundsUnder } from './plotParts.ts';

interface Moved {
  readonly round: number;
  readonly value: number;
  readonly name: string;
  readonly column: number;
  readonly row: number;
}

/** What moved first: connectivity, trust, the trends and the factors, each in a field of its own. */
export function moversChart({ views, now, shown }: Analysed): RecordChart {
  const speech = analysisWords();
  const trail = views.at(-1)?.table.trail;
  const values = (of: Mover) => trail?.[of] ?? [];
  return {
    id: 'movers',
    title: speech.movers.title,
    sentence: sentenceOf(views[now]?.table.trail ?? null, now),
    parts: [
      {
        id: 'movers',
        name: speech.movers.name,
        legend: speech.movers.legend,
        draw: trail ? (width) => drawn(width, values, now, shown) : null,
        table: {
          columns: [
            { name: speech.round },
            ...movers.map((mover) => ({ name: words.value.play.gauges[mover], digits: 1 })),
          ],
          rows: values('efficiency').map((_, round) => [
            round,
            ...movers.map((mover) => (values(mover)[round] ?? 0) / 10),
          ]),
          rounds: values('efficiency').map((_, round) => round),
        },
      },
    ],
  };
}

function sentenceOf(trail: Parameters<typeof firstMoves>[0] | null, now: number): string {
  const { movers: speech } = analysisWords();
  const { gauges } = words.value.play;
  const moves = trail ? firstMoves(trail, now) : [];
  const [first, ...then] = moves;
  if (first === undefined) return speech.none;
  const still = movers.filter((mover) => !moves.some((move) => move.mover === mover));
  return asOneText(
    speech.first(gauges[first.mover], signedPoints(first.change), first.round),
    then.length === 0
      ? ''
      : speech.next(
          list(
            then
              .slice(0, 3)
              .map((move) => speech.move(gauges[move.mover], signedPoints(move.change), move.round)),
          ),
        ),
    still.length === 0 ? '' : speech.still(list(still.map((mover) => gauges[mover]))),
  );
}

type ValuesOf = (of: Mover) => readonly number[];

function rowsOf(values: ValuesOf, columns: number): readonly Moved[] {
  const { names } = analysisWords().movers;
  return movers.flatMap((mover, place) =>
    values(mover).map(
      (value, round): Moved => ({
        round,
        value: value / 10,
        name: names[mover],
        column: place % columns,
        row: Math.floor(place / columns),
      }),
    ),
  );
}

function drawn(width: number, values: ValuesOf, now: number, shown: number): PlotOptions {
  const columns = isNarrow(width) ? 2 : 4;
  const rows = rowsOf(values, columns);
  const present = rows.filter(({ round }) => round === now);
  const facet = { fx: 'column', fy: 'row' };
  const course = { ...facet, x: 'round', y: 'value', z: 'name', stroke: 'var(--text)', strokeWidth: 2.4 };
  return plotOf(width, (movers.length / columns) * 122 + 46, {
    marginLeft: 24,
    marginTop: 34,
    x: { domain: [0, Math.max(1, shown)], axis: null },
    y: { domain: [0, 100], axis: null },
    fx: { axis: null, padding: 0.14 },
    fy: { axis: null, padding: 0.3 },
    marks: [
      ruleY([0, 50, 100], { stroke: 'var(--line)' }),
      ...nowMarks(now).slice(0, 1),
      ...pastAndLater(
        rows,
        now,
        (some, opacity) => [line(some, { ...course, strokeOpacity: opacity })],
        true,
      ),
      dot(present, {
        ...facet,
        x: 'round',
        y: 'value',
        r: 4,
        fill: 'var(--light)',
        stroke: 'var(--surface)',
      }),
      ...fieldWords(present),
      ...roundsUnder(present, (width / columns) * 0.8, shown),
    ],
  });
}

/** Over each field its name, in it its value where the record stands. */
function fieldWords(present: readonly Moved[]): readonly Markish[] {
  const facet = { fx: 'column', fy: 'row' };
  return [
    text(present, { ...facet, text: 'name', frameAnchor: 'top-left', dy: -15, fontWeight: 600 }),
    text(present, {
      ...facet,
      text: ({ value }: Moved) => points(value * 10),
      frameAnchor: 'top-right',
      dx: -4,
      dy: 6,
      className: 'analysis-halo',
    }),
  ];
}
