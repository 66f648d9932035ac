import type { SeatView, View } from '#shared/session/views/tableView.ts';
import type { Presence } from '../../source/viewSource.ts';

/** The status of one state for the host. */
export interface SeatNow {
  readonly seat: SeatView;
  readonly index: number;
  /** `here`: one of its people is connected; `away`: people, none connected; `bot`: a bot plays; `empty`: neither. */
  readonly standing: 'here' | 'away' | 'bot' | 'empty';
}

/** Every state with its status, in the order of the table. */
export function seatsNowOf(view: View, presence: Presence | null): readonly SeatNow[] {
  return view.table.seats.map((seat, index) => ({
    seat,
    index,
    standing: standingOf(seat, index, presence),
  }));
}

function standingOf(seat: SeatView, index: number, presence: Presence | null): SeatNow['standing'] {
  if (seat.bot !== null) return 'bot';
  if (seat.delegates.length === 0) return 'empty';
  return presence?.connected[index] === false ? 'away' : 'here';
}

/** Who delays the table now: the unsealed in a decision, the empty before the start, else the unreachable. */
export function waitingFor(view: View, seatsNow: readonly SeatNow[]): readonly SeatNow[] {
  const { phase } = view.table;
  if (phase === 'ended') return [];
  if (phase === 'lobby') return seatsNow.filter(({ standing }) => standing === 'empty');
  if (phase === 'decision')
    return seatsNow.filter(({ seat, standing }) => !seat.sealed && standing !== 'bot');
  return seatsNow.filter(({ standing }) => standing === 'away' || standing === 'empty');
}

/** How many people sit at the table, and how many states a bot plays. */
export function headCount(view: View): { readonly people: number; readonly bots: number } {
  return {
    people: view.table.seats.reduce((sum, seat) => sum + seat.delegates.length, 0),
    bots: view.table.seats.filter((seat) => seat.bot !== null).length,
  };
}
