import type { View } from '#shared/session/views/tableView.ts';
import type { ViewSource } from '../../source/viewSource.ts';
import type { PlayState } from '../playState.ts';

/** What every part of the orders panel needs. */
export interface OrdersProps {
  readonly view: View;
  readonly source: ViewSource;
  readonly ui: PlayState;
}
