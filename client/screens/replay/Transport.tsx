import { LineIcon } from '../../components/LineIcon.tsx';
import { words } from '../../text/language.ts';
import { speeds, type Playback } from './usePlayback.ts';

/** Play, pause, steps and speed. */
export function Transport({ playback }: { readonly playback: Playback }) {
  const { transport } = words.value.replay;
  const playing = playback.playing.value;
  return (
    <div class="transport no-print" role="group" aria-label={transport.label} title={transport.keys}>
      <Step
        label={transport.backRound}
        path="M5 4v12M16 4L8 10l8 6z"
        onPress={() => playback.stepRound(-1)}
      />
      <Step
        label={transport.backPhase}
        path="M9 4l-6 6 6 6M16 4l-6 6 6 6"
        onPress={() => playback.stepPhase(-1)}
      />
      <Step label={transport.back} path="M13 4l-7 6 7 6" onPress={() => playback.step(-1)} />
      <button type="button" class="btn primary toggle" onClick={playback.toggle}>
        {playing ? transport.pause : transport.play}
      </button>
      <Step label={transport.on} path="M7 4l7 6-7 6" onPress={() => playback.step(1)} />
      <Step
        label={transport.onPhase}
        path="M4 4l6 6-6 6M11 4l6 6-6 6"
        onPress={() => playback.stepPhase(1)}
      />
      <Step label={transport.onRound} path="M15 4v12M4 4l8 6-8 6z" onPress={() => playback.stepRound(1)} />
      <button
        type="button"
        class="btn num"
        aria-label={transport.speed(playback.speed.value)}
        onClick={() => {
          const place = speeds.findIndex((speed) => speed === playback.speed.value);
          playback.speed.value = speeds[(place + 1) % speeds.length] ?? 1;
        }}
      >
        {playback.speed.value}×
      </button>
    </div>
  );
}

interface StepProps {
  readonly label: string;
  readonly path: string;
  readonly onPress: () => void;
}

function Step({ label, path, onPress }: StepProps) {
  return (
    <button type="button" class="btn step" aria-label={label} title={label} onClick={onPress}>
      <LineIcon path={path} />
    </button>
  );
}
