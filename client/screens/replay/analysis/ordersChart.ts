import { barY, type Markish, type PlotOptions, text } from '@observablehq/plot';
import { type OrderCount, orderCounts } from '#shared/analysis/record/orderCounts.ts';
import { type Family, families } from '#shared/model/actions.ts';
import { asOneText, words } from '../../../text/language.ts';
import type { Analysed } from './analysed.ts';
import { analysisWords } from './analysisWords.ts';
import type { RecordChart } from './chart.ts';
import { barWidth, nowHook, pastAndLater, plotOf, roundBands, textureOf, textures } from './plotParts.ts';

/** The colour and the sign of each family; the sign says it without the colour. */
const familyLook: Readonly<Record<Family, { readonly colour: string; readonly sign: string }>> = {
  cooperate: { colour: 'coop', sign: '●' },
  blocs: { colour: 'bloc', sign: '◎' },
  securitize: { colour: 'sec', sign: '◆' },
  none: { colour: 'text-3', sign: '–' },
};

/** What did we do: the orders of each round by family, those of bots hatched. */
export function ordersChart({ views, now, shown }: Analysed): RecordChart {
  const speech = analysisWords();
  const counts = orderCounts(views);
  return {
    id: 'orders',
    title: speech.orders.title,
    sentence: sentenceOf(counts.filter(({ round }) => round <= now)),
    parts: [
      {
        id: 'orders',
        name: speech.orders.name,
        legend: speech.orders.legend,
        draw: shown > 0 ? (width, id) => drawn(width, id, counts, now, shown) : null,
        table: {
          columns: [
            { name: speech.round },
            { name: speech.family },
            { name: speech.orders.people },
            { name: speech.orders.bots },
          ],
          ...tableOf(counts, shown),
        },
      },
    ],
  };
}

function tableOf(counts: readonly OrderCount[], shown: number) {
  const lines = Array.from({ length: shown }, (_, index) => index + 1).flatMap((round) =>
    families.map((family) => ({ round, family })),
  );
  const count = (round: number, family: Family, by: OrderCount['by']): number =>
    counts.find((one) => one.round === round && one.family === family && one.by === by)?.count ?? 0;
  return {
    rows: lines.map(({ round, family }) => [
      round,
      words.value.orders.families[family],
      count(round, family, 'people'),
      count(round, family, 'bots'),
    ]),
    rounds: lines.map(({ round }) => round),
  };
}

function sentenceOf(counts: readonly OrderCount[]): string {
  const { orders, page } = analysisWords();
  const sum = (is: (one: OrderCount) => boolean): number =>
    counts.reduce((all, one) => (is(one) ? all + one.count : all), 0);
  const all = sum(() => true);
  if (all === 0) return page.nothing;
  const of = (family: Family): number => sum((one) => one.family === family);
  const securitized = [...new Set(counts.map(({ round }) => round))]
    .map((round) => ({ round, count: sum((one) => one.round === round && one.family === 'securitize') }))
    .toSorted((a, b) => b.count - a.count || a.round - b.round)[0];
  const bots = sum(({ by }) => by === 'bots');
  return asOneText(
    orders.sentence(all, of('cooperate'), of('blocs'), of('securitize'), of('none')),
    securitized === undefined || securitized.count === 0
      ? ''
      : orders.most(securitized.count, securitized.round),
    bots === 0 ? '' : orders.fromBots(bots),
  );
}

interface Stacked extends OrderCount {
  readonly from: number;
  readonly to: number;
}

/** Each count on top of those of its round before it. */
function stacked(counts: readonly OrderCount[]): readonly Stacked[] {
  const tops = new Map<number, number>();
  return counts.map((one) => {
    const from = tops.get(one.round) ?? 0;
    tops.set(one.round, from + one.count);
    return { ...one, from, to: from + one.count };
  });
}

const HEIGHT = 300;

function drawn(
  width: number,
  id: string,
  counts: readonly OrderCount[],
  now: number,
  shown: number,
): PlotOptions {
  const rows = stacked(counts);
  const most = Math.max(1, ...rows.map(({ to }) => to));
  return plotOf(width, HEIGHT, {
    x: roundBands(
      width,
      Array.from({ length: shown }, (_, index) => index + 1),
    ),
    y: { label: null, tickSize: 0, domain: [0, most] },
    color: { type: 'identity' },
    marks: [
      textures(
        id,
        families.map((family) => ['hatch', familyLook[family].colour] as const),
      ),
      ...pastAndLater(rows, now, (some, opacity) =>
        barsOf(some, { opacity, id, most, room: barWidth(width, shown) }),
      ),
      nowHook(now),
    ],
  });
}

interface Bars {
  readonly opacity: number;
  readonly id: string;
  /** The highest bar. */
  readonly most: number;
  /** How wide a bar is. */
  readonly room: number;
}

/** The sign of a family with its count; in narrow bars closer together, in the narrowest the sign alone. */
function labelOf({ family, count }: OrderCount, room: number): string {
  const { sign } = familyLook[family];
  if (room < 28) return sign;
  return room < 44 ? `${sign}${count}` : `${sign} ${count}`;
}

function barsOf(rows: readonly Stacked[], { opacity, id, most, room }: Bars): readonly Markish[] {
  const shape = { x: 'round', y1: 'from', y2: 'to', insetTop: 1 };
  const colour = ({ family }: OrderCount): string => `var(--${familyLook[family].colour})`;
  const fill = (one: OrderCount): string =>
    one.by === 'bots' ? textureOf(id, 'hatch', familyLook[one.family].colour) : colour(one);
  const hasRoom = ({ count }: OrderCount): boolean => (count / most) * (HEIGHT - 60) >= 16;
  return [
    barY(rows, { ...shape, fill, fillOpacity: opacity * 0.85 }),
    barY(rows, { ...shape, fill: 'none', stroke: colour, strokeOpacity: opacity }),
    text(rows.filter(hasRoom), {
      x: 'round',
      y: ({ from, to }: Stacked) => (from + to) / 2,
      text: (one: Stacked) => labelOf(one, room),
      fontSize: room < 44 ? 12 : 14,
      className: 'analysis-halo',
      fontWeight: 600,
    }),
  ];
}
