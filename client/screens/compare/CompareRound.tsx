import { useSignal } from '@preact/signals';
import { useId, useMemo } from 'preact/hooks';
import type { SeatId } from '#shared/model/world.ts';
import { familyClass } from '../../panels/orders/CardDeck.tsx';
import { seatName } from '../../panels/lookup.ts';
import { FamilyMark } from '../../panels/marks.tsx';
import { words } from '../../text/language.ts';
import { points, signedPoints } from '../../text/number.ts';
import { areAlike, type ComparedSession, treatmentsIn } from './compared.ts';
import { type ComparedRound, familyCounts, roundBeside, sameOrders } from './comparedRound.ts';

interface Props {
  readonly sessions: readonly ComparedSession[];
}

/** One round of sessions that are alike: the same decision beside its different outcomes. */
export function CompareRound({ sessions }: Props) {
  const { compare } = words.value;
  const round = useSignal(1);
  const seat = useSignal<SeatId | null>(null);
  const isLaid = sessions.length > 1 && areAlike(sessions);
  const rows = useMemo(
    () => (isLaid ? roundBeside(sessions, round.value, seat.value) : []),
    [sessions, round.value, seat.value, compare],
  );
  const [first] = sessions;
  if (!isLaid || first === undefined) return null;
  const rounds = Math.max(...sessions.map((one) => one.rounds));
  return (
    <section class="compare-round">
      <h2>{compare.round.title}</h2>
      <div class="round-choices">
        <Choice
          label={compare.round.which}
          value={`${round.value}`}
          options={Array.from({ length: rounds }, (_, index) => [`${index + 1}`, `${index + 1}`] as const)}
          choose={(chosen) => (round.value = Number(chosen))}
        />
        <Choice
          label={compare.round.whose}
          value={seat.value ?? ''}
          options={[
            ['', compare.round.everybody],
            ...first.view.card.seats.map(({ id }) => [id, seatName(first.view, id)] as const),
          ]}
          choose={(chosen) => (seat.value = chosen === '' ? null : chosen)}
        />
      </div>
      {seat.value !== null && <Same rows={rows} />}
      <Rows rows={rows} hasTables={sessions.some(({ table }) => table !== null)} />
      <p class="note">{compare.round.note}</p>
    </section>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly value: string;
  readonly options: readonly (readonly [value: string, name: string])[];
  readonly choose: (value: string) => void;
}

function Choice({ label, value, options, choose }: ChoiceProps) {
  const id = useId();
  return (
    <p class="compare-kind">
      <label for={id}>{label}</label>
      <select id={id} class="input" value={value} onChange={(event) => choose(event.currentTarget.value)}>
        {options.map(([key, name]) => (
          <option key={key} value={key}>
            {name}
          </option>
        ))}
      </select>
    </p>
  );
}

/** Each order of the state, at how many tables, and between what the dial changed there. */
function Same({ rows }: { readonly rows: readonly ComparedRound[] }) {
  const { round } = words.value.compare;
  return (
    <ul class="same-orders">
      {sameOrders(rows).map(({ order, changes }) => {
        const [low, high] = [Math.min(...changes), Math.max(...changes)];
        return (
          <li key={order}>
            <b>{order}</b> {round.same(changes.length, signedPoints(low), signedPoints(high))}
          </li>
        );
      })}
    </ul>
  );
}

interface RowsProps {
  readonly rows: readonly ComparedRound[];
  readonly hasTables: boolean;
}

function Rows({ rows, hasTables }: RowsProps) {
  const { compare, manyTables } = words.value;
  const isTreated = treatmentsIn(rows.map(({ session }) => session)).length > 0;
  return (
    <div class="compare-scroll" tabIndex={0} role="region" aria-label={compare.round.title}>
      <table class="is-long">
        <thead>
          <tr>
            <th scope="col">{hasTables ? compare.event.table : compare.rows.what}</th>
            <th scope="col">{compare.round.ordered}</th>
            <th scope="col">{compare.round.change}</th>
            <th scope="col">{compare.round.fromTo}</th>
            <th scope="col">{compare.rows.dial}</th>
            {isTreated && <th scope="col">{compare.treatment}</th>}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.mark}>
              <th scope="row">{row.mark}</th>
              <td class="ordered">{row.order ?? <Counts counts={row.counts} />}</td>
              <td class="num">
                <b>{signedPoints(row.after - row.before)}</b>
              </td>
              <td class="num">{compare.round.way(points(row.before), points(row.after))}</td>
              <td class="num">{points(row.session.dial.at(-1) ?? 0)}</td>
              {isTreated && (
                <td>
                  {row.session.treatment === null ? '–' : manyTables.treatments.names[row.session.treatment]}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** How many orders of each family: a bar of their shares, and beside it marks with numbers. */
function Counts({ counts }: Pick<ComparedRound, 'counts'>) {
  const { orders } = words.value;
  const shown = familyCounts(counts).filter(([, count]) => count > 0);
  return (
    <span class="family-bar">
      <span class="bar" aria-hidden="true">
        {shown.map(([family, count]) => (
          <i key={family} class={familyClass[family]} style={{ flexGrow: count }} />
        ))}
      </span>
      {shown.map(([family, count]) => (
        <span key={family} class="num">
          <FamilyMark family={family} size={14} />
          <span class="visually-hidden">{orders.families[family]} </span>
          {count}
        </span>
      ))}
    </span>
  );
}
