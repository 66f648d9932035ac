import type { GameObjects, Scene } from 'phaser';
import { bakeUnderlay } from './bakeUnderlay.ts';
import type { Curve } from './curve.ts';
import { drawArcs } from './drawArcs.ts';
import { drawBreaks } from './drawBreaks.ts';
import { drawLinks } from './drawLinks.ts';
import { drawNodes } from './drawNodes.ts';
import { drawTies } from './drawTies.ts';
import type { MapOptions, MapPicture } from './mapPicture.ts';
import type { Palette } from './palette.ts';
import type { Setting, Stage } from './stage.ts';
import { Underlay } from './underlay.ts';
import type { Size, View } from './view.ts';

/** How far beyond the host the ground is baked, as a share of its size: a pan does not at once run out of map. */
const BAKE_MARGIN = 0.14;

/** Owns what Phaser draws: the baked ground, the lines, the nodes and the moment's arcs and breaks. */
export class Painter {
  readonly #scene: Scene;
  readonly #underlay: Underlay;
  readonly #links: GameObjects.Graphics;
  readonly #nodes: GameObjects.Graphics;
  readonly #moment: GameObjects.Graphics;

  constructor(scene: Scene) {
    this.#scene = scene;
    this.#underlay = new Underlay(scene);
    this.#links = scene.add.graphics().setDepth(2);
    this.#nodes = scene.add.graphics().setDepth(3);
    this.#moment = scene.add.graphics().setDepth(4);
  }

  /** Bakes the ground for what a view shows; `isSoft` lets it fade in over the old one by `fade`. */
  bake(
    picture: MapPicture,
    setting: Setting,
    options: MapOptions,
    palette: Palette,
    seen: { readonly view: View; readonly host: Size; readonly ratio: number },
    isSoft: boolean,
  ): void {
    const { view, host, ratio } = seen;
    const halfWidth = (host.width / view.scale) * (0.5 + BAKE_MARGIN);
    const halfHeight = (host.height / view.scale) * (0.5 + BAKE_MARGIN);
    const box = {
      left: view.x - halfWidth,
      top: view.y - halfHeight,
      right: view.x + halfWidth,
      bottom: view.y + halfHeight,
    };
    this.#scene.cameras.main.setBackgroundColor(palette.ground);
    this.#underlay.bake(box, view.scale * ratio, isSoft, (context) =>
      bakeUnderlay(context, box, picture, setting, options, palette),
    );
  }

  /** How far the newest ground has come out over the one before, 0..1. */
  fade(share: number): void {
    this.#underlay.show(share);
  }

  /** Draws the stage as it is now; `breaking` are the links in the act of breaking and how far they are. */
  draw(
    stage: Stage,
    palette: Palette,
    breaking: { readonly curves: readonly Curve[]; readonly share: number },
  ): void {
    this.#links.clear();
    this.#nodes.clear();
    this.#moment.clear();
    drawLinks(this.#links, stage.links, palette);
    drawTies(this.#links, stage.ties, palette);
    drawNodes(this.#nodes, stage.nodes, palette);
    drawArcs(this.#moment, stage.arcs, palette);
    drawBreaks(this.#moment, breaking.curves, breaking.share, palette);
  }

  /** Points the camera at a view; `ratio` is device pixels per CSS pixel. */
  look(view: View, ratio: number): void {
    this.#scene.cameras.main.setZoom(view.scale * ratio).centerOn(view.x, view.y);
  }
}
