import { quantileOf } from '#shared/lib/quantileOf.ts';
import type { Treatment } from '#shared/session/vocabulary/treatments.ts';
import { CompareChart } from '../../charts/CompareChart.tsx';
import { list, words } from '../../text/language.ts';
import { points } from '../../text/number.ts';
import { areAlike, type ComparedSession, markOf, treatmentsIn } from './compared.ts';

interface Props {
  readonly sessions: readonly ComparedSession[];
}

interface Group {
  readonly treatment: Treatment;
  readonly sessions: readonly ComparedSession[];
}

/**
 * The sessions of an event whose tables differed, by what was tried there: their dials on one scale, and the middle of what
 * differs.
 */
export function CompareGroups({ sessions }: Props) {
  const { compare, manyTables } = words.value;
  const groups = treatmentsIn(sessions).map((treatment) => ({
    treatment,
    sessions: sessions.filter((one) => one.treatment === treatment),
  }));
  if (groups.length < 2) return null;
  const scale = sessions.flatMap(({ dial }) => dial);
  return (
    <section class="compare-groups">
      <h2>{compare.groups.title}</h2>
      <div class="group-charts">
        {groups.map(({ treatment, sessions: own }) => (
          <figure key={treatment}>
            <figcaption>
              <b>{manyTables.treatments.names[treatment]}</b> {compare.groups.count(own.length)}
            </figcaption>
            <CompareChart
              paths={own.map(({ dial, table }, place) => ({ mark: markOf({ table }, place), dial, tone: 0 }))}
              bands={[]}
              byShare={!areAlike(sessions)}
              scale={scale}
              unmarked
              label={compare.label(list(own.map(endSentence)))}
            />
          </figure>
        ))}
      </div>
      <GroupTable groups={groups} />
      <p class="note">{compare.groups.note}</p>
    </section>
  );
}

function endSentence({ dial, table }: ComparedSession, place: number): string {
  return words.value.compare.endsAt(markOf({ table }, place), points(dial.at(-1) ?? 0));
}

function GroupTable({ groups }: { readonly groups: readonly Group[] }) {
  const { compare, manyTables } = words.value;
  return (
    <div class="compare-scroll" tabIndex={0} role="region" aria-label={compare.groups.title}>
      <table>
        <caption>{compare.groups.what}</caption>
        <thead>
          <tr>
            <th scope="col">{compare.treatment}</th>
            {groups.map(({ treatment, sessions }) => (
              <th key={treatment} scope="col">
                {manyTables.treatments.names[treatment]}
                <small>{compare.groups.count(sessions.length)}</small>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rowsNow().map(({ name, value, text }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              {groups.map(({ treatment, sessions }) => (
                <td key={treatment} class="num">
                  {spread(sessions.map(value), text)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface Row {
  readonly name: string;
  readonly value: (session: ComparedSession) => number;
  readonly text: (value: number) => string;
}

function rowsNow(): readonly Row[] {
  const { rows, percent } = words.value.compare;
  const share = (value: number): string => percent(Math.round(100 * value));
  const whole = (value: number): string => `${Math.round(value * 10) / 10}`;
  return [
    { name: rows.dial, value: ({ dial }) => dial.at(-1) ?? 0, text: points },
    { name: rows.orders.cooperate, value: ({ orders }) => orders.cooperate, text: share },
    { name: rows.orders.securitize, value: ({ orders }) => orders.securitize, text: share },
    {
      name: rows.messages,
      value: ({ messages, rounds }) => messages / rounds,
      text: (value) => value.toFixed(1),
    },
    { name: rows.kept, value: ({ kept }) => kept, text: whole },
    { name: rows.broken, value: ({ broken }) => broken, text: whole },
    { name: rows.trust, value: ({ trust }) => trust, text: points },
  ];
}

/** The middle value with the lowest and the highest; a single one stands alone. */
function spread(values: readonly number[], text: (value: number) => string): string {
  const middle = text(quantileOf(values, 0.5));
  if (values.length === 1) return middle;
  return words.value.compare.groups.spread(middle, text(Math.min(...values)), text(Math.max(...values)));
}
