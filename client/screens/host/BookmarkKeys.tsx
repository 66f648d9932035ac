import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { MAX_BOOKMARK_NOTE } from '#shared/session/vocabulary/bookmarks.ts';
import { LineIcon } from '../../components/LineIcon.tsx';
import { words } from '../../text/language.ts';
import type { Bookmarks } from './useBookmarks.ts';

/** A ribbon, as bookmarks look on the tape of the replay. */
const RIBBON = 'M5 2h10v16l-5-4.5L5 18z';

/** Marks the moment with one press, and takes a line about it if the host likes to write one. */
export function BookmarkKeys({ bookmarks }: { readonly bookmarks: Bookmarks }) {
  const text = words.value.bookmarks;
  const { fresh, set, isKeyOn, give } = bookmarks;
  const number = fresh.value;
  return (
    <div class="bookmark-keys">
      <button type="button" class="btn" aria-keyshortcuts={isKeyOn ? 'B' : undefined} onClick={set}>
        <LineIcon path={RIBBON} />
        <span>{text.set}</span>
        {isKeyOn && <kbd aria-hidden="true">{text.key}</kbd>}
      </button>
      {bookmarks.problem !== null && <p role="alert">{bookmarks.problem}</p>}
      {number !== null && (
        <NoteLine
          key={number}
          note=""
          save={(typed) => {
            if (typed !== '') give({ type: 'noteBookmark', number, text: null }, typed);
            fresh.value = null;
          }}
          skip={() => (fresh.value = null)}
        />
      )}
    </div>
  );
}

interface NoteProps {
  readonly note: string;
  readonly save: (typed: string) => void;
  readonly skip: () => void;
}

/** One line about a bookmark: Enter keeps it, Escape leaves it. */
export function NoteLine({ note, save, skip }: NoteProps) {
  const text = words.value.bookmarks;
  const typed = useSignal(note);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  return (
    <form
      class="bookmark-note"
      onSubmit={(event) => {
        event.preventDefault();
        save(typed.value.trim());
      }}
      onKeyDown={(event) => event.key === 'Escape' && skip()}
    >
      <label>
        <span>{text.note}</span>
        <input
          ref={field}
          class="input"
          type="text"
          autocomplete="off"
          maxLength={MAX_BOOKMARK_NOTE}
          value={typed.value}
          onInput={(event) => (typed.value = event.currentTarget.value)}
        />
      </label>
      <p class="hint">{text.noteHint}</p>
      <div class="row">
        <button type="submit" class="btn">
          {text.save}
        </button>
        <button type="button" class="btn quiet" onClick={skip}>
          {text.skip}
        </button>
      </div>
    </form>
  );
}
