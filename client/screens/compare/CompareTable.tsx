import { families } from '#shared/model/actions.ts';
import { words } from '../../text/language.ts';
import { points } from '../../text/number.ts';
import { type ComparedSession, letterOf } from './compared.ts';

type Row = readonly [name: string, value: (session: ComparedSession) => string];

/** What differs: endings, orders by family, talk, promises and trust. */
export function CompareTable({ sessions }: { readonly sessions: readonly ComparedSession[] }) {
  const { compare } = words.value;
  return (
    <section class="compare-table">
      <h2>{compare.table}</h2>
      <div class="compare-scroll" tabIndex={0} role="region" aria-label={compare.table}>
        <table>
          <thead>
            <tr>
              <th scope="col">{compare.rows.what}</th>
              {sessions.map((_, place) => (
                <th key={letterOf(place)} scope="col">
                  {letterOf(place)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rowsNow().map(([name, value]) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                {sessions.map((session, place) => (
                  <td key={letterOf(place)} class="num">
                    {value(session)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p class="note">{compare.seen}</p>
    </section>
  );
}

function rowsNow(): readonly Row[] {
  const { compare, course } = words.value;
  return [
    [compare.rows.dial, ({ dial }) => points(dial.at(-1) ?? 0)],
    [compare.rows.stage, ({ view }) => course.picture[view.table.stage]],
    ...families.map(
      (family): Row => [
        compare.rows.orders[family],
        ({ orders }) => compare.percent(Math.round(100 * orders[family])),
      ],
    ),
    [compare.rows.messages, ({ messages, rounds }) => (messages / rounds).toFixed(1)],
    [compare.rows.kept, ({ kept }) => `${kept}`],
    [compare.rows.broken, ({ broken }) => `${broken}`],
    [compare.rows.trust, ({ trust }) => points(trust)],
  ];
}
