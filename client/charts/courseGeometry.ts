import type { Tenths } from '#shared/session/views/tenths.ts';
import { GOVERNANCE, PREDICAMENT } from './dialGeometry.ts';

/** A drawing board of the course: its size, the margins of the picture, the length of an arrow of a hundred points. */
export interface CourseBoard {
  readonly width: number;
  readonly height: number;
  /** Room for the scale and the corridor's beginning. */
  readonly left: number;
  /** How far the corridor begins before the opening. */
  readonly lead: number;
  /** Where the fork lies, right of the last round. */
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly arrow: number;
}

/** In a narrow place, such as a phone or a panel, the board is as wide as that, so that its words keep their size. */
export const courseBoards = {
  wide: { width: 900, height: 440, left: 84, lead: 20, right: 120, top: 76, bottom: 376, arrow: 110 },
  narrow: { width: 358, height: 350, left: 52, lead: 11, right: 70, top: 64, bottom: 292, arrow: 84 },
} as const satisfies Readonly<Record<string, CourseBoard>>;

/** Where rounds and directions lie on a board. */
export interface CoursePlaces {
  readonly x: (round: number) => number;
  readonly y: (direction: Tenths) => number;
}

/** The places for a course of so many rounds whose path has these directions. */
export function coursePlaces(board: CourseBoard, rounds: number, trail: readonly Tenths[]): CoursePlaces {
  // Arrows reach beyond the path: they keep off the words above and below.
  const low = Math.min(-340, Math.min(...trail) - 200);
  const high = Math.max(440, Math.max(...trail) + 200);
  const across = board.width - board.left - board.right;
  return {
    x: (round) => board.left + (round / Math.max(1, rounds)) * across,
    y: (direction) => board.top + ((high - direction) / (high - low)) * (board.bottom - board.top),
  };
}

/** The points of the scale: the edges of the corridor, its middle, and even numbers beyond them as far as the board reaches. */
export function scalePoints(board: CourseBoard, { y }: CoursePlaces): readonly Tenths[] {
  const beyond = [-600, -400, 400, 600];
  const isOn = (direction: Tenths): boolean => y(direction) >= board.top && y(direction) <= board.bottom;
  return [PREDICAMENT, 0, GOVERNANCE, ...beyond].filter(isOn).toSorted((a, b) => a - b);
}

/** The stages of a course: how many rounds it may have, after which one it opens, and where its dial began. */
export interface CorridorStage {
  readonly rounds: number;
  readonly opens: number;
  readonly start: Tenths;
}

/** The corridor as a path: narrow where the risks appear, open from `opens` on, forked after the last round. */
export function corridorPath(
  board: CourseBoard,
  { x, y }: CoursePlaces,
  { rounds, opens, start }: CorridorStage,
): string {
  const [good, bad, middle] = [y(GOVERNANCE), y(PREDICAMENT), y((GOVERNANCE + PREDICAMENT) / 2)];
  const [x0, open, last, end] = [x(0) - board.lead, x(opens), x(rounds), board.width];
  const [first, half] = [y(start), board.arrow / 7];
  const bend = (open + x0) / 2;
  const fork = last + board.right * 0.3;
  const arm = (board.bottom - board.top) * 0.2;
  const turn = last + board.right * 0.6;
  return [
    `M${x0} ${first - half}C${bend} ${first - half} ${bend} ${good} ${open} ${good}`,
    `L${last} ${good}C${turn} ${good} ${turn} ${board.top} ${end} ${board.top}`,
    `L${end} ${board.top + arm}C${turn + 14} ${board.top + arm} ${turn} ${middle} ${fork} ${middle}`,
    `C${turn} ${middle} ${turn + 14} ${board.bottom - arm} ${end} ${board.bottom - arm}`,
    `L${end} ${board.bottom}C${turn} ${board.bottom} ${turn} ${bad} ${last} ${bad}`,
    `L${open} ${bad}C${bend} ${bad} ${bend} ${first + half} ${x0} ${first + half}Z`,
  ].join('');
}

/** An arrow that begins a little away from a point of the path; `length` is negative upwards. */
export function arrowPath(x: number, y: number, length: number): string {
  const way = length < 0 ? -1 : 1;
  const [from, to] = [y + way * 8, y + way * 8 + length];
  return `M${x} ${from}V${to}M${x - 5} ${to - way * 7}L${x} ${to}L${x + 5} ${to - way * 7}`;
}

/** What share of the future after a round ends well and badly, each 0 to 1. */
export interface WindowShare {
  readonly well: number;
  readonly badly: number;
}

/** How finely the window's edges follow the corridor: so many steps a round. */
const STEPS = 6;

/**
 * The window as two areas that grow from the edges of the corridor: above as much of its height as ends well, below as much as ends
 * badly; what is left between them is open. One share for each round from the opening (0) on.
 */
export function windowPaths(
  board: CourseBoard,
  places: CoursePlaces,
  stage: CorridorStage,
  shares: readonly WindowShare[],
): { readonly well: string; readonly badly: string } {
  const last = shares.length - 1;
  const rounds = Array.from({ length: Math.max(0, last) * STEPS + 1 }, (_, step) => step / STEPS);
  const above: string[] = [];
  const below: string[] = [];
  const wellTo: string[] = [];
  const badlyTo: string[] = [];
  for (const round of rounds) {
    const x = places.x(round);
    const [top, bottom] = corridorEdges(board, places, stage, x);
    const { well, badly } = shareAt(shares, round);
    above.push(`${x} ${top}`);
    below.push(`${x} ${bottom}`);
    wellTo.push(`${x} ${top + well * (bottom - top)}`);
    badlyTo.push(`${x} ${bottom - badly * (bottom - top)}`);
  }
  return { well: area(above, wellTo), badly: area(below, badlyTo) };
}

function area(edge: readonly string[], inner: readonly string[]): string {
  return `M${edge.join('L')}L${inner.toReversed().join('L')}Z`;
}

/** Between two rounds the shares lie on a straight line. */
function shareAt(shares: readonly WindowShare[], round: number): WindowShare {
  const none = { well: 0, badly: 0 };
  const before = shares[Math.floor(round)] ?? none;
  const after = shares[Math.ceil(round)] ?? before;
  const part = round - Math.floor(round);
  return {
    well: before.well + part * (after.well - before.well),
    badly: before.badly + part * (after.badly - before.badly),
  };
}

/** Top and bottom of the corridor at a place up to the last round. */
function corridorEdges(
  board: CourseBoard,
  { x, y }: CoursePlaces,
  { opens, start }: CorridorStage,
  at: number,
): readonly [number, number] {
  const [good, bad] = [y(GOVERNANCE), y(PREDICAMENT)];
  const [x0, open] = [x(0) - board.lead, x(opens)];
  if (at >= open) return [good, bad];
  const [first, half] = [y(start), board.arrow / 7];
  const t = curveAt((at - x0) / (open - x0));
  const way = 3 * t * t - 2 * t * t * t;
  return [first - half + way * (good - first + half), first + half + way * (bad - first - half)];
}

/** Where on the corridor's curve a share of its width lies; both its handles stand at half of it. */
function curveAt(share: number): number {
  let [low, high] = [0, 1];
  for (let step = 0; step < 24; step += 1) {
    const t = (low + high) / 2;
    const across = 1.5 * t * (1 - t) * (1 - t) + 1.5 * t * t * (1 - t) + t * t * t;
    if (across < share) low = t;
    else high = t;
  }
  return (low + high) / 2;
}
