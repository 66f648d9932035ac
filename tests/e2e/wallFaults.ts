import type { Line, Place, Seen } from './wallSeen.ts';

/** The least height of letters: 24 px on a wall of 1920 × 1080, in proportion on a smaller one, never under 14 px. */
function leastSize({ right, bottom }: Place): number {
  return Math.max(14, Math.min(right * 0.0145, bottom * 0.022223)) - 0.5;
}

/** How far a line's box may extend beyond its container: letters have space around them, and larger letters have more. */
const slackOf = (size: number): number => Math.max(4, size * 0.3);

/**
 * Everything that is cut, off the edge, over something else or too small to read from the back, in words; empty if there is
 * nothing.
 */
export function faultsIn(seen: Seen): readonly string[] {
  const lines = seen.lines.map((line) => onItsPage(line, seen));
  const faults = [
    ...seen.cut.map((name) => `${name} hides some of what is in it`),
    ...seen.breakable.map((name) => `${name} may be broken between pages`),
    ...(emptyPages(seen, lines) > 0 ? [`${emptyPages(seen, lines)} of ${seen.pages} pages are empty`] : []),
    ...lines.flatMap((line) => faultsOf(line, seen)),
    ...pairs(lines).flatMap(([one, other]) =>
      one.of !== other.of && isTogether(one, other) && isOver(one.at, other.at, 0.45)
        ? [`"${one.text}" lies over "${other.text}"`]
        : [],
    ),
    ...pairs(seen.parts).flatMap(([one, other]) =>
      isOver(one.at, other.at, 0.01) ? [`${one.name} lies over ${other.name}`] : [],
    ),
  ];
  return [...new Set(faults)];
}

/** The map's share of the wall, 0 to 1. */
export function mapShare({ map, wall }: Seen): number {
  return map === null ? 0 : areaOf(map) / areaOf(wall);
}

function faultsOf(line: Line, { wall, frame }: Seen): readonly string[] {
  const { text, at, room, size, isOnPage } = line;
  const least = leastSize(wall);
  return [
    ...(size < least ? [`"${text}" is ${size.toFixed(1)} px instead of ${least.toFixed(1)}`] : []),
    ...(isInside(at, wall, size) ? [] : [`"${text}" is off the edge`]),
    ...(isInside(at, room, size) ? [] : [`"${text}" leaves its part of the wall`]),
    ...(isOnPage && frame !== null && !isInside(at, frame, size) ? [`"${text}" is cut by its page`] : []),
  ];
}

/** A line with its page; null for one beside the pages. */
interface Placed extends Line {
  readonly page: number | null;
}

/** A line in reading position: all pages are laid out beside one another, and each is read in the same frame. */
function onItsPage(line: Line, { frame, step }: Seen): Placed {
  if (!line.isOnPage || frame === null || step === 0) return { ...line, page: null };
  const page = Math.floor((line.at.left - frame.left + slackOf(line.size)) / step);
  const { left, right, ...rest } = line.at;
  return { ...line, page, at: { ...rest, left: left - page * step, right: right - page * step } };
}

/** On how many of several pages there is nothing to read; a single one may be empty, where all is said beside it. */
function emptyPages({ pages, frame }: Seen, lines: readonly Placed[]): number {
  if (frame === null || pages < 2) return 0;
  return pages - new Set(lines.flatMap(({ page }) => page ?? [])).size;
}

function isTogether(one: Placed, other: Placed): boolean {
  return one.page === null || other.page === null || one.page === other.page;
}

function isInside(at: Place, room: Place, size: number): boolean {
  const slack = slackOf(size);
  return (
    at.left >= room.left - slack &&
    at.right <= room.right + slack &&
    at.top >= room.top - slack &&
    at.bottom <= room.bottom + slack
  );
}

/** Whether two boxes overlap by more than a hair, and by more than a share of the lower one's height. */
function isOver(one: Place, other: Place, share: number): boolean {
  const across = Math.min(one.right, other.right) - Math.max(one.left, other.left);
  const down = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
  const height = Math.min(one.bottom - one.top, other.bottom - other.top);
  return across > 2 && down > Math.max(1, share * height);
}

function areaOf({ left, top, right, bottom }: Place): number {
  return (right - left) * (bottom - top);
}

function pairs<Thing>(all: readonly Thing[]): readonly (readonly [Thing, Thing])[] {
  return all.flatMap((one, index) => all.slice(index + 1).map((other) => [one, other] as const));
}
