import type { View } from '#shared/session/views/tableView.ts';
import type { RecordedSource } from '../../source/recorded.ts';
import type { Mark } from './marks.ts';
import { Scrubber } from './Scrubber.tsx';
import { Transport } from './Transport.tsx';
import type { Playback } from './usePlayback.ts';

interface Props {
  readonly view: View;
  readonly source: RecordedSource;
  readonly playback: Playback;
  readonly marks: readonly Mark[];
}

/** The tape: its buttons, and the line of the dial with its marks, to press and drag. */
export function Tape({ view, source, playback, marks }: Props) {
  return (
    <div class="tape">
      <Transport playback={playback} />
      <Scrubber view={view} source={source} marks={marks} go={playback.go} />
    </div>
  );
}
