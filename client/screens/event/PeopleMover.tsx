import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { GatheringNow, PersonAtTable } from '#shared/wire/gatherings.ts';
import { announce } from '../../components/Announcer.tsx';
import { eventApi } from '../../net/eventApi.ts';
import { pick, words } from '../../text/language.ts';

/** Who sits at which table, and the way to another one; it asks again whenever somebody has come or gone. */
export function PeopleMover({ event }: { readonly event: GatheringNow }) {
  const { seating } = words.value.manyTables;
  const people = useSignal<readonly PersonAtTable[]>([]);
  const told = useSignal<string | null>(null);
  const isOpen = useSignal(false);
  const count = event.tables.map(({ people: sitting, waiting }) => `${sitting} ${waiting}`).join();
  useEffect(() => {
    if (isOpen.value)
      void eventApi.people(event.code).then((answer) => answer.ok && (people.value = answer.value));
  }, [event.code, count, isOpen.value]);
  const move = async (person: PersonAtTable, table: number): Promise<void> => {
    const answer = await eventApi.move(event.code, { delegate: person.delegate, table });
    if (answer.ok) people.value = answer.value;
    const isLate = !answer.ok && answer.failure.code === 'notAllowed';
    told.value = answer.ok
      ? seating.moved(person.name ?? seating.unnamed, table)
      : isLate
        ? seating.tooLate
        : words.value.refusals.api[answer.failure.code];
    announce(told.value);
  };
  return (
    <details class="people-mover" onToggle={(toggled) => (isOpen.value = toggled.currentTarget.open)}>
      <summary>{seating.title}</summary>
      <p class="note">{seating.note}</p>
      {told.value !== null && <p class="told">{told.value}</p>}
      {people.value.length === 0 && <p class="note">{seating.nobody}</p>}
      <ul>
        {waitingFirst(people.value).map((person) => (
          <PersonRow key={person.delegate} event={event} person={person} move={move} />
        ))}
      </ul>
    </details>
  );
}

interface RowProps {
  readonly event: GatheringNow;
  readonly person: PersonAtTable;
  readonly move: (person: PersonAtTable, table: number) => Promise<void>;
}

function PersonRow({ event, person, move }: RowProps) {
  const { seating, table: tableName } = words.value.manyTables;
  const wished = useSignal<number | null>(null);
  const name = person.name ?? seating.unnamed;
  const seat = event.seats.find(({ id }) => id === person.seat);
  const table = wished.value ?? (person.seat === null ? emptiest(event) : person.table);
  return (
    <li>
      <span>{seating.person(name, person.table, seat === undefined ? seating.waits : pick(seat.name))}</span>
      <span class="choose">
        <select
          class="btn"
          aria-label={seating.to(name)}
          value={table}
          onChange={(change) => (wished.value = Number(change.currentTarget.value))}
        >
          {event.tables.map(({ number }) => (
            <option key={number} value={number}>
              {tableName(number)}
            </option>
          ))}
        </select>
        <button
          type="button"
          class="btn"
          aria-label={seating.moveOf(name)}
          disabled={person.seat !== null && table === person.table}
          onClick={() => void move(person, table)}
        >
          {seating.move}
        </button>
      </span>
    </li>
  );
}

function waitingFirst(people: readonly PersonAtTable[]): readonly PersonAtTable[] {
  return people.toSorted((a, b) => Number(a.seat !== null) - Number(b.seat !== null));
}

/** The table with the fewest people who sit. */
function emptiest({ tables }: GatheringNow): number {
  return tables.toSorted((a, b) => a.people - b.people || a.number - b.number)[0]?.number ?? 1;
}
