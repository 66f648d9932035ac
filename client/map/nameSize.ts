import type { Size } from './camera.ts';

/** Font size of the names in CSS pixels: readable from ten metres on a projector, smaller when there are many. */
export function nameSize(seats: number, host: Size): number {
  const wide = Math.min(28, host.width * 0.0178);
  return seats > 20 ? Math.max(12, wide * 0.72) : Math.max(16, wide);
}
