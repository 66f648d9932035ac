import type { ActionId } from '#shared/model/actions.ts';
import type { View } from '#shared/session/views/tableView.ts';
import { list, words } from '../../text/language.ts';
import type { PlayState, OrderInHand } from '../playState.ts';
import { campOfSeat, meeting, mostTargets, toggleTarget } from './orderInHand.ts';
import { seatName, candidates } from '../lookup.ts';

interface PickerProps {
  readonly view: View;
  readonly ui: PlayState;
  readonly draft: OrderInHand;
}

/** The targets of a card: one chip for every state, the chosen ones on; the map's nodes do the same. */
export function TargetPicker({ view, ui, draft }: PickerProps) {
  const { orders } = words.value;
  const most = mostTargets(view, draft.action);
  return (
    <fieldset class="targets">
      <legend>
        {question(draft.action)}
        <span class="num">{orders.targets.count(draft.targets.length, most)}</span>
      </legend>
      <div class="targets-list">
        {candidates(view).map((seat) => (
          <button
            key={seat}
            type="button"
            class="chip"
            aria-pressed={draft.targets.includes(seat)}
            onClick={() => {
              ui.draft.value = toggleTarget(view, draft, seat);
            }}
          >
            {seatName(view, seat)}
          </button>
        ))}
      </div>
      {draft.action === 'bridge' && <MeetingNote view={view} draft={draft} />}
    </fieldset>
  );
}

function question(action: ActionId): string {
  const { targets } = words.value.orders;
  if (action === 'dialogue') return targets.dialogue;
  if (action === 'build-capacity') return targets.buildCapacity;
  if (action === 'restrict') return targets.restrict;
  return action === 'bridge' ? targets.pair : targets.operation;
}

/** Two states of two camps represent their camps' heaviest members. */
function MeetingNote({ view, draft }: { readonly view: View; readonly draft: OrderInHand }) {
  const [a, b] = draft.targets;
  if (a === undefined || b === undefined) return null;
  const [first, second] = [campOfSeat(view, a), campOfSeat(view, b)];
  if (!first || !second || first.id === second.id) return null;
  const names = (seats: readonly string[]): string => list(seats.map((seat) => seatName(view, seat)));
  const [own, other] = [names(meeting(view, first, a)), names(meeting(view, second, b))];
  return <p class="panel-note">{words.value.orders.groupsNote(own, other)}</p>;
}
