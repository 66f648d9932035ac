import { at } from '../lib/at.ts';
import { HOLD, type Order } from '../model/actions.ts';
import { previewLine, type PreviewScene } from '../model/preview.ts';
import { choose } from './choose.ts';
import { readingOf } from './reading.ts';
import type { Disposition } from '../session/views/sight.ts';

/**
 * Looks one step ahead: of all open cards it plays the one that, by the preview, brings it most over two rounds if it is *answered
 * in kind*; among equals the first. It knows only what its seat sees, names the targets that the others would, and decides without
 * dice. One move of search over a model of the others, as in [shannon-1950]. [model D.8, D.14]
 */
export const lookAhead: Disposition = (sight, chance) => {
  const { setting, world, seats, open, events } = sight;
  const reading = readingOf(sight);
  const scene: PreviewScene = {
    seat: at(seats, sight.seat),
    lastOrders: Object.fromEntries((sight.lastOrders ?? []).map((order, seat) => [at(seats, seat), order])),
    events,
    pledges: [],
    recognitions: [],
  };
  let best: Order = HOLD;
  let most = -Infinity;
  for (const action of open) {
    const order = choose(reading, chance, action);
    const { twoRounds } = previewLine(setting, world, { ...scene, order, breaks: [] }, 'answeredInKind');
    if (twoRounds <= most) continue;
    most = twoRounds;
    best = order;
  }
  return best;
};
