import type { Stage } from '#shared/model/world.ts';
import type { Tenths } from '#shared/session/views/tenths.ts';
import { bandIndex } from '../../charts/dialGeometry.ts';
import { words } from '../../text/language.ts';

/** What the words depend on: a view has it, and so has a table of an event. */
interface OfWorld {
  readonly table: { readonly stage: Stage; readonly trail: { readonly direction: readonly Tenths[] } };
}

/**
 * The state of the world, in words: the ending in force, else the band of the dial. For a trail that ends before the present, as
 * while a reveal withholds the needle, the band only.
 */
export function dialState(view: OfWorld, trail: readonly Tenths[] = view.table.trail.direction): string {
  const { dial } = words.value.play;
  const isNow = trail.length === view.table.trail.direction.length;
  if (isNow && view.table.stage === 'governance') return dial.reached;
  if (isNow && view.table.stage === 'predicament') return dial.fallen;
  return dial.bands[bandIndex(trail.at(-1) ?? 0)];
}
