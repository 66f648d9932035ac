import type { Signal } from '@preact/signals';
import type { PlayState } from '../../panels/playState.ts';
import type { RecordedSource } from '../../source/recorded.ts';
import type { Mark, MarkGroup } from './marks.ts';
import type { Playback } from './usePlayback.ts';

/** What a tab of the replay may build on. */
export interface ReplayTools {
  readonly source: RecordedSource;
  /** The code of the session; null for a file. */
  readonly code: string | null;
  /** The secret of the link that led here; null: no link did. */
  readonly link: string | null;
  /** This is the host of an ended session of the server: they may give links to it. */
  readonly mayShare: boolean;
  /** What is shown is a branch: it has no address and is no session to export or talk over. */
  readonly isBranch: boolean;
  /** Opens the sheets to print. */
  readonly toSheets: () => void;
  readonly ui: PlayState;
  readonly playback: Playback;
  /** The marks that may be shown now: of the groups that are on, for these eyes, and none ahead where that is hidden. */
  readonly marks: readonly Mark[];
  /** Groups of marks that are left out. */
  readonly marksOff: Signal<readonly MarkGroup[]>;
}
