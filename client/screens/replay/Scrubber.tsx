import { useMemo, useRef } from 'preact/hooks';
import type { View } from '#shared/session/views/tableView.ts';
import type { Tenths } from '#shared/session/views/tenths.ts';
import { GOVERNANCE, PREDICAMENT } from '../../charts/dialGeometry.ts';
import type { RecordedSource } from '../../source/recorded.ts';
import { positionAt, roundsAt } from '../../source/recordMarks.ts';
import { words } from '../../text/language.ts';
import { lastRound } from '../../panels/world/gauges.ts';
import { phaseLine } from './LineNow.tsx';
import type { Mark } from './marks.ts';
import { TapeMarks } from './TapeMarks.tsx';

/** The drawing area; the picture stretches with the page, so it contains only what may be stretched. */
const BOARD = { width: 1000, height: 120, left: 26, right: 974, top: 14, bottom: 106 } as const;

/** Where what lies ahead is hidden, the slider ends this many lines on, wherever the record does. */
const LOOK_ON = 200;

interface Props {
  readonly view: View;
  readonly source: RecordedSource;
  readonly marks: readonly Mark[];
  readonly go: (position: number) => void;
}

/**
 * The tape drawn as the direction line itself: pressing or dragging anywhere goes there; the slider beneath handles the keys. Where
 * what lies ahead is hidden, nothing on it tells how much is to come, or what.
 */
export function Scrubber({ view, source, marks, go }: Props) {
  const hidesAhead = source.hidesAhead.value;
  const board = useRef<HTMLDivElement>(null);
  const position = source.position.value;
  const span = hidesAhead ? view.card.plan.rounds + 0.5 : spanOf(source);
  const xOf = (place: number): number => xAt(roundsAt(place, source.breaks, source.length), span);
  const drag = (event: PointerEvent): void => {
    if (event.buttons !== 1 || !board.current) return;
    const { left, width } = board.current.getBoundingClientRect();
    const x = ((event.clientX - left) / width) * BOARD.width;
    const rounds = ((x - BOARD.left) / (BOARD.right - BOARD.left)) * span;
    go(positionAt(Math.max(0, rounds), source.breaks, source.length));
  };
  return (
    <div
      class="scrubber"
      ref={board}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        drag(event);
      }}
      onPointerMove={drag}
    >
      <input
        type="range"
        class="visually-hidden"
        min={0}
        max={hidesAhead ? position + LOOK_ON : source.length}
        value={position}
        aria-label={words.value.replay.scrubber.label}
        aria-valuetext={`${lineWords(position, hidesAhead ? null : source.length)}, ${phaseLine(view)}`}
        onInput={(event) => go(Number(event.currentTarget.value))}
      />
      <Line view={view} source={source} span={span} hidesAhead={hidesAhead} />
      <Ticks rounds={hidesAhead ? lastRound(view) : source.breaks.length - 1} span={span} />
      <TapeMarks view={view} marks={marks} shareOf={(place) => xOf(place) / BOARD.width} />
      <span class="thumb" style={{ left: percent(xOf(position)) }} aria-hidden="true" />
    </div>
  );
}

/** Which line it is, and of how many where that is no secret. */
function lineWords(line: number, all: number | null): string {
  const { scrubber } = words.value.replay;
  return all === null ? scrubber.lineOnly(line) : scrubber.line(line, all);
}

interface LineProps {
  readonly view: View;
  readonly source: RecordedSource;
  /** How many rounds the board is wide. */
  readonly span: number;
  readonly hidesAhead: boolean;
}

function Line({ view, source, span, hidesAhead }: LineProps) {
  const { scrubber } = words.value.replay;
  const whole = useMemo(() => source.viewAt(source.length).table.trail.direction, [source]);
  const directions = hidesAhead ? view.table.trail.direction : whole;
  const scale = scaleOf(directions);
  const places = directions.map(
    (value, round) => `${xAt(round, span).toFixed(1)},${scale(value).toFixed(1)}`,
  );
  return (
    <>
      <svg
        class="line"
        viewBox={`0 0 ${BOARD.width} ${BOARD.height}`}
        preserveAspectRatio="none"
        aria-hidden="true"
      >
        <Zones governance={scale(GOVERNANCE)} predicament={scale(PREDICAMENT)} />
        <polyline class="direction" points={places.join(' ')} />
      </svg>
      <span class="zone-name at-top">{scrubber.governance}</span>
      <span class="zone-name at-bottom">{scrubber.predicament}</span>
    </>
  );
}

/** The two ends of the dial: bright above, hatched below. */
function Zones({ governance, predicament }: { readonly governance: number; readonly predicament: number }) {
  const { width, height } = BOARD;
  return (
    <>
      <pattern
        id="tape-hatch"
        width="8"
        height="8"
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(30)"
      >
        <path class="tape-hatch" d="M0 0V8" />
      </pattern>
      <rect class="zone-good" x="0" y="0" width={width} height={governance} />
      <rect fill="url(#tape-hatch)" x="0" y={predicament} width={width} height={height - predicament} />
      <path class="bound" d={`M0 ${governance}H${width}M0 ${predicament}H${width}`} />
    </>
  );
}

function Ticks({ rounds, span }: { readonly rounds: number; readonly span: number }) {
  const { scrubber } = words.value.replay;
  const every = span > 12 ? 2 : 1;
  return (
    <>
      {Array.from({ length: rounds + 1 }, (_, round) =>
        round % every === 0 ? (
          <span
            key={round}
            class="tick-label num"
            aria-hidden="true"
            style={{ left: percent(xAt(round, span)) }}
          >
            {round === 0 ? scrubber.start : round}
          </span>
        ) : null,
      )}
    </>
  );
}

/** A scale on which both bounds and every value of the line have room. */
function scaleOf(directions: readonly Tenths[]): (value: Tenths) => number {
  const high = Math.max(GOVERNANCE + 60, ...directions.map((value) => value + 30));
  const low = Math.min(PREDICAMENT - 60, ...directions.map((value) => value - 30));
  return (value) => BOARD.bottom - ((value - low) / (high - low)) * (BOARD.bottom - BOARD.top);
}

function spanOf({ breaks, length }: RecordedSource): number {
  return Math.max(1, roundsAt(length, breaks, length));
}

function xAt(rounds: number, span: number): number {
  return BOARD.left + (rounds / span) * (BOARD.right - BOARD.left);
}

function percent(x: number): string {
  return `${(x / BOARD.width) * 100}%`;
}
