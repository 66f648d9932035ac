import { bakeCamps } from './bakeCamps.ts';
import { bakeFog } from './bakeFog.ts';
import { bakeGround } from './bakeGround.ts';
import type { Box } from './contours.ts';
import { type FogSource, fogField } from './fogField.ts';
import type { MapOptions, MapPicture } from './mapPicture.ts';
import { css, type Palette } from './palette.ts';
import type { Layout } from './layout.ts';

/** Paints everything beneath the moving lines: ground, land, the faint links, camps and fog. */
export function bakeUnderlay(
  context: CanvasRenderingContext2D,
  box: Box,
  picture: MapPicture,
  layout: Layout,
  options: MapOptions,
  palette: Palette,
): void {
  bakeGround(context, box, options.layout === 'sheet' ? layout.scene.nodes : null, palette);
  bakeFaint(context, layout, palette);
  const discs = new Map(layout.scene.nodes.map((node) => [node.seat, node]));
  bakeCamps(context, picture.blocs, discs, layout.campMargin, palette);
  const reach = 140;
  const fogBox = {
    left: layout.box.left - reach,
    top: layout.box.top - reach,
    right: layout.box.right + reach,
    bottom: layout.box.bottom + reach,
  };
  const most = Math.min(1, picture.fog * 2.2);
  if (most > 0.02) bakeFog(context, fogField(fogSources(picture, layout), fogBox, most), palette);
}

function bakeFaint(context: CanvasRenderingContext2D, layout: Layout, palette: Palette): void {
  context.lineCap = 'round';
  for (const { curve, strength } of layout.faint) {
    context.beginPath();
    context.moveTo(curve.from.x, curve.from.y);
    context.quadraticCurveTo(curve.toward.x, curve.toward.y, curve.to.x, curve.to.y);
    context.lineWidth = 0.8 + 1.6 * strength * strength;
    context.strokeStyle = css(palette.technical, 0.05 + 0.13 * strength);
    context.stroke();
  }
}

/* The fog reads all links of the picture, drawn or not, along straight ways: it lies over regions, not over curves. */
function fogSources(picture: MapPicture, layout: Layout): FogSource[] {
  const at = new Map(layout.scene.nodes.map((node) => [node.seat, node]));
  return picture.links.flatMap((link) => {
    const from = at.get(link.a);
    const to = at.get(link.b);
    if (!from || !to) return [];
    const toward = { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 };
    return [{ curve: { from, toward, to }, strength: link.strength }];
  });
}
