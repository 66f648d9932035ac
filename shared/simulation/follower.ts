import { choose } from '../bots/choose.ts';
import { readingOf } from '../bots/reading.ts';
import type { Disposition } from '../session/views/sight.ts';
import { at } from '../lib/at.ts';
import type { Order } from '../model/actions.ts';
import { MICRO } from '../model/micro.ts';
import { preview, previewBaselines, type PreviewScene } from '../model/preview.ts';

/** Half-width of the noise with which people weigh figures, in points. */
const NOISE_POINTS = 3;

/**
 * A player who follows the preview: plays the card with the best *you, over two rounds* under *answered in kind*, plus
 * `worldWeight` points for each point of the world's line. [model D.14]
 */
export function previewFollower(worldWeight: number): Disposition {
  return (sight, chance) => {
    const { setting, world, seats, open } = sight;
    const scene: PreviewScene = {
      seat: at(seats, sight.seat),
      lastOrders: Object.fromEntries((sight.lastOrders ?? []).map((order, k) => [at(seats, k), order])),
      events: sight.events,
      pledges: [],
      recognitions: [],
    };
    const baselines = previewBaselines(setting, world, scene);
    const reading = readingOf(sight);
    let best: Order = { action: 'hold' };
    let most = -Infinity;
    for (const action of open) {
      const order = choose(reading, chance, action);
      const lines = preview(setting, world, { ...scene, order, breaks: [] }, baselines);
      const own = lines.youTwoRounds.answeredInKind;
      const points = ((own + worldWeight * lines.world.answeredInKind) / MICRO) * 100;
      const weighed = points + NOISE_POINTS * (chance() + chance() + chance() - 1.5);
      if (weighed > most) {
        most = weighed;
        best = order;
      }
    }
    return best;
  };
}
