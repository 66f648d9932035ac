import { type Markish, type PlotOptions, rect, ruleY, text } from '@observablehq/plot';
import {
  type ScoreSource,
  scoreSources,
  type ScoreStep,
  scoreSteps,
} from '#shared/analysis/record/scoreSteps.ts';
import type { SeatId } from '#shared/model/world.ts';
import { seatName } from '../../../panels/lookup.ts';
import { list } from '../../../text/language.ts';
import { points, signedPoints } from '../../../text/number.ts';
import type { Analysed } from './analysed.ts';
import { analysisWords } from './analysisWords.ts';
import type { RecordChart } from './chart.ts';
import { nowMarks, pastAndLater, plotOf, roundAxis, textureOf, textures } from './plotParts.ts';

/** Who paid: the points of one state as stairs, four steps a round. */
export function scoreChart({ last, now, shown, partsOf }: Analysed, seat: SeatId): RecordChart {
  const speech = analysisWords();
  const name = seatName(last, seat);
  const parts = partsOf(seat);
  const steps = scoreSteps(parts ?? []);
  return {
    id: 'score',
    title: speech.score.title,
    sentence: parts === null ? speech.score.closed : sentenceOf(name, steps, now),
    parts: [
      {
        id: `score-${seat}`,
        name: speech.score.name(name),
        legend: speech.score.legend,
        ...(parts === null ? { none: speech.score.closed } : {}),
        draw: steps.length === 0 ? null : (width, id) => drawn(width, id, steps, now, shown),
        table: {
          columns: [
            { name: speech.round },
            { name: speech.score.of },
            { name: speech.score.points, digits: 1, signed: true },
            { name: speech.score.running, digits: 1 },
          ],
          rows: steps.map(({ round, source, from, to }) => [
            round,
            speech.score.sources[source],
            (to - from) / 10_000,
            to / 10_000,
          ]),
          rounds: steps.map(({ round }) => round),
        },
      },
    ],
  };
}

function sentenceOf(name: string, steps: readonly ScoreStep[], now: number): string {
  const { score, page } = analysisWords();
  const past = steps.filter(({ round }) => round <= now);
  if (past.length === 0) return page.nothing;
  const sum = (source: ScoreSource): number =>
    past.reduce((all, step) => (step.source === source ? all + step.to - step.from : all), 0);
  return score.sentence(
    name,
    points((past.at(-1)?.to ?? 0) / 1000),
    now,
    list(scoreSources.map((source) => score.part(score.sources[source], signedPoints(sum(source) / 1000)))),
  );
}

/** A step on the paper: its place in its round, and its ends in points. */
interface StepBar extends Pick<ScoreStep, 'round' | 'source'> {
  readonly left: number;
  readonly right: number;
  readonly low: number;
  readonly high: number;
}

function drawn(
  width: number,
  id: string,
  steps: readonly ScoreStep[],
  now: number,
  shown: number,
): PlotOptions {
  const end = steps.findLast(({ round }) => round <= now);
  return plotOf(width, 280, {
    marginLeft: 44,
    marginRight: 64,
    x: middles(width, shown),
    y: { label: null, tickSize: 0, nice: true },
    color: { type: 'identity' },
    marks: [
      textures(id, [
        ['hatch', 'text-2'],
        ['dots', 'com'],
      ]),
      ruleY([0], { stroke: 'var(--line-strong)' }),
      ...pastAndLater(barsOf(steps), now, (some, opacity) => stairs(some, opacity, id)),
      ...nowMarks(now),
      text(end === undefined ? [] : [end], {
        x: ({ round }: ScoreStep) => round,
        y: ({ to }: ScoreStep) => to / 10_000,
        text: ({ to }: ScoreStep) => points(to / 1000),
        dx: 6,
        textAnchor: 'start',
        fontWeight: 600,
        className: 'analysis-halo',
      }),
    ],
  });
}

/** The rounds by number, each under the middle of its steps. */
function middles(width: number, shown: number): NonNullable<PlotOptions['x']> {
  const axis = roundAxis(width, shown);
  const rounds = Array.isArray(axis.ticks) ? axis.ticks.filter((round) => round > 0) : [];
  return {
    ...axis,
    ticks: rounds.map((round) => round - 0.5),
    tickFormat: (middle: number) => String(middle + 0.5),
  };
}

/** The share of a round's width that a step takes, and the room before the first. */
const [STEP, BEFORE] = [0.22, 0.06] as const;

function barsOf(steps: readonly ScoreStep[]): readonly StepBar[] {
  return steps.map(({ round, source, from, to }): StepBar => {
    const left = round - 1 + BEFORE + scoreSources.indexOf(source) * STEP;
    const [low, high] = [Math.min(from, to) / 10_000, Math.max(from, to) / 10_000];
    return { round, source, left, right: left + STEP, low, high };
  });
}

function stairs(bars: readonly StepBar[], opacity: number, id: string): readonly Markish[] {
  const fills: Readonly<Record<ScoreSource, string>> = {
    network: 'var(--tech)',
    measures: textureOf(id, 'hatch', 'text-2'),
    others: 'var(--surface)',
    promises: textureOf(id, 'dots', 'com'),
  };
  return [
    rect(bars, {
      x1: 'left',
      x2: 'right',
      y1: 'low',
      y2: 'high',
      fill: ({ source }: StepBar) => fills[source],
      fillOpacity: opacity,
      stroke: 'var(--text-2)',
      strokeOpacity: opacity,
    }),
  ];
}
