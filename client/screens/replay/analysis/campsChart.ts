import { dot, line, type Markish, type PlotOptions, rect, text } from '@observablehq/plot';
import { campPaths, campsIn, type CampStop } from '#shared/analysis/record/campPaths.ts';
import type { BlocId } from '#shared/model/world.ts';
import type { View } from '#shared/session/views/tableView.ts';
import { blocName, seatAt, seatName } from '../../../panels/lookup.ts';
import { asOneText, list } from '../../../text/language.ts';
import type { Analysed } from './analysed.ts';
import { analysisWords } from './analysisWords.ts';
import type { RecordChart } from './chart.ts';
import { isNarrow, nowMarks, pastAndLater, plotOf, roundAxis } from './plotParts.ts';

/** How did camps grow: one line a state, led to the camp in which it is. */
export function campsChart({ views, now, shown }: Analysed): RecordChart {
  const speech = analysisWords();
  const stops = campPaths(views);
  const has = campsIn(views).length > 0;
  return {
    id: 'camps',
    title: speech.camps.title,
    sentence: sentenceOf(views, stops, now),
    parts: [
      {
        id: 'camps',
        name: speech.camps.name,
        legend: speech.camps.legend,
        none: speech.camps.noCamp,
        draw: has ? (width) => drawn(width, views, stops, now, shown) : null,
        table: {
          columns: [
            { name: speech.round },
            { name: speech.state },
            { name: speech.camps.camp },
            { name: speech.camps.groups },
          ],
          rows: stops.map(({ round, seat, camp, groups }) => [
            round,
            nameAt(views, seat),
            camp === null ? '' : nameOf(views, camp),
            list(groups.map((group) => nameOf(views, group))),
          ]),
          rounds: stops.map(({ round }) => round),
        },
      },
    ],
  };
}

function nameAt(views: readonly View[], seat: number): string {
  const view = views.at(-1);
  return view === undefined ? '' : seatName(view, seatAt(view, seat));
}

/** A bloc by the name it had last. */
function nameOf(views: readonly View[], id: BlocId): string {
  const view = views.findLast(({ table }) => table.blocs.some((bloc) => bloc.id === id));
  const bloc = view?.table.blocs.find((one) => one.id === id);
  return view && bloc ? blocName(view, bloc) : '';
}

function sentenceOf(views: readonly View[], stops: readonly CampStop[], now: number): string {
  const { camps: speech } = analysisWords();
  const past = views.slice(0, now + 1);
  const ids = campsIn(past);
  if (ids.length === 0) return speech.noCamp;
  const inCamps = (round: number) => stops.filter((stop) => stop.round === round && stop.camp !== null);
  const largest = ids
    .map((id) => ({ id, members: inCamps(now).filter(({ camp }) => camp === id) }))
    .toSorted((a, b) => b.members.length - a.members.length)[0];
  return asOneText(
    speech.grew(inCamps(0).length, inCamps(now).length, now),
    largest === undefined || largest.members.length === 0
      ? ''
      : speech.largest(
          nameOf(past, largest.id),
          list(largest.members.map(({ seat }) => nameAt(views, seat))),
        ),
  );
}

interface CampBlock {
  readonly round: number;
  readonly camp: BlocId | null;
  readonly top: number;
  readonly bottom: number;
}

/** The places that the members of each camp take up after each round, and those of the states in none. */
function blocksOf(stops: readonly CampStop[]): readonly CampBlock[] {
  const blocks = new Map<string, CampBlock>();
  for (const { round, camp, place } of stops) {
    const key = `${round} ${camp}`;
    const known = blocks.get(key);
    blocks.set(key, { round, camp, top: known?.top ?? place, bottom: place });
  }
  return [...blocks.values()];
}

function drawn(
  width: number,
  views: readonly View[],
  stops: readonly CampStop[],
  now: number,
  shown: number,
): PlotOptions {
  const lowest = Math.max(...stops.map(({ place }) => place));
  const blocks = blocksOf(stops);
  const atEnd = ({ round }: { readonly round: number }): boolean => round === shown;
  return plotOf(width, (lowest + 2.5) * 20 + 52, {
    marginLeft: 16,
    marginRight: isNarrow(width) ? 136 : 156,
    x: { ...roundAxis(width - 130, shown), domain: [-0.25, Math.max(1, shown) + 0.3] },
    y: { domain: [lowest + 0.7, -1.6], axis: null },
    marks: [
      ...nowMarks(now),
      ...pastAndLater(stops, now, pathsOf, true),
      ...pastAndLater(
        blocks.filter(({ camp }) => camp !== null),
        now,
        framesOf,
      ),
      ...pastAndLater(stops, now, dotsOf),
      ...endNames(views, stops.filter(atEnd), blocks.filter(atEnd)),
    ],
  });
}

function pathsOf(stops: readonly CampStop[], opacity: number): readonly Markish[] {
  const look = { stroke: 'var(--text-3)', strokeWidth: 1.6, strokeOpacity: opacity };
  return [line(stops, { x: 'round', y: 'place', z: 'seat', curve: 'bump-x', ...look })];
}

function framesOf(blocks: readonly CampBlock[], opacity: number): readonly Markish[] {
  return [
    rect(blocks, {
      x1: ({ round }: CampBlock) => round - 0.24,
      x2: ({ round }: CampBlock) => round + 0.24,
      y1: ({ top }: CampBlock) => top - 0.46,
      y2: ({ bottom }: CampBlock) => bottom + 0.46,
      rx: 6,
      fill: 'var(--bloc-bg)',
      fillOpacity: opacity * 0.9,
      stroke: 'var(--bloc)',
      strokeWidth: 1.6,
      strokeOpacity: opacity,
    }),
  ];
}

function dotsOf(stops: readonly CampStop[], opacity: number): readonly Markish[] {
  const place = { x: 'round', y: 'place' };
  const [inCamp, inNone] = [
    stops.filter(({ camp }) => camp !== null),
    stops.filter(({ camp }) => camp === null),
  ];
  return [
    dot(inCamp, { ...place, r: 4.2, fill: 'var(--bloc)', fillOpacity: opacity }),
    dot(inNone, {
      ...place,
      r: 3.8,
      fill: 'var(--surface)',
      stroke: 'var(--text-2)',
      strokeOpacity: opacity,
    }),
  ];
}

/** At the right end: every state by name, and over each group the name of its camp. */
function endNames(views: readonly View[], stops: readonly CampStop[], blocks: readonly CampBlock[]) {
  const { camps: speech } = analysisWords();
  const beside = { frameAnchor: 'right', textAnchor: 'start', dx: 4 } as const;
  return [
    text(stops, { ...beside, y: 'place', text: ({ seat }: CampStop) => nameAt(views, seat) }),
    text(blocks, {
      ...beside,
      y: ({ top }: CampBlock) => top - 0.95,
      text: ({ camp }: CampBlock) => (camp === null ? speech.none : nameOf(views, camp)),
      fontWeight: 600,
      fill: ({ camp }: CampBlock) => (camp === null ? 'var(--text-2)' : 'var(--bloc)'),
    }),
  ];
}
