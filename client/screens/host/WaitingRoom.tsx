import { useSignal } from '@preact/signals';
import type { View } from '#shared/session/views/tableView.ts';
import { ChooseAndDo } from '../../components/ChooseAndDo.tsx';
import { HeldAsk } from '../../components/HeldAsk.tsx';
import { seatName } from '../../panels/lookup.ts';
import { pick, words } from '../../text/language.ts';
import type { Give } from './give.ts';

interface Props {
  readonly view: View;
  readonly give: Give;
}

/** People who wait for a seat, in order of arrival, each with the available seats. */
export function WaitingRoom({ view, give }: Props) {
  const { host: text } = words.value.entry;
  const { waiting } = view.table;
  if (waiting.length === 0) return null;
  return (
    <>
      <h3 class="with-act">
        <span aria-live="polite">{text.waiting(waiting.length)}</span>
        <button
          type="button"
          class="btn"
          onClick={() => give({ type: 'admitDelegates', delegates: waiting.map(({ id }) => id) })}
        >
          {text.admitAll}
        </button>
      </h3>
      <ul>
        {waiting.map((person) => (
          <Row key={person.id} view={view} give={give} person={person} />
        ))}
      </ul>
    </>
  );
}

function Row({ view, give, person }: Props & { readonly person: View['table']['waiting'][number] }) {
  const { inbox, entry } = words.value;
  const { host: text } = entry;
  const isAsking = useSignal(false);
  const name = person.name ?? words.value.host.room.unnamed;
  return (
    <li>
      <b>{name}</b>
      {person.wish !== null && <span>{text.wishes(seatName(view, person.wish))}</span>}
      <div class="answers">
        <AdmitKey name={name} admit={() => give({ type: 'admitDelegates', delegates: [person.id] })} />
        <PlaceMenu
          view={view}
          name={name}
          place={(seat) => give({ type: 'placeDelegate', delegate: person.id, seat })}
        />
        <button
          type="button"
          class="btn quiet"
          aria-label={text.turnAwayOf(name)}
          onClick={() => (isAsking.value = true)}
        >
          {text.turnAway}
        </button>
      </div>
      {isAsking.value && (
        <HeldAsk
          label={inbox.turnAwayHeld(name)}
          note={inbox.turnAwayNote}
          onDone={() => give({ type: 'turnAway', delegate: person.id })}
          cancel={() => (isAsking.value = false)}
        />
      )}
    </li>
  );
}

function AdmitKey({ name, admit }: { readonly name: string; readonly admit: () => void }) {
  const { host: text } = words.value.entry;
  return (
    <button type="button" class="btn" aria-label={text.admitOf(name)} onClick={admit}>
      {text.admit}
    </button>
  );
}

interface PlaceProps {
  readonly view: View;
  readonly name: string;
  readonly place: (seat: string) => void;
}

function PlaceMenu({ view, name, place }: PlaceProps) {
  const { host: text } = words.value.entry;
  return (
    <ChooseAndDo label={text.placeAt(name)} onDo={place}>
      <option value="">{text.place}</option>
      {view.card.seats.map(({ id, name: state }) => (
        <option key={id} value={id}>
          {pick(state)}
        </option>
      ))}
    </ChooseAndDo>
  );
}
