import { type Signal, useSignal } from '@preact/signals';
import { roles } from '#shared/session/delegation.ts';
import type { SeatView, View } from '#shared/session/tableView.ts';
import { HoldButton } from '../../components/HoldButton.tsx';
import { pick, words } from '../../text/language.ts';
import type { Give } from './give.ts';

interface Parts {
  readonly view: View;
  readonly seat: SeatView;
  readonly person: SeatView['delegates'][number];
  readonly give: Give;
}

/** A person of the roster, and where else they may sit; taking them off the table is held, and no ban. */
export function PersonMenu({ view, seat, person, give }: Parts) {
  const { room } = words.value.host;
  const isAsking = useSignal(false);
  const name = person.name ?? room.unnamed;
  const isSeveral = seat.delegates.length > 1;
  const choose = (event: Event & { readonly currentTarget: HTMLSelectElement }): void => {
    const chosen = event.currentTarget.value;
    const role = roles.find((one) => `role:${one}` === chosen);
    const other = chosen.startsWith('swap:') ? chosen.slice(5) : null;
    if (chosen === 'remove') isAsking.value = true;
    else if (other !== null) give({ type: 'swapDelegates', delegate: person.id, other });
    else if (role) give({ type: 'setRole', delegate: person.id, role });
    else if (chosen !== '') give({ type: 'moveDelegate', delegate: person.id, seat: chosen });
    event.currentTarget.value = '';
  };
  return (
    <span class="person">
      <span>
        {name}
        {isSeveral && <small> {words.value.delegation.roles[person.role]}</small>}
      </span>
      <select
        class="btn person-menu"
        aria-label={room.placeOf(name)}
        title={room.placeOf(name)}
        onChange={choose}
      >
        <option value="">⋯</option>
        {isSeveral && <RoleOptions name={name} person={person} />}
        <PlaceOptions view={view} seat={seat} />
        <SwapOptions view={view} seat={seat} />
        <option value="remove">{room.remove}</option>
      </select>
      {isAsking.value && <RemoveAsk name={name} person={person} give={give} isAsking={isAsking} />}
    </span>
  );
}

function PlaceOptions({ view, seat }: Pick<Parts, 'view' | 'seat'>) {
  return (
    <optgroup label={words.value.host.room.moveTo}>
      {view.card.seats
        .filter(({ id }) => id !== seat.id)
        .map((other) => (
          <option key={other.id} value={other.id}>
            {pick(other.name)}
          </option>
        ))}
    </optgroup>
  );
}

function SwapOptions({ view, seat }: Pick<Parts, 'view' | 'seat'>) {
  const people = view.table.seats.flatMap((other, index) =>
    other.id === seat.id
      ? []
      : other.delegates.map(({ id, name }) => ({ id, name, state: view.card.seats[index]?.name })),
  );
  if (people.length === 0) return null;
  return (
    <optgroup label={words.value.entry.host.swapWith}>
      {people.map(({ id, name, state }) => (
        <option key={id} value={`swap:${id}`}>
          {`${name ?? words.value.host.room.unnamed} (${state ? pick(state) : ''})`}
        </option>
      ))}
    </optgroup>
  );
}

function RoleOptions({ name, person }: Pick<Parts, 'person'> & { readonly name: string }) {
  const { delegation } = words.value;
  return (
    <optgroup label={delegation.roleOf(name)}>
      {roles
        .filter((role) => role !== person.role)
        .map((role) => (
          <option key={role} value={`role:${role}`}>
            {delegation.roles[role]}
          </option>
        ))}
    </optgroup>
  );
}

interface AskParts extends Pick<Parts, 'person' | 'give'> {
  readonly name: string;
  readonly isAsking: Signal<boolean>;
}

function RemoveAsk({ name, person, give, isAsking }: AskParts) {
  const { room } = words.value.host;
  return (
    <span class="asking">
      <HoldButton
        label={room.removeHeld(name)}
        again={room.again}
        onDone={() => give({ type: 'removeDelegate', delegate: person.id })}
      />
      <button
        type="button"
        class="btn"
        onClick={() => {
          isAsking.value = false;
        }}
      >
        {room.keep}
      </button>
      <small>{room.removeNote}</small>
    </span>
  );
}
