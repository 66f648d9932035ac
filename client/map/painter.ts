import type { GameObjects, Scene as PhaserScene } from 'phaser';
import { bakeUnderlay } from './bakeUnderlay.ts';
import type { Curve } from './curve.ts';
import { drawArcs } from './drawArcs.ts';
import { drawBreaks } from './drawBreaks.ts';
import { drawLinks } from './drawLinks.ts';
import { drawNodes } from './drawNodes.ts';
import { drawTies } from './drawTies.ts';
import type { MapOptions, MapPicture } from './mapPicture.ts';
import type { Palette } from './palette.ts';
import type { Layout, Scene } from './layout.ts';
import { Underlay } from './underlay.ts';
import type { Size, Camera } from './camera.ts';

/** How far beyond the host the ground is baked, as a share of its size: a pan does not at once run out of map. */
const BAKE_MARGIN = 0.14;

/** Owns what Phaser draws: the baked ground, the lines, the nodes and the moment's arcs and breaks. */
export class Painter {
  readonly #scene: PhaserScene;
  readonly #underlay: Underlay;
  readonly #links: GameObjects.Graphics;
  readonly #nodes: GameObjects.Graphics;
  readonly #moment: GameObjects.Graphics;

  constructor(scene: PhaserScene) {
    this.#scene = scene;
    this.#underlay = new Underlay(scene);
    this.#links = scene.add.graphics().setDepth(2);
    this.#nodes = scene.add.graphics().setDepth(3);
    this.#moment = scene.add.graphics().setDepth(4);
  }

  /** Bakes the ground for what a view shows; `isSoft` lets it fade in over the old one by `fade`. */
  bake(
    picture: MapPicture,
    layout: Layout,
    options: MapOptions,
    palette: Palette,
    seen: { readonly camera: Camera; readonly host: Size; readonly ratio: number },
    isSoft: boolean,
  ): void {
    const { camera, host, ratio } = seen;
    const halfWidth = (host.width / camera.scale) * (0.5 + BAKE_MARGIN);
    const halfHeight = (host.height / camera.scale) * (0.5 + BAKE_MARGIN);
    const box = {
      left: camera.x - halfWidth,
      top: camera.y - halfHeight,
      right: camera.x + halfWidth,
      bottom: camera.y + halfHeight,
    };
    this.#scene.cameras.main.setBackgroundColor(palette.ground);
    this.#underlay.bake(box, camera.scale * ratio, isSoft, (context) =>
      bakeUnderlay(context, box, picture, layout, options, palette),
    );
  }

  /** How far the newest ground has come out over the one before, 0..1. */
  fade(share: number): void {
    this.#underlay.show(share);
  }

  /** Draws the stage as it is now; `breaking` are the links in the act of breaking and how far they are. */
  draw(
    scene: Scene,
    palette: Palette,
    breaking: { readonly curves: readonly Curve[]; readonly share: number },
  ): void {
    this.#links.clear();
    this.#nodes.clear();
    this.#moment.clear();
    drawLinks(this.#links, scene.links, palette);
    drawTies(this.#links, scene.ties, palette);
    drawNodes(this.#nodes, scene.nodes, palette);
    drawArcs(this.#moment, scene.arcs, palette);
    drawBreaks(this.#moment, breaking.curves, breaking.share, palette);
  }

  /** Points the camera at a view; `ratio` is device pixels per CSS pixel. */
  look(camera: Camera, ratio: number): void {
    this.#scene.cameras.main.setZoom(camera.scale * ratio).centerOn(camera.x, camera.y);
  }
}
