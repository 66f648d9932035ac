import { AUTO, Core, Game, Renderer, type Scene, Scale } from 'phaser';
import type { Size } from './camera.ts';

/** A running Phaser game with one scene; we control its loop. */
export interface MapGame {
  readonly game: Game;
  readonly scene: Scene;
}

/** Called once a frame while the game is awake, with the time of the frame in milliseconds. */
type FrameStep = (timeMs: number) => void;

/** Starts Phaser inside an element, without sound, input or banner; resolves when the scene is ready to draw. */
export function startGame(parent: HTMLElement, size: Size, ratio: number, step: FrameStep): Promise<MapGame> {
  return new Promise((resolve) => {
    const game: Game = new Game({
      type: AUTO,
      parent,
      banner: false,
      audio: { noAudio: true },
      input: { mouse: false, touch: false, keyboard: false, gamepad: false },
      disableContextMenu: false,
      render: { antialias: true, roundPixels: false, powerPreference: 'low-power' },
      scale: {
        mode: Scale.NONE,
        width: pixels(size.width, ratio),
        height: pixels(size.height, ratio),
        zoom: 1 / ratio,
      },
      scene: {
        create(this: Scene) {
          dress(game.canvas, size);
          resolve({ game, scene: this });
        },
        update(timeMs: number) {
          step(timeMs);
        },
      },
    });
  });
}

/** Gives the canvas the size of its host at the given device pixels per CSS pixel. */
export function resizeGame(game: Game, size: Size, ratio: number): void {
  game.scale.setZoom(1 / ratio);
  game.scale.resize(pixels(size.width, ratio), pixels(size.height, ratio));
  dress(game.canvas, size);
}

/** Device pixels per CSS pixel, capped at 2 to spare batteries. */
export const pixelRatio = (): number => Math.min(2, Math.max(1, globalThis.devicePixelRatio || 1));

/** Events of a running game that nobody requested. */
interface GameWatch {
  readonly onFrame: () => void;
  /** A lost WebGL context is back: baked textures are gone. */
  readonly onRestore: () => void;
  /** The device has taken the drawing context away (true): the canvas is empty until it is restored (false). */
  readonly onLost?: ((isLost: boolean) => void) | undefined;
}

/** Calls back after each drawn frame, and when a WebGL context is lost or has come back. */
export function watchGame(game: Game, { onFrame, onRestore, onLost }: GameWatch): void {
  game.events.on(Core.Events.POST_RENDER, onFrame);
  if (!(game.renderer instanceof Renderer.WebGL.WebGLRenderer)) return;
  game.renderer.on(Renderer.Events.LOSE_WEBGL, () => onLost?.(true));
  game.renderer.on(Renderer.Events.RESTORE_WEBGL, () => {
    onRestore();
    onLost?.(false);
  });
}

/* Phaser leaves the old style in place when the zoom is 1. */
function dress(canvas: HTMLCanvasElement, size: Size): void {
  canvas.style.width = `${size.width}px`;
  canvas.style.height = `${size.height}px`;
}

const pixels = (length: number, ratio: number): number => Math.max(2, Math.round(length * ratio));
