import { line, type Markish, type PlotOptions, text } from '@observablehq/plot';
import { measureIds, type NetworkId, networkIds, type WorldMeasures } from '#shared/analysis/measure.ts';
import type { Analysed } from './analysed.ts';
import { analysisWords } from './analysisWords.ts';
import { cellText, type RecordChart } from './chart.ts';
import { isNarrow, nowMarks, pastAndLater, plotOf, roundsUnder } from './plotParts.ts';

type MeasureId = (typeof measureIds)[number];

/** For analysts: the measures of network science for links and for trust. */
export function measuresChart({ measures, now, shown }: Analysed): RecordChart {
  const speech = analysisWords();
  return {
    id: 'measures',
    title: speech.measures.title,
    sentence: sentenceOf(measures, now),
    parts: [
      {
        id: 'measures',
        name: speech.measures.name,
        legend: speech.measures.legend,
        draw: measures.length === 0 ? null : (width) => drawn(width, measures, now, shown),
        table: {
          columns: [
            { name: speech.round },
            { name: speech.measures.measure },
            ...networkIds.map((network) => ({ name: speech.measures.networks[network], digits: 3 })),
          ],
          ...tableOf(measures),
        },
      },
    ],
  };
}

function tableOf(measures: readonly WorldMeasures[]) {
  const { names } = analysisWords().measures;
  const lines = measures.flatMap((both, round) => measureIds.map((measure) => ({ both, round, measure })));
  return {
    rows: lines.map(({ both, round, measure }) => [
      round,
      names[measure],
      ...networkIds.map((network) => both[network][measure]),
    ]),
    rounds: lines.map(({ round }) => round),
  };
}

function sentenceOf(measures: readonly WorldMeasures[], now: number): string {
  const { page, measures: speech } = analysisWords();
  const [from, to] = [measures[0], measures[now]];
  if (from === undefined || to === undefined) return page.nothing;
  const written = (value: number): string => cellText(value, { name: '', digits: 2 });
  return speech.sentence(
    written(from.link.algebraicConnectivity),
    written(to.link.algebraicConnectivity),
    to.link.communities,
    to.trust.communities,
  );
}

interface Measured {
  readonly round: number;
  readonly network: NetworkId;
  readonly column: number;
  readonly row: number;
  /** Between the least and the greatest value of its measure. */
  readonly height: number;
  /** One line for each network and measure. */
  readonly line: string;
}

interface FieldWords {
  readonly column: number;
  readonly row: number;
  readonly name: string;
  readonly least: string;
  readonly greatest: string;
}

interface MeasureField {
  readonly points: readonly Measured[];
  readonly words: FieldWords;
}

/** Values closer than this differ by rounding alone. */
const ROUNDING = 1e-9;

/** A measure in a field of its own, on a scale of its own; none if it has no value at all. */
function fieldOf(
  measures: readonly WorldMeasures[],
  measure: MeasureId,
  place: number,
  columns: number,
): readonly MeasureField[] {
  const values = measures.flatMap((both) => networkIds.flatMap((network) => both[network][measure] ?? []));
  if (values.length === 0) return [];
  const [least, greatest] = [Math.min(...values), Math.max(...values)];
  const isFlat = greatest - least < ROUNDING;
  const where = { column: place % columns, row: Math.floor(place / columns) };
  const written = (value: number): string =>
    cellText(value, { name: '', digits: measure === 'communities' ? 0 : 2 });
  const points = measures.flatMap((both, round) =>
    networkIds.flatMap((network): readonly Measured[] => {
      const value = both[network][measure];
      if (value === null) return [];
      const height = isFlat ? 0.5 : (value - least) / (greatest - least);
      return [{ ...where, round, network, height, line: `${measure} ${network}` }];
    }),
  );
  const words = {
    ...where,
    name: analysisWords().measures.names[measure],
    least: isFlat ? '' : written(least),
    greatest: written(greatest),
  };
  return [{ points, words }];
}

const facet = { fx: 'column', fy: 'row' } as const;

function drawn(width: number, measures: readonly WorldMeasures[], now: number, shown: number): PlotOptions {
  const columns = isNarrow(width) ? 1 : 2;
  const present = measureIds.filter((measure) =>
    measures.some((both) => networkIds.some((network) => both[network][measure] !== null)),
  );
  const fields = present.flatMap((measure, place) => fieldOf(measures, measure, place, columns));
  const all = fields.flatMap(({ points }) => points);
  const words = fields.map((field) => field.words);
  return plotOf(width, Math.ceil(present.length / columns) * 104 + 56, {
    marginLeft: 50,
    marginTop: 34,
    x: { domain: [0, Math.max(1, shown)], axis: null },
    y: { domain: [0, 1], axis: null },
    fx: { axis: null, padding: 0.24 },
    fy: { axis: null, padding: 0.36 },
    marks: [
      ...nowMarks(now).slice(0, 1),
      ...networkIds.flatMap((network) =>
        pastAndLater(
          all.filter((one) => one.network === network),
          now,
          (some, opacity) => [line(some, { ...lineOf(network), strokeOpacity: opacity })],
          true,
        ),
      ),
      ...fieldWords(words),
      ...roundsUnder(words, (width / columns) * 0.72, shown),
    ],
  });
}

function lineOf(network: NetworkId) {
  return {
    ...facet,
    x: 'round',
    y: 'height',
    z: 'line',
    strokeWidth: 2.2,
    stroke: network === 'link' ? 'var(--text)' : 'var(--tech)',
    ...(network === 'trust' ? { strokeDasharray: '6 4' } : {}),
  };
}

/** Over each field its name, beside it the ends of its scale. */
function fieldWords(fields: readonly FieldWords[]): readonly Markish[] {
  const beside = { ...facet, textAnchor: 'end', dx: -6, fill: 'var(--text-2)' } as const;
  return [
    text(fields, { ...facet, text: 'name', frameAnchor: 'top-left', dy: -15, fontWeight: 600 }),
    text(fields, { ...beside, text: 'greatest', frameAnchor: 'top-left', dy: 4 }),
    text(fields, { ...beside, text: 'least', frameAnchor: 'bottom-left', dy: -4 }),
  ];
}
