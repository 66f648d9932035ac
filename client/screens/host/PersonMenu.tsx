import { useSignal } from '@preact/signals';
import type { CommandOf } from '#shared/session/vocabulary/commands.ts';
import { roles } from '#shared/session/vocabulary/delegations.ts';
import type { SeatView, View } from '#shared/session/views/tableView.ts';
import { ChooseAndDo } from '../../components/ChooseAndDo.tsx';
import { HeldAsk } from '../../components/HeldAsk.tsx';
import { seatName } from '../../panels/lookup.ts';
import { pick, words } from '../../text/language.ts';
import type { Give } from './give.ts';

interface Props {
  readonly view: View;
  readonly seat: SeatView;
  readonly person: SeatView['delegates'][number];
  readonly give: Give;
}

/** Actions on a person that need a confirmation. */
type Asked = CommandOf<'removeDelegate' | 'moveDelegate' | 'swapDelegates'>;

/** A person of the roster, and the seats they can move to; changing a seat needs press and hold. Removal is no ban. */
export function PersonMenu({ view, seat, person, give }: Props) {
  const asked = useSignal<Asked | null>(null);
  const name = person.name ?? words.value.host.room.unnamed;
  const isSeveral = seat.delegates.length > 1;
  return (
    <span class="person">
      <span>
        {name}
        {isSeveral && <small> {words.value.delegation.roles[person.role]}</small>}
      </span>
      <Menu
        view={view}
        seat={seat}
        person={person}
        give={give}
        ask={(next) => {
          asked.value = next;
        }}
      />
      {asked.value && (
        <PersonAsk
          view={view}
          name={name}
          asked={asked.value}
          give={give}
          cancel={() => {
            asked.value = null;
          }}
        />
      )}
    </span>
  );
}

function Menu({ view, seat, person, give, ask }: Props & { readonly ask: (asked: Asked) => void }) {
  const { room } = words.value.host;
  const name = person.name ?? room.unnamed;
  const act = (chosen: string): void => {
    const delegate = person.id;
    const role = roles.find((one) => `role:${one}` === chosen);
    if (role) give({ type: 'setRole', delegate, role });
    else if (chosen === 'remove') ask({ type: 'removeDelegate', delegate });
    else if (chosen.startsWith('swap:')) ask({ type: 'swapDelegates', delegate, other: chosen.slice(5) });
    else ask({ type: 'moveDelegate', delegate, seat: chosen });
  };
  return (
    <ChooseAndDo label={room.placeOf(name)} onDo={act} look="person-menu">
      <option value="">⋯</option>
      {seat.delegates.length > 1 && <RoleOptions name={name} person={person} />}
      <PlaceOptions view={view} seat={seat} />
      <SwapOptions view={view} seat={seat} />
      <option value="remove">{room.remove}</option>
    </ChooseAndDo>
  );
}

function PlaceOptions({ view, seat }: Pick<Props, 'view' | 'seat'>) {
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

function SwapOptions({ view, seat }: Pick<Props, 'view' | 'seat'>) {
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

function RoleOptions({ name, person }: Pick<Props, 'person'> & { readonly name: string }) {
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

interface AskProps extends Pick<Props, 'view' | 'give'> {
  readonly name: string;
  readonly asked: Asked;
  readonly cancel: () => void;
}

function PersonAsk({ view, name, asked, give, cancel }: AskProps) {
  const { inbox, host } = words.value;
  const isRemoval = asked.type === 'removeDelegate';
  return (
    <HeldAsk
      label={labelOf(view, name, asked)}
      note={isRemoval ? host.room.removeNote : inbox.moveNote}
      onDone={() => give(asked)}
      cancel={cancel}
    />
  );
}

function labelOf(view: View, name: string, asked: Asked): string {
  const { inbox, host } = words.value;
  if (asked.type === 'removeDelegate') return host.room.removeHeld(name);
  if (asked.type === 'moveDelegate') return inbox.moveHeld(name, seatName(view, asked.seat));
  const other = view.table.seats.flatMap(({ delegates }) => delegates).find(({ id }) => id === asked.other);
  return inbox.swapHeld(name, other?.name ?? host.room.unnamed);
}
