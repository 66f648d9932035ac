import { type CampDisc, campOutline } from './campOutline.ts';
import type { Point } from './curve.ts';
import type { MapBloc } from './mapPicture.ts';
import { css, type Palette } from './palette.ts';

/** Paints the camps: the first tinted, the second hatched, each with an edge that thickens with its depth. */
export function bakeCamps(
  context: CanvasRenderingContext2D,
  blocs: readonly MapBloc[],
  discs: ReadonlyMap<string, CampDisc>,
  margin: number,
  palette: Palette,
): void {
  for (const bloc of blocs) {
    if (bloc.kind !== 'exclusive') continue;
    const inside = new Set(bloc.members);
    const members = bloc.members.flatMap((seat) => discs.get(seat) ?? []);
    const outsiders = [...discs].filter(([seat]) => !inside.has(seat)).map(([, disc]) => disc);
    const loops = campOutline(members, outsiders, margin);
    if (loops.length === 0) continue;
    context.beginPath();
    for (const loop of loops) traceSmooth(context, loop);
    if (bloc.order % 2 === 0) fillTinted(context, palette);
    else fillHatched(context, loops.flat(), palette);
    context.strokeStyle = css(palette.blocs);
    context.lineWidth = 1.5 + 6 * bloc.depth;
    context.lineJoin = 'round';
    context.stroke();
  }
}

/** Adds a closed loop to the path, its corners rounded by running through the middles of its sides. */
function traceSmooth(context: CanvasRenderingContext2D, loop: readonly Point[]): void {
  const last = loop.at(-1);
  const first = loop[0];
  if (!last || !first) return;
  context.moveTo((last.x + first.x) / 2, (last.y + first.y) / 2);
  loop.forEach((point, i) => {
    const next = loop[(i + 1) % loop.length] ?? first;
    context.quadraticCurveTo(point.x, point.y, (point.x + next.x) / 2, (point.y + next.y) / 2);
  });
  context.closePath();
}

function fillTinted(context: CanvasRenderingContext2D, palette: Palette): void {
  context.fillStyle = css(palette.blocs, 0.13);
  context.fill('evenodd');
}

/* The path of the camp is still current after restore: clip and hatch lines use paths of their own. */
function fillHatched(context: CanvasRenderingContext2D, points: readonly Point[], palette: Palette): void {
  const hatch = new Path2D();
  const left = Math.min(...points.map((point) => point.x));
  const right = Math.max(...points.map((point) => point.x));
  const top = Math.min(...points.map((point) => point.y));
  const bottom = Math.max(...points.map((point) => point.y));
  const height = bottom - top;
  for (let x = left - height; x < right; x += 12.7) {
    hatch.moveTo(x, bottom);
    hatch.lineTo(x + height, top);
  }
  context.fillStyle = css(palette.blocs, 0.06);
  context.fill('evenodd');
  context.save();
  context.clip('evenodd');
  context.strokeStyle = css(palette.blocs, 0.36);
  context.lineWidth = 2;
  context.stroke(hatch);
  context.restore();
}
