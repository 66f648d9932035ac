import type { Signal } from '@preact/signals';
import type { View } from '#shared/session/views/tableView.ts';
import type { RecordedSource } from '../../source/recorded.ts';
import { Scrubber } from './Scrubber.tsx';
import { Transport } from './Transport.tsx';
import type { Playback } from './usePlayback.ts';

interface Props {
  readonly view: View;
  readonly source: RecordedSource;
  readonly playback: Playback;
  readonly hidesAhead: Signal<boolean>;
}

/** The tape: its buttons, and the line of the dial to press and drag. */
export function Tape({ source, playback, hidesAhead }: Props) {
  return (
    <div class="tape">
      <Transport playback={playback} />
      <Scrubber source={source} hidesAhead={hidesAhead.value} go={playback.go} />
    </div>
  );
}
