import type { View } from '#shared/session/views/tableView.ts';
import { words } from '../../text/language.ts';
import type { Give } from './give.ts';

interface Props {
  readonly view: View;
  readonly give: Give;
}

/** More time for the phase: one minute or three. */
export function MoreTime({ view, give }: Props) {
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
