import type { TalkCount } from '#shared/session/views/wholeTalk.ts';
import type { View } from '#shared/session/views/tableView.ts';
import { words } from '../../text/language.ts';
import { seatName } from '../lookup.ts';
import type { PlayState } from '../playState.ts';
import { pairKey } from '../threadKey.ts';

/** The key under which the counts stand among the channels of a record. */
export const MATRIX = 'matrix';

interface MatrixProps {
  readonly view: View;
  readonly ui: PlayState;
  readonly counts: readonly TalkCount[];
}

/** Who spoke how often with whom, in one round or in all: a row a speaker, a column a hearer; a count leads to what they said. */
export function TalkMatrix({ view, ui, counts }: MatrixProps) {
  const { talk } = words.value;
  const round = ui.talkRound.value;
  const shown = counts.filter((count) => round === null || count.round === round);
  const seats = view.card.seats.map(({ id }) => id);
  const most = Math.max(1, ...seats.flatMap((by) => seats.map((to) => toSeat(shown, by, to))));
  return (
    <div class="talk-matrix" tabIndex={0}>
      <table>
        <caption class="visually-hidden">{talk.whoWithWhom}</caption>
        <Head view={view} seats={seats} />
        <tbody>
          {seats.map((by) => (
            <tr key={by}>
              <th scope="row">{seatName(view, by)}</th>
              <td class="num is-open">{sum(shown, by, ({ inPublic }) => inPublic) || ''}</td>
              <td class="num is-open">{sum(shown, by, ({ inBlocs }) => inBlocs) || ''}</td>
              {seats.map((to) => (
                <Cell
                  key={to}
                  view={view}
                  ui={ui}
                  by={by}
                  to={to}
                  count={toSeat(shown, by, to)}
                  most={most}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Head({ view, seats }: { readonly view: View; readonly seats: readonly string[] }) {
  const { talk } = words.value;
  return (
    <thead>
      <tr>
        <td>{talk.speaker}</td>
        {[talk.inPublic, talk.inBlocs, ...seats.map((seat) => seatName(view, seat))].map((name) => (
          <th key={name} scope="col">
            <span>{name}</span>
          </th>
        ))}
      </tr>
    </thead>
  );
}

interface CellProps extends Omit<MatrixProps, 'counts'> {
  readonly by: string;
  readonly to: string;
  readonly count: number;
  /** The largest count of the table: it is shaded most. */
  readonly most: number;
}

function Cell({ view, ui, by, to, count, most }: CellProps) {
  const { talk } = words.value;
  if (by === to) return <td class="is-self" aria-hidden="true" />;
  if (count === 0) return <td />;
  return (
    <td class="num" style={{ '--share': String(count / most) }}>
      <button
        type="button"
        aria-label={talk.spoke(seatName(view, by), seatName(view, to), count)}
        onClick={() => {
          ui.thread.value = pairKey(view, by, to);
        }}
      >
        {count}
      </button>
    </td>
  );
}

function toSeat(counts: readonly TalkCount[], by: string, to: string): number {
  return sum(counts, by, (count) => count.toSeat[to] ?? 0);
}

function sum(counts: readonly TalkCount[], by: string, of: (count: TalkCount) => number): number {
  return counts.reduce((all, count) => (count.by === by ? all + of(count) : all), 0);
}
