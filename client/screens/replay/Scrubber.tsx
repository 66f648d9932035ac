import { useMemo, useRef } from 'preact/hooks';
import type { Tenths } from '#shared/session/views/tenths.ts';
import { GOVERNANCE, PREDICAMENT } from '../../charts/dialGeometry.ts';
import type { RecordedSource } from '../../source/recorded.ts';
import { positionAt, roundsAt, type Marker } from '../../source/recordMarks.ts';
import { words } from '../../text/language.ts';
import { phaseLine } from './LineNow.tsx';

/** The drawing area; the picture stretches with the page, so it contains only what may be stretched. */
const BOARD = { width: 1000, height: 120, left: 26, right: 974, top: 14, bottom: 106 } as const;

interface Props {
  readonly source: RecordedSource;
  readonly hidesAhead: boolean;
  readonly go: (position: number) => void;
}

/** The tape drawn as the direction line itself: pressing or dragging anywhere goes there; the slider beneath handles the keys. */
export function Scrubber({ source, hidesAhead, go }: Props) {
  const board = useRef<HTMLDivElement>(null);
  const { scrubber } = words.value.replay;
  const position = source.position.value;
  const view = source.view.value;
  const xOf = (place: number): number => xAt(source, place);
  const drag = (event: PointerEvent): void => {
    if (event.buttons !== 1 || !board.current) return;
    const { left, width } = board.current.getBoundingClientRect();
    const x = ((event.clientX - left) / width) * BOARD.width;
    const rounds = ((x - BOARD.left) / (BOARD.right - BOARD.left)) * spanOf(source);
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
        max={source.length}
        step={1}
        value={position}
        aria-label={scrubber.label}
        aria-valuetext={`${scrubber.line(position, source.length)}, ${view === null ? '' : phaseLine(view)}`}
        onInput={(event) => go(Number(event.currentTarget.value))}
      />
      <Line source={source} until={hidesAhead ? xOf(position) : BOARD.width} />
      <Marks source={source} until={hidesAhead ? position : source.length} xOf={xOf} />
      <span class="thumb" style={{ left: percent(xOf(position)) }} aria-hidden="true" />
    </div>
  );
}

interface LineProps {
  readonly source: RecordedSource;
  /** The end of the visible line, in units of the drawing area. */
  readonly until: number;
}

function Line({ source, until }: LineProps) {
  const { scrubber } = words.value.replay;
  const directions = useMemo(() => source.viewAt(source.length).table.trail.direction, [source]);
  const scale = scaleOf(directions);
  const places = directions.map(
    (value, round) => `${xOfRounds(source, round).toFixed(1)},${scale(value).toFixed(1)}`,
  );
  return (
    <>
      <svg
        class="line"
        viewBox={`0 0 ${BOARD.width} ${BOARD.height}`}
        preserveAspectRatio="none"
        aria-hidden="true"
      >
        <clipPath id="tape-so-far">
          <rect x="0" y="0" width={until} height={BOARD.height} />
        </clipPath>
        <Zones governance={scale(GOVERNANCE)} predicament={scale(PREDICAMENT)} />
        <polyline class="direction" points={places.join(' ')} clip-path="url(#tape-so-far)" />
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

interface MarkProps {
  readonly source: RecordedSource;
  readonly until: number;
  readonly xOf: (place: number) => number;
}

function Marks({ source, until, xOf }: MarkProps) {
  const { scrubber } = words.value.replay;
  const shown = source.markers.filter(({ position, kind }) => position <= until && kind !== 'round');
  const rounds = source.breaks.length - 1;
  const every = rounds > 12 ? 2 : 1;
  return (
    <>
      {shown.map((mark) => (
        <span
          key={`${mark.kind}${mark.position}`}
          class={`mark is-${mark.kind}`}
          title={markWords(mark)}
          style={{ left: percent(xOf(mark.position)) }}
        />
      ))}
      {source.breaks.map((_, round) =>
        round % every === 0 ? (
          <span
            key={round}
            class="tick-label num"
            aria-hidden="true"
            style={{ left: percent(xOfRounds(source, round)) }}
          >
            {round === 0 ? scrubber.start : round}
          </span>
        ) : null,
      )}
    </>
  );
}

/** The meaning of a marker, in the reader's language. */
function markWords(mark: Marker): string {
  const { marks } = words.value.replay;
  if (mark.kind === 'round') return marks.round(mark.round);
  if (mark.kind === 'reveal') return marks.reveal(mark.round);
  return mark.kind === 'stage' ? marks.stage(words.value.play.stageNames[mark.stage]) : marks[mark.kind];
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

function xOfRounds(source: RecordedSource, rounds: number): number {
  return BOARD.left + (rounds / spanOf(source)) * (BOARD.right - BOARD.left);
}

function xAt(source: RecordedSource, place: number): number {
  return xOfRounds(source, roundsAt(place, source.breaks, source.length));
}

function percent(x: number): string {
  return `${(x / BOARD.width) * 100}%`;
}
