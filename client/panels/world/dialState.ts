import type { View } from '#shared/session/views/tableView.ts';
import type { Tenths } from '#shared/session/views/tenths.ts';
import { bandIndex } from '../../charts/dialGeometry.ts';
import { words } from '../../text/language.ts';

/**
 * Where the world stands, in words: the ending that is in force, else the band of the dial. A trail that ends before the present, as while a
 * reveal holds the needle back, is named by its band alone.
 */
export function dialState(view: View, trail: readonly Tenths[] = view.table.trail.direction): string {
  const { dial } = words.value.play;
  const isNow = trail.length === view.table.trail.direction.length;
  if (isNow && view.table.stage === 'governance') return dial.reached;
  if (isNow && view.table.stage === 'predicament') return dial.fallen;
  return dial.bands[bandIndex(trail.at(-1) ?? 0)];
}
