/** A place on the sheet, in sheet units. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A quadratic curve: two ends and its control point. */
export interface Curve {
  readonly from: Point;
  readonly toward: Point;
  readonly to: Point;
}

/** A place on a polyline with the unit normal there. */
interface Station extends Point {
  readonly nx: number;
  readonly ny: number;
}

/** Linear interpolation at share t between two numbers. */
export const between = (from: number, to: number, t: number): number => from + (to - from) * t;

/** The value, limited to two bounds. */
export const clamp = (value: number, low: number, high: number): number =>
  value < low ? low : value > high ? high : value;

/** The distance between two places. */
export const distance = (a: Point, b: Point): number => Math.hypot(a.x - b.x, a.y - b.y);

/** The place on the curve at share t of its parameter, 0..1. */
export function pointOn(curve: Curve, t: number): Point {
  const u = 1 - t;
  const { from, toward, to } = curve;
  return {
    x: u * u * from.x + 2 * u * t * toward.x + t * t * to.x,
    y: u * u * from.y + 2 * u * t * toward.y + t * t * to.y,
  };
}

/** The unit normal of the curve at t: left of the way from `from` to `to` when y points down. */
function normalOn(curve: Curve, t: number): Point {
  const { from, toward, to } = curve;
  const dx = between(toward.x - from.x, to.x - toward.x, t);
  const dy = between(toward.y - from.y, to.y - toward.y, t);
  const length = Math.hypot(dx, dy) || 1;
  return { x: dy / length, y: -dx / length };
}

/** The curve as a polyline, `offset` units to the side of its normal, with one point every `step` units or so. */
export function strand(curve: Curve, offset: number, step = 12): Point[] {
  const reach = distance(curve.from, curve.toward) + distance(curve.toward, curve.to);
  const count = Math.max(2, Math.ceil(reach / step));
  const points: Point[] = [];
  for (let i = 0; i <= count; i += 1) {
    const t = i / count;
    const at = pointOn(curve, t);
    const side = normalOn(curve, t);
    points.push({ x: at.x + side.x * offset, y: at.y + side.y * offset });
  }
  return points;
}

/** The length of a polyline. */
export function lengthOf(line: readonly Point[]): number {
  let sum = 0;
  let last: Point | undefined;
  for (const point of line) {
    if (last) sum += distance(last, point);
    last = point;
  }
  return sum;
}

/** The part of a polyline between two distances from its start; empty if nothing is left. */
export function stretch(line: readonly Point[], start: number, end: number): Point[] {
  const part: Point[] = [];
  let walked = 0;
  let last: Point | undefined;
  for (const point of line) {
    if (last) {
      const step = distance(last, point);
      const enters = (start - walked) / (step || 1);
      const leaves = (end - walked) / (step || 1);
      if (enters < 1 && leaves > 0) {
        if (part.length === 0) part.push(onWay(last, point, clamp(enters, 0, 1)));
        part.push(onWay(last, point, clamp(leaves, 0, 1)));
      }
      walked += step;
    }
    last = point;
  }
  return part;
}

const onWay = (a: Point, b: Point, t: number): Point => ({
  x: between(a.x, b.x, t),
  y: between(a.y, b.y, t),
});

/** A polyline cut into dashes of `on` units with gaps of `off` units, starting with a dash. */
export function dashes(line: readonly Point[], on: number, off: number): Point[][] {
  const length = lengthOf(line);
  const parts: Point[][] = [];
  for (let start = 0; start < length; start += on + off) {
    const part = stretch(line, start, Math.min(start + on, length));
    if (part.length > 1) parts.push(part);
  }
  return parts;
}

/** Places every `spacing` units along a polyline, the first after `first` units and none in the last `first`. */
export function stations(line: readonly Point[], spacing: number, first: number): Station[] {
  const end = lengthOf(line) - first + 0.001;
  const found: Station[] = [];
  let walked = 0;
  let next = first;
  let last: Point | undefined;
  for (const point of line) {
    if (last) {
      const step = distance(last, point);
      const reached = step > 0 ? Math.min(walked + step, end) : walked - 1;
      while (next <= reached) {
        const at = onWay(last, point, (next - walked) / step);
        found.push({ ...at, nx: (point.y - last.y) / step, ny: (last.x - point.x) / step });
        next += spacing;
      }
      walked += step;
    }
    last = point;
  }
  return found;
}
