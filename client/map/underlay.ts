import type { GameObjects, Scene, Textures } from 'phaser';
import type { Box } from './contours.ts';

/** The largest side of a baked texture; every relevant device supports it. */
const LARGEST = 4096;

/* Setting a size sends the empty canvas to the graphics card, which costs as much as a bake: only when it has changed. */
function fitTexture(texture: Textures.CanvasTexture, width: number, height: number): void {
  if (texture.width !== width || texture.height !== height) texture.setSize(width, height);
}

interface Sheet {
  readonly texture: Textures.CanvasTexture;
  readonly image: GameObjects.Image;
}

/**
 * The baked ground: two opaque pictures, so that a new one can fade in over the old one without showing the background. Each bake
 * covers a part of the sheet at the resolution of the screen.
 */
export class Underlay {
  readonly #sheets: Sheet[];
  #front = 0;

  constructor(scene: Scene) {
    this.#sheets = ['underlay-a', 'underlay-b'].flatMap((key) => {
      const texture = scene.textures.createCanvas(key, 2, 2);
      if (!texture) return [];
      return [{ texture, image: scene.add.image(0, 0, key).setOrigin(0, 0).setVisible(false) }];
    });
  }

  /** Paints `box` at `resolution` device pixels per sheet unit; `soft` keeps the last bake beneath, to fade over it. */
  bake(
    box: Box,
    resolution: number,
    isSoft: boolean,
    paint: (context: CanvasRenderingContext2D) => void,
  ): void {
    this.#front = 1 - this.#front;
    const sheet = this.#sheets[this.#front];
    const old = this.#sheets[1 - this.#front];
    if (!sheet || !old) return;
    const width = box.right - box.left;
    const height = box.bottom - box.top;
    const sharp = Math.min(resolution, LARGEST / width, LARGEST / height);
    fitTexture(sheet.texture, Math.max(2, Math.ceil(width * sharp)), Math.max(2, Math.ceil(height * sharp)));
    const context = sheet.texture.context;
    context.setTransform(sharp, 0, 0, sharp, -box.left * sharp, -box.top * sharp);
    paint(context);
    context.setTransform(1, 0, 0, 1, 0, 0);
    sheet.texture.refresh();
    sheet.image
      .setTexture(sheet.texture.key)
      .setPosition(box.left, box.top)
      .setScale(1 / sharp);
    sheet.image
      .setVisible(true)
      .setAlpha(isSoft ? 0 : 1)
      .setDepth(1);
    old.image.setDepth(0).setVisible(isSoft && old.texture.width > 2);
  }

  /** The opacity of the newest bake, 0..1; at 1 the old one is removed. */
  show(share: number): void {
    this.#sheets[this.#front]?.image.setAlpha(share);
    if (share >= 1) this.#sheets[1 - this.#front]?.image.setVisible(false);
  }
}
