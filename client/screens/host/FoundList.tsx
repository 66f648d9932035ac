import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { words } from '../../text/language.ts';

interface Props<Item> {
  /** The style of the whole list. */
  readonly class: string;
  readonly title: string;
  readonly note: string;
  /** Null before anything has arrived: then no count is shown. */
  readonly items: readonly Item[] | null;
  /** The text of an item that the search reads. */
  readonly textOf: (item: Item) => string;
  readonly children: (found: readonly Item[]) => ComponentChildren;
}

/** A list with a search field above it: shows and counts the items that contain every word of the search. */
export function FoundList<Item>({ class: style, title, note, items, textOf, children }: Props<Item>) {
  const { eyes } = words.value;
  const wanted = useSignal('');
  const found = (items ?? []).filter((item) => holdsEveryWord(textOf(item), wanted.value));
  return (
    <section class={style}>
      <h2>{title}</h2>
      <p class="note">{note}</p>
      <input
        type="search"
        class="input"
        value={wanted.value}
        aria-label={eyes.search}
        placeholder={eyes.search}
        onInput={(event) => (wanted.value = event.currentTarget.value)}
      />
      <p class="note" role="status">
        {items === null ? '' : eyes.found(found.length)}
      </p>
      {children(found)}
    </section>
  );
}

/** Whether a text contains every word of a search, in any order and case; an empty search finds everything. */
export function holdsEveryWord(text: string, search: string): boolean {
  const inText = text.toLocaleLowerCase();
  return search
    .toLocaleLowerCase()
    .split(/\s+/)
    .every((word) => inText.includes(word));
}
