import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { BookmarkView } from '#shared/session/views/debriefView.ts';
import { words } from '../../text/language.ts';
import { NoteLine } from './BookmarkKeys.tsx';
import type { Bookmarks } from './useBookmarks.ts';

interface Props {
  readonly bookmarks: Bookmarks;
  readonly hasEnded: boolean;
}

/** All bookmarks of the host: their lines can be changed; after the end each can be shown to everybody in the debrief. */
export function BookmarkList({ bookmarks, hasEnded }: Props) {
  const text = words.value.bookmarks;
  const { all, isKeyOn, turnKey } = bookmarks;
  if (hasEnded && all.length === 0) return null;
  return (
    <details class="bookmarks" open={hasEnded}>
      <summary>{text.title(all.length)}</summary>
      {hasEnded && <p class="hint">{text.offer}</p>}
      {hasEnded && bookmarks.problem !== null && <p role="alert">{bookmarks.problem}</p>}
      {all.length === 0 && <p class="hint">{text.none}</p>}
      <ul>
        {all.map((one) => (
          <Row key={one.number} bookmark={one} bookmarks={bookmarks} hasEnded={hasEnded} />
        ))}
      </ul>
      {!hasEnded && (
        <label class="tick">
          <input
            type="checkbox"
            checked={isKeyOn}
            onChange={(event) => turnKey(event.currentTarget.checked)}
          />
          <span>{text.keyMarks}</span>
        </label>
      )}
    </details>
  );
}

interface RowProps extends Props {
  readonly bookmark: BookmarkView;
}

function Row({ bookmark, bookmarks, hasEnded }: RowProps) {
  const { bookmarks: text, play } = words.value;
  const { number, round, phase, note } = bookmark;
  const isWriting = useSignal(false);
  const place = text.place(round, play.phases[phase].name);
  const name = note === null ? place : `${place}, ${note}`;
  return (
    <li>
      <b class="num">{place}</b>
      <span>{note ?? text.noNote}</span>
      {hasEnded && <ShowTick bookmark={bookmark} name={name} give={bookmarks.give} />}
      {isWriting.value ? (
        <NoteLine
          note={note ?? ''}
          save={(typed) => {
            bookmarks.give({ type: 'noteBookmark', number, text: null }, typed);
            isWriting.value = false;
          }}
          skip={() => (isWriting.value = false)}
        />
      ) : (
        <Acts
          name={name}
          write={() => (isWriting.value = true)}
          remove={() => bookmarks.give({ type: 'removeBookmark', number })}
        />
      )}
    </li>
  );
}

interface TickProps extends Pick<Bookmarks, 'give'> {
  readonly bookmark: BookmarkView;
  readonly name: string;
}

/** Shows the press at once; what the session then says holds. */
function ShowTick({ bookmark, name, give }: TickProps) {
  const text = words.value.bookmarks;
  const { number } = bookmark;
  const isShown = useSignal(bookmark.shown);
  useEffect(() => {
    isShown.value = bookmark.shown;
  }, [bookmark]);
  const show = (shown: boolean): void => {
    isShown.value = shown;
    give({ type: 'showBookmark', number, shown });
  };
  return (
    <label class="tick">
      <input
        type="checkbox"
        checked={isShown.value}
        aria-label={text.of(text.show, name)}
        onChange={(event) => show(event.currentTarget.checked)}
      />
      <span>{text.show}</span>
    </label>
  );
}

interface ActsProps {
  readonly name: string;
  readonly write: () => void;
  readonly remove: () => void;
}

function Acts({ name, write, remove }: ActsProps) {
  const text = words.value.bookmarks;
  return (
    <div class="row">
      <button type="button" class="btn" aria-label={text.of(text.edit, name)} onClick={write}>
        {text.edit}
      </button>
      <button type="button" class="btn quiet" aria-label={text.of(text.remove, name)} onClick={remove}>
        {text.remove}
      </button>
    </div>
  );
}
