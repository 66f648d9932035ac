import type { Box } from './contours.ts';
import { clamp, type Point } from './curve.ts';

/** Width and height in CSS pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** The visible part of the sheet: the place in the middle of the host, and CSS pixels per sheet unit. */
export interface Camera {
  readonly x: number;
  readonly y: number;
  readonly scale: number;
}

/** Free space at the four sides of the host, in CSS pixels, without nodes. */
interface Insets {
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
}

const DEEPEST = 3.5;

/** The camera that shows the whole box inside the insets, or with `cover` fills the host with its middle. */
export function fitCamera(box: Box, host: Size, insets: Insets, fit: 'contain' | 'cover'): Camera {
  const width = Math.max(40, host.width - insets.left - insets.right);
  const height = Math.max(40, host.height - insets.top - insets.bottom);
  const across = width / (box.right - box.left);
  const down = height / (box.bottom - box.top);
  const scale = fit === 'cover' ? Math.max(across, down) : Math.min(across, down);
  const shiftX = (insets.right - insets.left) / 2 / scale;
  const shiftY = (insets.bottom - insets.top) / 2 / scale;
  return { x: (box.left + box.right) / 2 + shiftX, y: (box.top + box.bottom) / 2 + shiftY, scale };
}

/** The position of a sheet place in the host, in CSS pixels from its top left. */
export const toScreen = (camera: Camera, host: Size, at: Point): Point => ({
  x: (at.x - camera.x) * camera.scale + host.width / 2,
  y: (at.y - camera.y) * camera.scale + host.height / 2,
});

/** The sheet place below a position in the host. */
export const toSheet = (camera: Camera, host: Size, at: Point): Point => ({
  x: (at.x - host.width / 2) / camera.scale + camera.x,
  y: (at.y - host.height / 2) / camera.scale + camera.y,
});

/** The camera after zooming by `factor` about a screen position, never wider than `home`. */
export function zoomCamera(camera: Camera, home: Camera, host: Size, about: Point, factor: number): Camera {
  const scale = clamp(camera.scale * factor, home.scale, home.scale * DEEPEST);
  const held = toSheet(camera, host, about);
  return {
    x: held.x - (about.x - host.width / 2) / scale,
    y: held.y - (about.y - host.height / 2) / scale,
    scale,
  };
}

/** The camera kept near the box: fixed at home; when zoomed in, its centre stays over the box. */
export function keepCamera(camera: Camera, home: Camera, box: Box): Camera {
  const loose = 1 - home.scale / camera.scale;
  const halfWidth = ((box.right - box.left) / 2) * loose;
  const halfHeight = ((box.bottom - box.top) / 2) * loose;
  return {
    x: clamp(camera.x, home.x - halfWidth, home.x + halfWidth),
    y: clamp(camera.y, home.y - halfHeight, home.y + halfHeight),
    scale: camera.scale,
  };
}
