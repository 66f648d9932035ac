import { type ActionId, actionIds, type Family, familyOf } from '#shared/model/actions.ts';
import type { View } from '#shared/session/views/tableView.ts';
import { words } from '../../text/language.ts';
import { points } from '../../text/number.ts';
import type { PlayState } from '../playState.ts';
import { orderInHandOf } from './orderInHand.ts';
import { FamilyMark } from '../marks.tsx';

const shown: readonly Exclude<Family, 'none'>[] = ['cooperate', 'blocs', 'securitize'];
/** The class that carries a family's colours. */
export const familyClass: Readonly<Record<Family, string>> = {
  cooperate: 'coop',
  blocs: 'bloc',
  securitize: 'sec',
  none: 'held',
};

interface DeckProps {
  readonly view: View;
  readonly ui: PlayState;
}

/** The cards in three families, always in the same order; a phone shows one family at a time. */
export function CardDeck({ view, ui }: DeckProps) {
  return (
    <div class="deck" data-family={ui.family.value}>
      <FamilySwitch ui={ui} />
      {shown.map((family) => (
        <FamilyColumn key={family} family={family} view={view} ui={ui} />
      ))}
      <HoldCard view={view} ui={ui} />
    </div>
  );
}

function FamilySwitch({ ui }: { readonly ui: PlayState }) {
  const { orders } = words.value;
  return (
    <div class="deck-switch" role="group" aria-label={orders.title}>
      {shown.map((family) => (
        <button
          key={family}
          type="button"
          class={familyClass[family]}
          aria-pressed={ui.family.value === family}
          onClick={() => {
            ui.family.value = family;
          }}
        >
          <FamilyMark family={family} />
          {orders.familiesShort[family]}
        </button>
      ))}
    </div>
  );
}

function FamilyColumn({ family, view, ui }: DeckProps & { readonly family: Exclude<Family, 'none'> }) {
  const { orders } = words.value;
  const open = actionIds.filter((action) => familyOf[action] === family && view.own?.open.includes(action));
  return (
    <section class={`deck-family ${familyClass[family]}`} data-family={family}>
      <h3>
        <FamilyMark family={family} />
        {orders.families[family]}
      </h3>
      <ul>
        {open.map((action) => (
          <li key={action}>
            <OrderCard action={action} view={view} ui={ui} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function OrderCard({ action, view, ui }: DeckProps & { readonly action: ActionId }) {
  const { orders } = words.value;
  const isChosen = ui.draft.value?.action === action;
  return (
    <button
      type="button"
      class={isChosen ? 'order-card is-chosen' : 'order-card'}
      aria-pressed={isChosen}
      title={orders.cards[action].line}
      onClick={() => choose(ui, action)}
    >
      <span>{orders.cards[action].name}</span>
      <span class="order-cost num">{action === 'hold' ? orders.free : points(view.card.costs[action])}</span>
    </button>
  );
}

/** Chooses a card, or puts it back if it was chosen. */
function choose(ui: PlayState, action: ActionId): void {
  const draft = ui.draft.value;
  ui.lit.value = [];
  ui.draft.value = draft?.action === action ? null : orderInHandOf(action, draft?.expects ?? null);
}

function HoldCard({ view, ui }: DeckProps) {
  if (!view.own?.open.includes('hold')) return null;
  return (
    <div class="deck-hold held">
      <OrderCard action="hold" view={view} ui={ui} />
    </div>
  );
}

/** Cards that are dealt later, in small print. */
export function LaterCards({ view }: { readonly view: View }) {
  const { orders } = words.value;
  const later = view.own?.later ?? [];
  const rounds = [...new Set(later.map((card) => card.round))].toSorted((a, b) => a - b);
  if (rounds.length === 0) return null;
  return (
    <p class="deck-later">
      {rounds.map((round) => {
        const names = later
          .filter((card) => card.round === round)
          .map((card) => orders.cards[card.action].name);
        return <span key={round}>{orders.later(round, words.value.list(names))}</span>;
      })}
    </p>
  );
}
