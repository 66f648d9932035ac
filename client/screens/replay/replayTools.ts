import type { Signal } from '@preact/signals';
import type { PlayState } from '../../panels/playState.ts';
import type { RecordedSource } from '../../source/recorded.ts';
import type { Playback } from './usePlayback.ts';

/** What a tab of the replay may build on. */
export interface ReplayTools {
  readonly source: RecordedSource;
  readonly ui: PlayState;
  readonly playback: Playback;
  readonly hidesAhead: Signal<boolean>;
}
