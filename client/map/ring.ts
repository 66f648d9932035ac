import type { Point } from './curve.ts';
import type { MapBloc } from './mapPicture.ts';

/* Few seats stand on a smaller ring, so that they look larger. */
const widthFor = (seats: number): number => Math.min(580, Math.max(430, 290 + 25 * seats));

/** Width and height of a host's ring: portrait to square, never flatter. */
export function ringSize(
  seats: number,
  hostWidth: number,
  hostHeight: number,
): { width: number; height: number } {
  const ratio = Math.min(2.1, Math.max(0.9, hostHeight / Math.max(1, hostWidth)));
  const width = widthFor(seats);
  return { width, height: width * ratio };
}

/**
 * Seats in the order of the ring: as given, with the members of each camp side by side from the first member's position. Groups
 * move nobody: rings around each state show them, so a state stays where people learned to find it.
 */
export function ringOrder(seats: readonly string[], blocs: readonly MapBloc[]): string[] {
  const camps = blocs
    .filter((bloc) => bloc.kind === 'exclusive')
    .toSorted((a, b) => a.order - b.order || a.id - b.id);
  const campOf = (seat: string): MapBloc | undefined => camps.find((camp) => camp.members.includes(seat));
  const placeOf = (seat: string): number => {
    const camp = campOf(seat);
    return seats.findIndex((other) => (camp ? campOf(other) === camp : other === seat));
  };
  return seats.toSorted((a, b) => placeOf(a) - placeOf(b));
}

/** Places on an upright ellipse, evenly spaced along its edge, clockwise from the top. */
export function ringPlaces(order: readonly string[], width: number, height: number): Map<string, Point> {
  const steps = 5760;
  const rx = width / 2;
  const ry = height / 2;
  const walked: number[] = [0];
  let sum = 0;
  for (let i = 1; i <= steps; i += 1) {
    sum += Math.hypot(
      edgeX(i, steps, rx) - edgeX(i - 1, steps, rx),
      edgeY(i, steps, ry) - edgeY(i - 1, steps, ry),
    );
    walked.push(sum);
  }
  const places = new Map<string, Point>();
  let at = 0;
  order.forEach((seat, index) => {
    const goal = (sum * index) / Math.max(1, order.length);
    while (at < steps && (walked[at] ?? 0) < goal) at += 1;
    places.set(seat, { x: rx + edgeX(at, steps, rx), y: ry + edgeY(at, steps, ry) });
  });
  return places;
}

/* A squared circle uses a portrait screen better than an ellipse: more room along the long sides. */
const squared = (value: number): number => Math.sign(value) * Math.abs(value) ** 0.72;
const edgeX = (i: number, steps: number, rx: number): number =>
  rx * squared(Math.sin((i / steps) * 2 * Math.PI));
const edgeY = (i: number, steps: number, ry: number): number =>
  -ry * squared(Math.cos((i / steps) * 2 * Math.PI));
