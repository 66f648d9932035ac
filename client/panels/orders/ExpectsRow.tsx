import { families } from '#shared/model/actions.ts';
import type { View } from '#shared/session/views/tableView.ts';
import { words } from '../../text/language.ts';
import { familyClass } from './CardDeck.tsx';
import type { PlayState, OrderInHand } from '../playState.ts';
import { indexOf, ownIndex, seatName, trustIn, candidates } from '../lookup.ts';
import { FamilyMark } from '../marks.tsx';

interface ExpectsProps {
  readonly view: View;
  readonly ui: PlayState;
  readonly draft: OrderInHand;
}

/** The heavy state that the own seat trusts least: the one whose next move matters most to it. */
export function mainRival(view: View): string {
  const own = ownIndex(view);
  const worry = (seat: string): number => {
    const index = indexOf(view, seat);
    const weight = view.card.seats[index]?.weight ?? 1;
    return (1000 - (trustIn(view, own, index) ?? 0)) * (0.5 + weight);
  };
  return candidates(view).toSorted((a, b) => worry(b) - worry(a))[0] ?? '';
}

/** One tap: what will my main rival do? Optional, and as secret as the order. */
export function ExpectsRow({ view, ui, draft }: ExpectsProps) {
  const { orders } = words.value;
  const rival = draft.expects?.seat ?? ui.rival.value ?? mainRival(view);
  const all = candidates(view);
  const next = all[(all.indexOf(rival) + 1) % all.length] ?? rival;
  return (
    <fieldset class="targets expects">
      <legend>
        {orders.expects.of(seatName(view, rival))}
        <button
          type="button"
          class="expects-change"
          onClick={() => {
            ui.rival.value = next;
            // A state alone is no expectation; this removes an existing one.
            if (draft.expects) ui.draft.value = { ...draft, expects: { ...draft.expects, seat: next } };
          }}
        >
          {orders.expects.change}
        </button>
      </legend>
      <ExpectedFamilies ui={ui} draft={draft} rival={rival} />
      <p class="panel-note">{orders.expects.note}</p>
    </fieldset>
  );
}

interface FamiliesProps {
  readonly ui: PlayState;
  readonly draft: OrderInHand;
  readonly rival: string;
}

function ExpectedFamilies({ ui, draft, rival }: FamiliesProps) {
  const { orders } = words.value;
  return (
    <div class="targets-list">
      {families.map((family) => {
        const isOn = draft.expects?.family === family;
        return (
          <button
            key={family}
            type="button"
            class={`chip ${familyClass[family]}`}
            aria-pressed={isOn}
            onClick={() => {
              ui.draft.value = { ...draft, expects: isOn ? null : { seat: rival, family } };
            }}
          >
            <FamilyMark family={family} size={15} />
            {orders.families[family]}
          </button>
        );
      })}
    </div>
  );
}
