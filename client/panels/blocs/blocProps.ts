import type { BlocView, View } from '#shared/session/views/tableView.ts';
import type { ViewSource } from '../../source/viewSource.ts';
import type { PlayState } from '../playState.ts';

/** What every part of a bloc's card needs. */
export interface BlocProps {
  readonly view: View;
  readonly source: ViewSource;
  readonly ui: PlayState;
  readonly bloc: BlocView;
}
