import { families } from '#shared/model/actions.ts';
import { FEW_COMPARED } from '../../lib/mostCompared.ts';
import { words } from '../../text/language.ts';
import { points } from '../../text/number.ts';
import { type ComparedSession, markOf, treatmentsIn } from './compared.ts';

type Row = readonly [name: string, value: (session: ComparedSession) => string];

/** What differs: endings, orders by family, talk, promises and trust. */
export function CompareTable({ sessions }: { readonly sessions: readonly ComparedSession[] }) {
  const { compare } = words.value;
  return (
    <section class="compare-table">
      <h2>{compare.table}</h2>
      <div class="compare-scroll" tabIndex={0} role="region" aria-label={compare.table}>
        {sessions.length > FEW_COMPARED ? <ByRow sessions={sessions} /> : <ByColumn sessions={sessions} />}
      </div>
      <p class="note">{compare.seen}</p>
    </section>
  );
}

interface TableProps {
  readonly sessions: readonly ComparedSession[];
}

/** A few sessions: each a column. */
function ByColumn({ sessions }: TableProps) {
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{whatOf(sessions)}</th>
          {sessions.map((session, place) => (
            <th key={session.name} scope="col">
              {markOf(session, place)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rowsNow(sessions).map(([name, value]) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            {sessions.map((session) => (
              <td key={session.name} class="num">
                {value(session)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Many sessions: each a row. */
function ByRow({ sessions }: TableProps) {
  const rows = rowsNow(sessions);
  return (
    <table class="is-long">
      <thead>
        <tr>
          <th scope="col">{whatOf(sessions)}</th>
          {rows.map(([name]) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {sessions.map((session, place) => (
          <tr key={`${session.name}${place}`}>
            <th scope="row">{markOf(session, place)}</th>
            {rows.map(([name, value]) => (
              <td key={name} class="num">
                {value(session)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** What a mark stands for: a table of an event, or a session. */
function whatOf(sessions: readonly ComparedSession[]): string {
  const { compare } = words.value;
  return sessions.some(({ table }) => table !== null) ? compare.event.table : compare.rows.what;
}

function rowsNow(sessions: readonly ComparedSession[]): readonly Row[] {
  const { compare, course, manyTables } = words.value;
  const { names } = manyTables.treatments;
  const tried: Row = [compare.treatment, ({ treatment }) => (treatment === null ? '–' : names[treatment])];
  return [
    ...(treatmentsIn(sessions).length > 0 ? [tried] : []),
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
