import type { GameObjects } from 'phaser';
import type { Point } from './curve.ts';

type Graphics = GameObjects.Graphics;

/** Strokes an open polyline. */
export function stroke(
  pen: Graphics,
  line: readonly Point[],
  width: number,
  colour: number,
  opacity = 1,
): void {
  const [first, ...rest] = line;
  if (!first || rest.length === 0 || width <= 0 || opacity <= 0) return;
  pen.lineStyle(width, colour, opacity);
  pen.beginPath();
  pen.moveTo(first.x, first.y);
  for (const point of rest) pen.lineTo(point.x, point.y);
  pen.strokePath();
}

/** Strokes a part of a circle, clockwise; angles in turns from the top. */
export function arc(
  pen: Graphics,
  at: Point,
  radius: number,
  turns: readonly [number, number],
  width: number,
  colour: number,
  opacity = 1,
): void {
  const [start, end] = turns;
  if (end <= start) return;
  const count = Math.max(2, Math.ceil((end - start) * Math.max(28, radius * 1.6)));
  const line: Point[] = [];
  for (let i = 0; i <= count; i += 1) line.push(onCircle(at, radius, start + ((end - start) * i) / count));
  stroke(pen, line, width, colour, opacity);
}

/** A full circle line. */
export function circle(
  pen: Graphics,
  at: Point,
  radius: number,
  width: number,
  colour: number,
  opacity = 1,
): void {
  arc(pen, at, radius, [0, 1.004], width, colour, opacity);
}

/** A filled disc. */
export function disc(pen: Graphics, at: Point, radius: number, colour: number, opacity = 1): void {
  const count = Math.max(10, Math.ceil(radius * 1.8));
  polygon(
    pen,
    Array.from({ length: count }, (_, i) => onCircle(at, radius, i / count)),
    colour,
    opacity,
  );
}

/** A filled convex shape. */
export function polygon(pen: Graphics, corners: readonly Point[], colour: number, opacity = 1): void {
  const [first, ...rest] = corners;
  if (!first || opacity <= 0) return;
  pen.fillStyle(colour, opacity);
  pen.beginPath();
  pen.moveTo(first.x, first.y);
  for (const point of rest) pen.lineTo(point.x, point.y);
  pen.closePath();
  pen.fillPath();
}

/** The place on a circle after some turns clockwise from the top. */
export const onCircle = (at: Point, radius: number, turns: number): Point => ({
  x: at.x + Math.sin(turns * 2 * Math.PI) * radius,
  y: at.y - Math.cos(turns * 2 * Math.PI) * radius,
});
