import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { GatheringNow, PersonAtTable } from '#shared/wire/gatherings.ts';
import { forgetList, listOf, notCome } from '../../lib/eventLists.ts';
import { eventApi } from '../../net/eventApi.ts';
import { list, words } from '../../text/language.ts';

interface Props {
  readonly event: GatheringNow;
}

/** How many of the list have come, and on the device where the list was typed, who has not. */
export function Expected({ event }: Props) {
  const { expected } = words.value.manyTables;
  const isOpen = useSignal(false);
  if (event.expected === null) return null;
  const { listed, come } = event.expected;
  return (
    <details class="expected" onToggle={(toggled) => (isOpen.value = toggled.currentTarget.open)}>
      <summary class="num">{expected.come(come, listed)}</summary>
      {isOpen.value && come < listed && <Missing event={event} come={come} />}
    </details>
  );
}

function Missing({ event, come }: Props & { readonly come: number }) {
  const { expected, table } = words.value.manyTables;
  const people = useSignal<readonly PersonAtTable[] | null>(null);
  const listed = useSignal(listOf(event.code));
  useEffect(() => {
    void eventApi.people(event.code).then((answer) => answer.ok && (people.value = answer.value));
  }, [event.code, come]);
  if (listed.value.length === 0) return <p class="note">{expected.elsewhere}</p>;
  if (people.value === null) return null;
  const byTable = Map.groupBy(notCome(listed.value, people.value), (one) => one.table);
  return (
    <>
      <ul>
        {[...byTable].map(([number, names]) => (
          <li key={number}>
            <b>{table(number)}</b> {list(names.map(({ name }) => name))}
          </li>
        ))}
      </ul>
      <p class="note">{expected.here}</p>
      <button
        type="button"
        class="btn"
        onClick={() => {
          forgetList(event.code);
          listed.value = [];
        }}
      >
        {expected.forget}
      </button>
    </>
  );
}
