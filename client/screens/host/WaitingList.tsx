import type { View } from '#shared/session/views/tableView.ts';
import { pick, words } from '../../text/language.ts';
import type { Give } from './give.ts';
import type { SeatNow } from './seatsNow.ts';

/** The character that covers a seat with one tap: it reciprocates. */
const USUAL_BOT = 'conditional-cooperator';

interface Props {
  readonly view: View;
  readonly seatsNow: readonly SeatNow[];
  readonly waiting: readonly SeatNow[];
  /** States that the inbox names already; they count, but are not named twice. */
  readonly named: ReadonlySet<string>;
  readonly give: Give;
}

/** Who delays the session, above everything else, each with the host's remedy. */
export function WaitingList({ view, seatsNow, waiting, named, give }: Props) {
  const { room } = words.value.host;
  const { phase } = view.table;
  const sealed = seatsNow.filter(({ seat }) => seat.sealed).length;
  const seated = seatsNow.filter(({ standing }) => standing !== 'empty').length;
  const away = seatsNow.filter(({ standing }) => standing === 'away').length;
  const empty = waiting.filter(({ standing }) => standing === 'empty');
  const isClear = waiting.length === 0 && away === 0;
  return (
    <section class={isClear ? 'waiting is-clear' : 'waiting'} aria-labelledby="waiting-title">
      <h2 id="waiting-title">
        {titleOf(phase, waiting.length, away)}
        {phase === 'decision' && <span class="num">{room.sealedOf(sealed, seatsNow.length)}</span>}
        {phase === 'lobby' && <span class="num">{room.hereOf(seated, seatsNow.length)}</span>}
      </h2>
      {phase === 'lobby' && empty.length > 1 ? (
        <p class="empty-states">
          {empty.map(({ index }) => nameOf(view, index)).join(' · ')}
          <button type="button" class="btn" onClick={() => empty.forEach((one) => give(coverOf(one)))}>
            {room.coverAll}
          </button>
        </p>
      ) : (
        <ul>
          {waiting
            .filter(({ seat }) => !named.has(seat.id))
            .map((one) => (
              <WaitingRow key={one.seat.id} view={view} seatNow={one} give={give} />
            ))}
        </ul>
      )}
    </section>
  );
}

function WaitingRow({
  view,
  seatNow,
  give,
}: {
  readonly view: View;
  readonly seatNow: SeatNow;
  readonly give: Give;
}) {
  const { room } = words.value.host;
  const name = nameOf(view, seatNow.index);
  return (
    <li>
      <b>{name}</b>
      <span>{reasonOf(view.table.phase, seatNow.standing)}</span>
      <button
        type="button"
        class="btn"
        aria-label={room.coverWith(name)}
        onClick={() => give(coverOf(seatNow))}
      >
        {room.cover}
      </button>
    </li>
  );
}

/** The command that lets a bot play a state, so that nobody waits for it any longer. */
export function coverOf({ seat }: SeatNow): Parameters<Give>[0] {
  return { type: 'coverSeat', seat: seat.id, disposition: USUAL_BOT };
}

function titleOf(phase: View['table']['phase'], count: number, away: number): string {
  const { room } = words.value.host;
  if (count === 0) return phase === 'lobby' && away > 0 ? room.away(away) : room.nobodyWaiting;
  if (phase === 'lobby') return room.waitingPeople(count);
  return phase === 'decision' ? room.waiting(count) : room.away(count);
}

function reasonOf(phase: View['table']['phase'], standing: SeatNow['standing']): string {
  const { room } = words.value.host;
  if (standing === 'empty') return room.noPeople;
  if (phase === 'decision') return standing === 'away' ? room.awaySealing : room.choosing;
  return room.awayNow;
}

function nameOf(view: View, index: number): string {
  const seat = view.card.seats[index];
  return seat ? pick(seat.name) : '';
}
