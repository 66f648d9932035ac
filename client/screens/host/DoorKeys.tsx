import { useSignal } from '@preact/signals';
import { closedEntry, isAskedFirst, isEntryOpen, openedEntry } from '#shared/session/vocabulary/entry.ts';
import type { View } from '#shared/session/views/tableView.ts';
import { HeldAsk } from '../../components/HeldAsk.tsx';
import type { Presence } from '../../source/viewSource.ts';
import { words } from '../../text/language.ts';
import type { Give } from './give.ts';

interface Props {
  readonly view: View;
  readonly presence: Presence | null;
  readonly give: Give;
}

/** The host's two entry buttons: close or open the entry, and remove everybody who is not connected. */
export function DoorKeys({ view, presence, give }: Props) {
  const { host: text } = words.value.entry;
  const { entry, phase } = view.table;
  const isOpen = isEntryOpen(entry, phase);
  const toggle = (): void =>
    give({ type: 'setEntry', entry: isOpen ? closedEntry(entry) : openedEntry(entry, phase) });
  const state = isOpen ? (isAskedFirst(entry) ? text.isAsked : text.isOpen) : text.isClosed;
  return (
    <section class="door-keys" aria-label={text.keys}>
      <p role="status">{state}</p>
      <div class="keys">
        <button type="button" class="btn" onClick={toggle}>
          {isOpen ? text.close : text.open}
        </button>
        <ClearAbsent count={presence?.away.length ?? 0} give={give} />
      </div>
    </section>
  );
}

function ClearAbsent({ count, give }: { readonly count: number; readonly give: Give }) {
  const { host: text } = words.value.entry;
  const isAsking = useSignal(false);
  if (count === 0) return null;
  return (
    <>
      <button type="button" class="btn quiet" onClick={() => (isAsking.value = true)}>
        {text.clear(count)}
      </button>
      {isAsking.value && (
        <HeldAsk
          label={text.clearHeld(count)}
          note={text.clearNote}
          onDone={() => give({ type: 'clearAbsent', delegates: [] })}
          cancel={() => (isAsking.value = false)}
        />
      )}
    </>
  );
}
