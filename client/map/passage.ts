import type { Curve } from './curve.ts';
import { BREAK_MS } from './drawBreaks.ts';
import type { Scene } from './layout.ts';
import { tweenScene } from './tweenScene.ts';

/** The transition from one stage to the next in time. */
export interface Passage {
  readonly from: Scene;
  readonly to: Scene;
  readonly durationMs: number;
  readonly breaking: readonly Curve[];
  /** Time of its first frame; null before that. */
  startedMs: number | null;
}

/** A transition that is already complete. */
export const arrived = (scene: Scene): Passage => ({
  from: scene,
  to: scene,
  durationMs: 0,
  breaking: [],
  startedMs: null,
});

/** The state of a transition at one moment; all shares 0..1. */
interface Moment {
  readonly scene: Scene;
  readonly share: number;
  readonly breakShare: number;
  readonly isOver: boolean;
}

/** The state of a transition at a time; the first call sets its start. */
export function momentOf(passage: Passage, timeMs: number): Moment {
  passage.startedMs ??= timeMs;
  const passed = timeMs - passage.startedMs;
  const share = passage.durationMs <= 0 ? 1 : Math.min(1, passed / passage.durationMs);
  const breakShare = passage.breaking.length === 0 ? 1 : Math.min(1, passed / BREAK_MS);
  const scene = tweenScene(passage.from, passage.to, ease(share));
  return { scene, share: ease(share), breakShare, isOver: share >= 1 && breakShare >= 1 };
}

const ease = (t: number): number => (t < 0.5 ? 4 * t ** 3 : 1 - (2 - 2 * t) ** 3 / 2);
