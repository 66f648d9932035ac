import type { Box } from './contours.ts';
import { between, type Point } from './curve.ts';
import type { MapOptions } from './mapPicture.ts';
import { nameSize } from './nameSize.ts';
import { fitCamera, keepCamera, type Size, toScreen, toSheet, type Camera, zoomCamera } from './camera.ts';

const NO_INSETS = { top: 0, right: 0, bottom: 0, left: 0 };

/** The view of the map: the size of the host, the view that shows everything, and the current view. */
export class Lens {
  size: Size;
  ratio: number;
  camera: Camera = { x: 690, y: 400, scale: 1 };
  home: Camera = this.camera;
  #box: Box = { left: 0, top: 0, right: 1380, bottom: 800 };

  constructor(size: Size, ratio: number) {
    this.size = size;
    this.ratio = ratio;
  }

  /** Nothing was panned or zoomed. */
  get isHome(): boolean {
    return this.camera === this.home;
  }

  /** Fits a new box, with space for the names above and below; keeps a view that was moved by hand as far as possible. */
  fit(box: Box, options: MapOptions, seats: number): void {
    const wasHome = this.isHome;
    this.#box = box;
    const { top, right, bottom, left } = options.insets ?? NO_INSETS;
    const name = nameSize(seats, this.size);
    const insets = { top: top + name, right: right + name / 2, bottom: bottom + name, left: left + name / 2 };
    this.home = fitCamera(box, this.size, insets, options.fit ?? 'contain');
    this.camera = wasHome
      ? this.home
      : this.#kept({ ...this.camera, scale: Math.max(this.camera.scale, this.home.scale) });
  }

  /** Returns to the view that shows everything. */
  reset(): void {
    this.camera = this.home;
  }

  /** Shifts the map by CSS pixels. */
  pan(dx: number, dy: number): void {
    const { x, y, scale } = this.camera;
    this.camera = this.#kept({ x: x - dx / scale, y: y - dy / scale, scale });
  }

  /** Zooms about a place in the host. */
  zoom(factor: number, about: Point): void {
    this.camera = this.#kept(zoomCamera(this.camera, this.home, this.size, about, factor));
  }

  /** Moves a place into view if it is out of view. */
  reveal(at: Point): void {
    const seen = toScreen(this.camera, this.size, at);
    const isSeen =
      seen.x > 24 && seen.y > 24 && seen.x < this.size.width - 24 && seen.y < this.size.height - 24;
    if (!isSeen) this.camera = this.#kept({ ...this.camera, x: at.x, y: at.y });
  }

  /** The interpolated view between another and the current one. */
  from(start: Camera, share: number): Camera {
    if (share >= 1) return this.camera;
    return {
      x: between(start.x, this.camera.x, share),
      y: between(start.y, this.camera.y, share),
      scale: between(start.scale, this.camera.scale, share),
    };
  }

  /** The sheet place below a position in the host. */
  onSheet(at: Point): Point {
    return toSheet(this.camera, this.size, at);
  }

  #kept(camera: Camera): Camera {
    return camera.scale <= this.home.scale * 1.001 ? this.home : keepCamera(camera, this.home, this.#box);
  }
}
