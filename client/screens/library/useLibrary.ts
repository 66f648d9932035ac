import { type Signal, useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { LibraryOrder, LibraryPage, LibraryState } from '#shared/wire/library.ts';
import { api } from '../../net/api.ts';
import type { ApiFailure } from '../../net/asking.ts';

/** The search; days as a date field gives them, or empty. */
export interface LibrarySearch {
  readonly search: string;
  readonly state: LibraryState;
  readonly order: LibraryOrder;
  readonly from: string;
  readonly until: string;
  readonly page: number;
}

/** A page of results, or why there is none. */
export type Found =
  | { readonly state: 'asked' }
  | { readonly state: 'read'; readonly page: LibraryPage }
  | { readonly state: 'failed'; readonly code: ApiFailure['code'] };

/** The last action on a session, in a sentence; `hasLeft` if the session is no longer in the list. */
export interface Told {
  readonly sentence: string;
  readonly hasLeft: boolean;
}

/** What the library shows, and the function to load it again. */
export interface LibraryParts {
  readonly search: Signal<LibrarySearch>;
  readonly found: Signal<Found>;
  /** Changes the search and returns to its first page. */
  readonly change: (part: Partial<LibrarySearch>) => void;
  readonly again: () => void;
  /** The last action; null after the next search. */
  readonly told: Signal<Told | null>;
  /** Reports an action and loads the list again. */
  readonly tell: (told: Told) => void;
}

/** Waits for the next letter before it searches. */
const TYPING_MS = 250;

/** The host's search and its results. */
export function useLibrary(): LibraryParts {
  const search = useSignal(firstSearch);
  const found = useSignal<Found>({ state: 'asked' });
  const told = useSignal<Told | null>(null);
  const asked = useSignal(0);
  const again = (): void => {
    asked.value += 1;
  };
  useEffect(() => {
    let isOver = false;
    const timer = setTimeout(() => {
      void api.library(queryOf(search.value)).then((answer) => {
        if (isOver) return;
        found.value = answer.ok
          ? { state: 'read', page: answer.value }
          : { state: 'failed', code: answer.failure.code };
      });
    }, TYPING_MS);
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [search.value, asked.value]);
  return {
    search,
    found,
    change: (part) => {
      told.value = null;
      search.value = { ...search.value, page: 1, ...part };
    },
    again,
    told,
    tell: (done) => {
      told.value = done;
      again();
    },
  };
}

const firstSearch: LibrarySearch = {
  search: '',
  state: 'all',
  order: 'newest',
  from: '',
  until: '',
  page: 1,
};

/** The search as the server reads it: days become the times at which they begin and end here. */
export function queryOf({ search, state, order, from, until, page }: LibrarySearch): string {
  const query = new URLSearchParams({ search, state, order, page: String(page) });
  const begin = startOf(from, 0);
  const end = startOf(until, 1);
  if (begin !== null) query.set('from', String(begin));
  if (end !== null) query.set('before', String(end));
  return query.toString();
}

function startOf(day: string, later: number): number | null {
  const [year, month, date] = day.split('-').map(Number);
  if (year === undefined || month === undefined || date === undefined) return null;
  const ms = new Date(year, month - 1, date + later).getTime();
  return Number.isFinite(ms) && ms >= 0 ? ms : null;
}
