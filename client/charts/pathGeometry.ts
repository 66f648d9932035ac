import type { Tenths } from '#shared/session/views/tenths.ts';

/** A drawing board of paths of the dial: its size, and the margins of the lines in it. */
export interface PathBoard {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  /* The words of both zones and of the rounds have rows of their own: no line runs through them. */
  readonly top: number;
  readonly bottom: number;
}

/** The boards of a path chart; on a phone it is as wide as the screen, so that its words keep their size. */
export const pathBoards: Readonly<Record<'wide' | 'phone', PathBoard>> = {
  wide: { width: 560, height: 236, left: 30, right: 84, top: 24, bottom: 188 },
  phone: { width: 358, height: 236, left: 22, right: 74, top: 24, bottom: 188 },
};

/** Where rounds and values of the dial lie on a board, with room for all these values and for both zones. */
export function pathPlaces(
  { width, left, right, top, bottom }: PathBoard,
  lastRound: number,
  values: readonly Tenths[],
): { readonly x: (round: number) => number; readonly y: (direction: number) => number } {
  const low = Math.min(-160, ...values) - 20;
  const high = Math.max(300, ...values) + 20;
  return {
    x: (round) => left + (round / Math.max(1, lastRound)) * (width - left - right),
    y: (direction) => top + ((high - direction) / (high - low)) * (bottom - top),
  };
}

/** The rounds whose numbers stand below a chart, so that the numbers keep apart. */
export function pathRounds(last: number, { width, left, right }: PathBoard): readonly number[] {
  const every = Math.max(1, Math.ceil((last * 34) / (width - left - right)));
  return Array.from({ length: last + 1 }, (_, round) => round).filter(
    (round) => round % every === 0 || round === last,
  );
}
