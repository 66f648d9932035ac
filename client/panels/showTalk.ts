import type { SeatId } from '#shared/model/world.ts';
import type { View } from '#shared/session/views/tableView.ts';
import type { ViewSource } from '../source/viewSource.ts';
import type { PlayState } from './playState.ts';
import { pairKey } from './threadKey.ts';

/** Whether these eyes have a channel on which two states talk in private: their own, or in a record any. */
export function canReadTalk(view: View, { said }: ViewSource, a: SeatId, b: SeatId): boolean {
  return said !== null || a === view.own?.seat || b === view.own?.seat;
}

/** Opens the channel of two states, all rounds of it. */
export function showTalk(view: View, ui: PlayState, a: SeatId, b: SeatId): void {
  ui.thread.value = pairKey(view, a, b);
  ui.talkRound.value = null;
  ui.tab.value = 'talk';
}
