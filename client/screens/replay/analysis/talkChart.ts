import { barY, type Markish, type PlotOptions, text } from '@observablehq/plot';
import {
  talkBefore,
  type TalkPair,
  talkPairs,
  type TalkRound,
  talkRounds,
  type TalkWay,
  talkWays,
} from '#shared/analysis/record/talkBefore.ts';
import { seatName } from '../../../panels/lookup.ts';
import { asOneText, labelled } from '../../../text/language.ts';
import type { Analysed } from './analysed.ts';
import { analysisWords } from './analysisWords.ts';
import type { RecordChart, ChartPart } from './chart.ts';
import { matrixPlot } from './matrixPlot.ts';
import { barWidth, nowHook, pastAndLater, plotOf, roundBands, textureOf, textures } from './plotParts.ts';

/** Did talk come before deed: messages of each round by way, and who spoke with whom alone. */
export function talkChart(analysed: Analysed): RecordChart {
  const { talk } = analysisWords();
  return {
    id: 'talk',
    title: talk.title,
    sentence: sentenceOf(analysed),
    parts: [roundsPart(analysed), pairsPart(analysed)],
  };
}

function sentenceOf({ counts, views, now }: Analysed): string {
  const { talk } = analysisWords();
  const past = counts.filter(({ round }) => round <= now);
  const rounds = talkRounds(past, now);
  const sum = (way: TalkWay): number =>
    rounds.reduce((all, one) => (one.way === way ? all + one.count : all), 0);
  const [open, blocs, pairs] = [sum('public'), sum('blocs'), sum('pairs')];
  if (open + blocs + pairs === 0) return talk.none;
  const [cooperation, measures] = talkBefore(past, views.slice(1, now + 1));
  return asOneText(
    talk.sentence(open + blocs + pairs, open, blocs, pairs),
    cooperation && measures
      ? asOneText(
          talk.before(cooperation.spoken, cooperation.deeds),
          talk.beforeMeasures(measures.spoken, measures.deeds),
        )
      : '',
  );
}

function roundsPart({ counts, now, shown }: Analysed): ChartPart {
  const { talk, round } = analysisWords();
  const rounds = talkRounds(counts, shown);
  const all = [...new Set(rounds.map((one) => one.round))];
  const count = (of: number, way: TalkWay): number =>
    rounds.find((one) => one.round === of && one.way === way)?.count ?? 0;
  return {
    id: 'talk',
    name: talk.name,
    legend: talk.legend,
    none: talk.none,
    draw: rounds.some((one) => one.count > 0) ? (width, id) => drawnRounds(width, id, rounds, now) : null,
    table: {
      columns: [{ name: round }, ...talkWays.map((way) => ({ name: talk.ways[way] }))],
      rows: all.map((of) => [of, ...talkWays.map((way) => count(of, way))]),
      rounds: all,
    },
  };
}

interface TalkBar extends TalkRound {
  readonly from: number;
  readonly to: number;
}

function drawnRounds(width: number, id: string, rounds: readonly TalkRound[], now: number): PlotOptions {
  const bars = rounds.map((one, index): TalkBar => {
    const below = rounds.slice(index - (index % talkWays.length), index);
    const from = below.reduce((sum, { count }) => sum + count, 0);
    return { ...one, from, to: from + one.count };
  });
  const most = Math.max(1, ...bars.map(({ to }) => to));
  const shown = [...new Set(bars.map(({ round }) => round))];
  const room = barWidth(width, shown.length);
  return plotOf(width, 240, {
    x: roundBands(width, shown),
    y: { label: null, tickSize: 0, ticks: Math.min(6, most), domain: [0, most] },
    color: { type: 'identity' },
    marks: [
      textures(id, [
        ['dots', 'bloc'],
        ['hatch', 'com'],
      ]),
      ...pastAndLater(
        bars.filter(({ count }) => count > 0),
        now,
        (some, opacity) => barsOf(some, { opacity, id, most, room }),
      ),
      nowHook(now),
    ],
  });
}

const strokes: Readonly<Record<TalkWay, string>> = {
  public: 'var(--tech)',
  blocs: 'var(--bloc)',
  pairs: 'var(--com)',
};

interface TalkBars {
  readonly opacity: number;
  readonly id: string;
  /** The highest bar. */
  readonly most: number;
  /** How wide a bar is. */
  readonly room: number;
}

/** A digit of a count in a bar, and the room beside the count. */
const [DIGIT, BESIDE] = [8.5, 6] as const;

function barsOf(bars: readonly TalkBar[], { opacity, id, most, room }: TalkBars): readonly Markish[] {
  const shape = { x: 'round', y1: 'from', y2: 'to', insetTop: 1 };
  const fills: Readonly<Record<TalkWay, string>> = {
    public: strokes.public,
    blocs: textureOf(id, 'dots', 'bloc'),
    pairs: textureOf(id, 'hatch', 'com'),
  };
  const hasRoom = ({ count }: TalkBar): boolean =>
    (count / most) * 188 >= 16 && `${count}`.length * DIGIT + BESIDE <= room;
  return [
    barY(bars, { ...shape, fill: ({ way }: TalkBar) => fills[way], fillOpacity: opacity * 0.8 }),
    barY(bars, {
      ...shape,
      fill: 'none',
      stroke: ({ way }: TalkBar) => strokes[way],
      strokeOpacity: opacity,
    }),
    text(bars.filter(hasRoom), {
      x: 'round',
      y: ({ from, to }: TalkBar) => (from + to) / 2,
      text: 'count',
      fontSize: 14,
      className: 'analysis-halo',
      fontWeight: 600,
    }),
  ];
}

function pairsPart({ counts, last, now }: Analysed): ChartPart {
  const { talk } = analysisWords();
  const pairs = talkPairs(counts.filter(({ round }) => round <= now));
  const seats = last.card.seats.map(({ id }) => id);
  return {
    id: 'talk-pairs',
    name: talk.pairsName,
    legend: talk.pairsLegend,
    none: talk.nonePairs,
    draw:
      pairs.length === 0 ? null : (width) => drawnPairs(width, pairs, seats, (seat) => seatName(last, seat)),
    table: {
      columns: [{ name: talk.by }, { name: talk.to }, { name: talk.count }],
      rows: pairs
        .toSorted((a, b) => b.count - a.count)
        .map(({ by, to, count }) => [seatName(last, by), seatName(last, to), count]),
    },
  };
}

function drawnPairs(
  width: number,
  pairs: readonly TalkPair[],
  seats: readonly string[],
  nameOf: (seat: string) => string,
): PlotOptions {
  const most = Math.max(...pairs.map(({ count }) => count));
  const names = seats.map(nameOf);
  const cells = pairs.map(({ by, to, count }) => ({
    row: seats.indexOf(by),
    column: seats.indexOf(to),
    share: count / most,
    value: String(count),
  }));
  return matrixPlot(width, cells, {
    rows: names,
    columns: names,
    title: ({ row, column, value }) => labelled(`${names[row] ?? ''} → ${names[column] ?? ''}`, value),
  });
}
