import { stepBackTarget } from '#shared/session/topics/rewinding.ts';
import type { View } from '#shared/session/tableView.ts';
import { HoldButton } from '../../components/HoldButton.tsx';
import { words } from '../../text/language.ts';
import { signedPoints } from '../../text/number.ts';
import type { Give } from './give.ts';

interface Parts {
  readonly view: View;
  readonly give: Give;
}

/** More time for the phase: one minute or three. */
export function MoreTime({ view, give }: Parts) {
  const { room } = words.value.host;
  const isUntimed = view.table.seconds === null;
  return (
    <div class="more-time" role="group" aria-label={room.moreTime}>
      {([60, 180] as const).map((seconds) => (
        <button
          key={seconds}
          type="button"
          class="btn"
          disabled={isUntimed}
          onClick={() => give({ type: 'extendPhase', seconds })}
        >
          {room.plusMinutes(seconds / 60)}
        </button>
      ))}
    </div>
  );
}

/** One round back, held, with what would be undone said beneath. Nothing where there is no earlier round. */
export function StepBack({ view, give }: Parts) {
  const { room } = words.value.host;
  const { phase, round, seats, trail } = view.table;
  const target = stepBackTarget(phase, round);
  if (target === null) return null;
  const sealed = phase === 'decision' ? seats.filter((seat) => seat.sealed).length : 0;
  const dial = trail.direction;
  const isResolved = dial.length > target;
  return (
    <div>
      <HoldButton
        label={room.stepBack(target)}
        again={room.again}
        describedBy="step-back-note"
        onDone={() => give({ type: 'stepBack' })}
      />
      <p id="step-back-note" class="hint">
        {isResolved &&
          room.undone(target, signedPoints(dial.at(-1) ?? 0), signedPoints(dial[target - 1] ?? 0))}
        {sealed > 0 && ` ${room.undoneSealed(sealed)}`} {room.undoneNote}
      </p>
    </div>
  );
}
