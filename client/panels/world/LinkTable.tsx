import type { View } from '#shared/session/views/tableView.ts';
import { pick, words } from '../../text/language.ts';
import { wholePoints } from '../../text/number.ts';
import { shared } from '../lookup.ts';

/** At this strength or less a link counts as cut, in tenths. */
export const CUT = 210;

/** Every link of the map as a table: the content of the drawing, for people who do not see it. */
export function LinkTable({ view }: { readonly view: View }) {
  const { map } = words.value.play;
  const { seats } = view.card;
  const pairs = seats.flatMap((_, a) =>
    seats.slice(a + 1).map((_other, offset) => [a, a + 1 + offset] as const),
  );
  const ordered = pairs.toSorted(
    (p, q) => shared(view, view.table.link, ...q) - shared(view, view.table.link, ...p),
  );
  return (
    <div class="link-table" tabIndex={0} role="region" aria-label={map.tableCaption}>
      <table>
        <caption class="visually-hidden">{map.tableCaption}</caption>
        <thead>
          <tr>
            <th scope="col">{map.columns.link}</th>
            <th scope="col">{map.columns.strength}</th>
            <th scope="col">{map.columns.technical}</th>
            <th scope="col">{map.columns.political}</th>
            <th scope="col">{map.columns.commercial}</th>
            <th scope="col">{map.columns.restricted}</th>
          </tr>
        </thead>
        <tbody>
          {ordered.map(([a, b]) => (
            <LinkRow key={`${a}-${b}`} view={view} a={a} b={b} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function LinkRow({ view, a, b }: { readonly view: View; readonly a: number; readonly b: number }) {
  const { map } = words.value.play;
  const { table, card } = view;
  const n = card.seats.length;
  const [first, second] = [card.seats[a], card.seats[b]];
  const strength = shared(view, table.link, a, b);
  const restricted = Math.max(table.restriction[a * n + b] ?? 0, table.restriction[b * n + a] ?? 0);
  return (
    <tr>
      <th scope="row">{map.pair(first ? pick(first.name) : '', second ? pick(second.name) : '')}</th>
      <td class="num">
        {wholePoints(strength)}
        {strength <= CUT && ` (${map.cut})`}
      </td>
      <td class="num">{wholePoints(shared(view, table.technical, a, b))}</td>
      <td class="num">{wholePoints(shared(view, table.political, a, b))}</td>
      <td class="num">{wholePoints(shared(view, table.commercial, a, b))}</td>
      <td class="num">{restricted >= 80 ? wholePoints(restricted) : '–'}</td>
    </tr>
  );
}
