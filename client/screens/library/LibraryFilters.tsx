import { libraryOrders, libraryStates } from '#shared/wire/library.ts';
import { words } from '../../text/language.ts';
import { Choice } from './Choice.tsx';
import type { LibraryParts } from './useLibrary.ts';

/** Filters for sessions: words, state, order and days. */
export function LibraryFilters({ parts }: { readonly parts: LibraryParts }) {
  const { library } = words.value;
  const now = parts.search.value;
  return (
    <form class="library-filters" role="search" onSubmit={(event) => event.preventDefault()}>
      <label class="wide">
        {library.search}
        <input
          type="search"
          class="input"
          value={now.search}
          maxLength={200}
          placeholder={library.searchNote}
          onInput={(event) => parts.change({ search: event.currentTarget.value })}
        />
      </label>
      <Choice
        label={library.state}
        chosen={now.state}
        options={libraryStates.map((state) => [state, library.states[state]])}
        choose={(state) => parts.change({ state })}
      />
      <Choice
        label={library.order}
        chosen={now.order}
        options={libraryOrders.map((order) => [order, library.orders[order]])}
        choose={(order) => parts.change({ order })}
      />
      <Day label={library.from} value={now.from} choose={(from) => parts.change({ from })} />
      <Day label={library.until} value={now.until} choose={(until) => parts.change({ until })} />
    </form>
  );
}

interface DayProps {
  readonly label: string;
  readonly value: string;
  readonly choose: (day: string) => void;
}

function Day({ label, value, choose }: DayProps) {
  return (
    <div role="group" aria-label={label}>
      <label>
        {label}
        <input
          type="date"
          class="input"
          value={value}
          onChange={(event) => choose(event.currentTarget.value)}
        />
      </label>
    </div>
  );
}
