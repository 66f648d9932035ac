import { areaY, dot, line, type Markish, type PlotOptions, ruleX, ruleY, text } from '@observablehq/plot';
import { BAND_EDGES, bandIndex, GOVERNANCE, PREDICAMENT } from '../../../charts/dialGeometry.ts';
import { courseSentence, forcesOf } from '../../../panels/course/courseOf.ts';
import { asOneText, words } from '../../../text/language.ts';
import { signedPoints } from '../../../text/number.ts';
import type { Analysed } from './analysed.ts';
import { analysisWords } from './analysisWords.ts';
import type { RecordChart, ChartTable } from './chart.ts';
import { isNarrow, nowMarks, pastAndLater, plotOf, roundAxis, textureOf, textures } from './plotParts.ts';

interface Pulled {
  readonly round: number;
  readonly dial: number;
  readonly together: number;
  /** Below zero. */
  readonly apart: number;
}

/** The scale reaches from at most here up to here: the dial's own ends and room for the names of stages. */
const [LOWEST, HIGHEST] = [-26, 64] as const;

/** Where did it turn: the dial's path with its bands, between the force above and the force below it. */
export function courseChart({ views, now }: Analysed): RecordChart {
  const { course } = analysisWords();
  const last = views.at(-1);
  const at = views[now];
  const rows = (last ? forcesOf(last) : []).map(
    (one): Pulled => ({
      round: one.round,
      dial: one.direction / 10,
      together: one.centripetal / 10,
      apart: -one.centrifugal / 10,
    }),
  );
  return {
    id: 'course',
    title: course.title,
    sentence: at ? courseSentence(at) : '',
    parts: [
      {
        id: 'course',
        name: course.name,
        legend: asOneText(course.legend, last && last.card.opensAfter < rows.length ? course.window : ''),
        draw: last
          ? (width, id) => drawn(width, id, rows, now, last.card.opensAfter, turnsOf(rows, views))
          : null,
        table: tableOf(rows, views),
      },
    ],
  };
}

function tableOf(rows: readonly Pulled[], views: Analysed['views']): ChartTable {
  const { round, stage, course } = analysisWords();
  const { play, course: paper } = words.value;
  return {
    columns: [
      { name: round },
      { name: play.gauges.direction, digits: 1, signed: true },
      { name: paper.forces.centripetal, digits: 1 },
      { name: paper.forces.centrifugal, digits: 1 },
      { name: course.band },
      { name: stage },
    ],
    rows: rows.map(({ round: of, dial, together, apart }) => [
      of,
      dial,
      together,
      0 - apart,
      play.dial.bands[bandIndex(dial * 10)] ?? '',
      stageName(views[of]?.table.stage),
    ]),
    rounds: rows.map(({ round: of }) => of),
  };
}

function stageName(stage: keyof typeof words.value.play.stageNames | undefined): string {
  return stage === undefined ? '' : words.value.play.stageNames[stage];
}

/** A round after which the world stands in another stage than before. */
interface StageTurn {
  readonly round: number;
  readonly dial: number;
  readonly stage: string;
  /** Labels of neighbours stand at two heights. */
  readonly isLower: boolean;
}

function turnsOf(rows: readonly Pulled[], views: Analysed['views']): readonly StageTurn[] {
  const stageAt = (round: number) => views[round]?.table.stage;
  return rows
    .filter(({ round }) => round > 0 && stageAt(round) !== stageAt(round - 1))
    .map(({ round, dial }, place) => ({
      round,
      dial,
      stage: stageName(stageAt(round)),
      isLower: place % 2 === 1,
    }));
}

function drawn(
  width: number,
  id: string,
  rows: readonly Pulled[],
  now: number,
  opens: number,
  turns: readonly StageTurn[],
): PlotOptions {
  const until = rows.length - 1;
  const isPhone = isNarrow(width);
  const lowest = Math.min(LOWEST, ...rows.map(({ dial, apart }) => Math.min(dial, apart) - 4));
  return plotOf(width, isPhone ? 320 : 360, {
    marginLeft: 40,
    marginRight: isPhone ? 56 : 142,
    x: roundAxis(width - (isPhone ? 0 : 60), until),
    y: {
      label: null,
      domain: [lowest, HIGHEST],
      ticks: [-60, -40, -20, 0, 20, 40, 60].filter((tick) => tick > lowest + 4),
      tickSize: 0,
    },
    marks: [
      ...forceMarks(id, rows),
      ruleY([0], { stroke: 'var(--line-strong)' }),
      ruleY(innerEdges, { stroke: 'var(--text-2)', strokeDasharray: '2 5' }),
      ...(isPhone ? outerBandNames() : bandNames()),
      ...windowMarks(opens, until),
      ...nowMarks(now),
      ...pastAndLater(rows, now, dialMarks, true),
      ...turns.flatMap((turn) => turnMarks(turn, until, turn.round <= now ? 1 : 0.5)),
      endValue(rows.slice(-1), isPhone),
    ],
  });
}

/** The dial's last value: beside the frame on a phone, else over the path's end, because the bands have their names beside it. */
function endValue(last: readonly Pulled[], isPhone: boolean): Markish {
  return text(last, {
    x: 'round',
    y: 'dial',
    text: ({ dial }: Pulled) => signedPoints(dial * 10),
    dx: isPhone ? 10 : -10,
    dy: isPhone ? 0 : -14,
    textAnchor: isPhone ? 'start' : 'end',
    fontWeight: 600,
    className: 'analysis-halo',
  });
}

function forceMarks(id: string, rows: readonly Pulled[]): readonly Markish[] {
  const together = { x: 'round', y: 'together' };
  const apart = { x: 'round', y: 'apart' };
  return [
    textures(id, [['hatch', 'sec']]),
    areaY(rows, { ...together, fill: 'var(--coop)', fillOpacity: 0.22 }),
    line(rows, { ...together, stroke: 'var(--coop)', strokeWidth: 1.5 }),
    areaY(rows, { ...apart, fill: textureOf(id, 'hatch', 'sec'), fillOpacity: 0.55 }),
    line(rows, { ...apart, stroke: 'var(--sec)', strokeWidth: 1.5, strokeDasharray: '5 4' }),
  ];
}

function dialMarks(rows: readonly Pulled[], opacity: number): readonly Markish[] {
  const place = { x: 'round', y: 'dial', stroke: 'var(--text)', strokeOpacity: opacity };
  return [line(rows, { ...place, strokeWidth: 3 }), dot(rows, { ...place, r: 4, fill: 'var(--surface)' })];
}

/** The edges between the dial's bands, on its scale. */
const innerEdges = BAND_EDGES.slice(1, -1).map((edge) => edge / 10);

/** The five bands of the dial by name, at the right of the frame; the outer ones stand beside their inner edge. */
function bandNames() {
  const { bands } = words.value.play.dial;
  const look = { frameAnchor: 'right', textAnchor: 'start', dx: 8, fill: 'var(--text-2)' } as const;
  return bands.map((name, band) => {
    const [from, to] = [innerEdges[band - 1], innerEdges[band]];
    const height = from !== undefined && to !== undefined ? (from + to) / 2 : (from ?? to ?? 0);
    return text([height], {
      ...look,
      y: (value: number) => value,
      text: [name],
      lineWidth: from === undefined || to === undefined ? 9 : Number.POSITIVE_INFINITY,
      lineAnchor: from === undefined ? 'top' : to === undefined ? 'bottom' : 'middle',
      dy: from === undefined ? 5 : to === undefined ? -5 : 0,
    });
  });
}

/** The two outer bands by name, at the left of a frame that has no room beside it. */
function outerBandNames() {
  const { bands } = words.value.play.dial;
  const edges = [PREDICAMENT, GOVERNANCE];
  return edges.map((edge, place) =>
    text([edge / 10], {
      y: (value: number) => value,
      text: [bands[place === 0 ? 0 : bandIndex(BAND_EDGES[4] ?? edge)] ?? ''],
      frameAnchor: 'left',
      textAnchor: 'start',
      dx: 6,
      dy: place === 0 ? 11 : -11,
      fill: 'var(--text-2)',
      className: 'analysis-halo',
    }),
  );
}

/** Where the world enters another stage: a lozenge on the path, and the name of the stage above it. */
function turnMarks(turn: StageTurn, until: number, opacity: number): readonly Markish[] {
  const isLate = turn.round > until / 2;
  return [
    ruleX([turn], {
      x: 'round',
      y1: 'dial',
      y2: 60,
      stroke: 'var(--text-2)',
      strokeOpacity: opacity * 0.6,
      strokeDasharray: '1 4',
    }),
    dot([turn], {
      x: 'round',
      y: 'dial',
      symbol: 'diamond',
      r: 7,
      fill: 'var(--light)',
      stroke: 'var(--surface)',
      fillOpacity: opacity,
    }),
    text([turn], {
      x: 'round',
      text: 'stage',
      frameAnchor: 'top',
      textAnchor: isLate ? 'end' : 'start',
      dx: isLate ? -5 : 5,
      dy: turn.isLower ? 34 : 20,
      fill: 'var(--text)',
      fillOpacity: opacity,
      fontWeight: 600,
      className: 'analysis-halo',
    }),
  ];
}

/** From which round on the direction can be chosen, where that round is shown. */
function windowMarks(opens: number, until: number) {
  return opens > until ? [] : [ruleX([opens], { stroke: 'var(--text-2)', strokeDasharray: '6 4' })];
}
