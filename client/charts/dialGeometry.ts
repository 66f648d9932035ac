import type { Tenths } from '#shared/session/views/tenths.ts';

/** The dial's drawing area: hub, inner and outer radius of the arc. */
export const DIAL = { width: 472, height: 266, x: 236, y: 248, outer: 196, inner: 162 } as const;

/** The limits of the five bands, in tenths of a point on the dial. [model D.6] */
export const BAND_EDGES: readonly Tenths[] = [-600, -120, 0, 110, 220, 600];

/** The end of the scale on either side; the needle stops there, the number does not. */
export const SCALE_END: Tenths = 600;

/** The predicament lies below it, in tenths. */
export const PREDICAMENT: Tenths = -120;
/** Good governance begins here, in tenths. */
export const GOVERNANCE: Tenths = 220;

/** The band a direction lies in, 0 to 4. */
export function bandIndex(direction: Tenths): 0 | 1 | 2 | 3 | 4 {
  if (direction < PREDICAMENT) return 0;
  if (direction < 0) return 1;
  if (direction < 110) return 2;
  return direction < GOVERNANCE ? 3 : 4;
}

/** Degrees from upright: the ends of the scale are ±90°. */
export function dialAngle(direction: Tenths): number {
  return (Math.max(-SCALE_END, Math.min(SCALE_END, direction)) / SCALE_END) * 90;
}

/** The point at an angle and a distance from the hub. */
export function dialPoint(direction: Tenths, radius: number): readonly [number, number] {
  const angle = (dialAngle(direction) * Math.PI) / 180;
  return [round(DIAL.x + radius * Math.sin(angle)), round(DIAL.y - radius * Math.cos(angle))];
}

/** A sector of the arc between two directions and two radii, as a path. */
export function dialSector(from: Tenths, to: Tenths, outer: number, inner: number): string {
  const [a, b, c, d] = [
    dialPoint(from, outer),
    dialPoint(to, outer),
    dialPoint(to, inner),
    dialPoint(from, inner),
  ];
  return `M${a.join(' ')}A${outer} ${outer} 0 0 1 ${b.join(' ')}L${c.join(' ')}A${inner} ${inner} 0 0 0 ${d.join(' ')}Z`;
}

/** Short strokes across a sector, every `step` tenths: the hatching of the predicament. */
export function dialStrokes(from: Tenths, to: Tenths, step: number, outer: number, inner: number): string {
  const strokes: string[] = [];
  for (let at = from; at <= to; at += step) {
    const [a, b] = [dialPoint(at, inner), dialPoint(at, outer)];
    strokes.push(`M${a.join(' ')}L${b.join(' ')}`);
  }
  return strokes.join('');
}

/** The trail of past directions from the hub outwards; the last point is the tip of the needle. */
export function dialTrail(trail: readonly Tenths[]): readonly (readonly [number, number])[] {
  const [first, last] = [44, 138];
  const step = trail.length > 1 ? (last - first) / (trail.length - 1) : 0;
  return trail.map((direction, index) =>
    dialPoint(direction, trail.length > 1 ? first + index * step : last),
  );
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
