import type { Tenths } from '#shared/session/views/tenths.ts';
import { GOVERNANCE, PREDICAMENT } from './dialGeometry.ts';

/** A drawing board of the course: its size, the margins of the picture, the length of an arrow of a hundred points. */
export interface CourseBoard {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  /** Where the fork lies, right of the last round. */
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly arrow: number;
}

/** On a phone the board is as wide as the screen, so that its words keep their size. */
export const courseBoards = {
  wide: { width: 900, height: 440, left: 40, right: 120, top: 76, bottom: 376, arrow: 110 },
  phone: { width: 358, height: 350, left: 22, right: 70, top: 64, bottom: 292, arrow: 84 },
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

/** The corridor as a path: narrow where the risks appear, open from `opens` on, forked after the last round. */
export function corridorPath(
  board: CourseBoard,
  { x, y }: CoursePlaces,
  { rounds, opens, start }: { readonly rounds: number; readonly opens: number; readonly start: Tenths },
): string {
  const [good, bad, middle] = [y(GOVERNANCE), y(PREDICAMENT), y((GOVERNANCE + PREDICAMENT) / 2)];
  const [x0, open, last, end] = [x(0) - board.left / 2, x(opens), x(rounds), board.width];
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
