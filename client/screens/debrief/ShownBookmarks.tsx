import type { View } from '#shared/session/views/tableView.ts';
import { words } from '../../text/language.ts';
import { signedPoints } from '../../text/number.ts';
import '../../styles/bookmarks.css';

/** The bookmarks that the host shows to everybody, each with its line and how the dial moved in its round. */
export function ShownBookmarks({ view }: { readonly view: View }) {
  const { bookmarks: text, play } = words.value;
  const shown = view.table.debrief?.bookmarks ?? [];
  const { direction } = view.table.trail;
  if (shown.length === 0) return null;
  return (
    <ol class="debrief-moments debrief-bookmarks">
      {shown.map(({ number, round, phase, note }) => {
        const [before, after] = [direction[round - 1], direction[round]];
        return (
          <li key={number}>
            <p class="eyebrow">{text.place(round, play.phases[phase].name)}</p>
            <h2>{note ?? text.marked}</h2>
            {note !== null && <p>{text.marked}</p>}
            {before !== undefined && after !== undefined && (
              <p class="num">{play.ending.momentDial(signedPoints(after - before))}</p>
            )}
          </li>
        );
      })}
    </ol>
  );
}
