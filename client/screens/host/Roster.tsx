import { dispositionIds } from '#shared/session/vocabulary/actors.ts';
import type { View } from '#shared/session/views/tableView.ts';
import { ChooseAndDo } from '../../components/ChooseAndDo.tsx';
import { Seal } from '../../components/Seal.tsx';
import { list, pick, words } from '../../text/language.ts';
import type { Give } from './give.ts';
import { PersonMenu } from './PersonMenu.tsx';
import type { SeatNow } from './seatsNow.ts';

interface Props {
  readonly view: View;
  readonly seatsNow: readonly SeatNow[];
  readonly give: Give;
}

/** Every state with its people, its connection and its seal, and the buttons to cover it with a bot or hand it back. */
export function Roster({ view, seatsNow, give }: Props) {
  const { room } = words.value.host;
  const isDeciding = view.table.phase === 'decision';
  const isOver = view.table.phase === 'ended';
  return (
    <table class="roster">
      <caption class="visually-hidden">{room.roster}</caption>
      <thead>
        <tr>
          <th scope="col">{room.state}</th>
          <th scope="col">{room.delegates}</th>
          <th scope="col">{room.connection}</th>
          {isDeciding && <th scope="col">{room.sealed}</th>}
          {!isOver && (
            <th scope="col">
              <span class="visually-hidden">{room.action}</span>
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {seatsNow.map((one) => (
          <RosterRow key={one.seat.id} view={view} seatNow={one} give={give} />
        ))}
      </tbody>
    </table>
  );
}

interface RowProps {
  readonly view: View;
  readonly seatNow: SeatNow;
  readonly give: Give;
}

function RosterRow({ view, seatNow, give }: RowProps) {
  const { room } = words.value.host;
  const { phase } = view.table;
  const { sealed } = seatNow.seat;
  const name = nameOf(view, seatNow);
  return (
    <tr>
      <th scope="row">{name}</th>
      <td class="people">
        <People view={view} seatNow={seatNow} give={give} />
      </td>
      <td>
        <Standing seatNow={seatNow} />
      </td>
      {phase === 'decision' && (
        <td class="sealed">
          <Seal sealed={sealed} />
          <span class={sealed ? 'visually-hidden' : ''}>{sealed ? room.sealed : room.notSealed}</span>
        </td>
      )}
      {phase !== 'ended' && (
        <td class="act">
          {seatNow.seat.bot === null ? (
            <CoverMenu name={name} seat={seatNow.seat.id} give={give} />
          ) : (
            seatNow.seat.delegates.length > 0 && <HandBack name={name} seat={seatNow.seat.id} give={give} />
          )}
        </td>
      )}
    </tr>
  );
}

interface ActProps {
  readonly name: string;
  readonly seat: string;
  readonly give: Give;
}

function HandBack({ name, seat, give }: ActProps) {
  const { room } = words.value.host;
  return (
    <button
      type="button"
      class="btn"
      aria-label={room.handBackOf(name)}
      onClick={() => give({ type: 'handBackSeat', seat })}
    >
      {room.handBack}
    </button>
  );
}

function CoverMenu({ name, seat, give }: ActProps) {
  const { host } = words.value;
  const cover = (chosen: string): void => {
    const disposition = dispositionIds.find((id) => id === chosen);
    if (disposition) give({ type: 'coverSeat', seat, disposition });
  };
  return (
    <ChooseAndDo label={host.room.coverWith(name)} onDo={cover} look="cover-menu">
      <option value="">{host.room.coverMenu}</option>
      {dispositionIds.map((id) => (
        <option key={id} value={id}>
          {host.bots[id]}
        </option>
      ))}
    </ChooseAndDo>
  );
}

function Standing({ seatNow: { standing } }: { readonly seatNow: SeatNow }) {
  const { room } = words.value.host;
  const word = { here: room.here, away: room.gone, bot: room.bot, empty: room.empty }[standing];
  return (
    <span class="standing">
      <svg
        width="14"
        height="14"
        viewBox="0 0 12 12"
        fill="none"
        stroke="currentColor"
        stroke-width="1.8"
        aria-hidden="true"
      >
        {standing === 'here' && <circle cx="6" cy="6" r="5" fill="currentColor" stroke="none" />}
        {standing === 'away' && <circle cx="6" cy="6" r="4.6" stroke-dasharray="2.2 1.9" />}
        {standing === 'bot' && <rect x="1.5" y="1.5" width="9" height="9" rx="2" />}
        {standing === 'empty' && <path d="M2 6h8" stroke-linecap="round" />}
      </svg>
      {word}
    </span>
  );
}

function People({ view, seatNow: { seat }, give }: RowProps) {
  const { host } = words.value;
  if (view.table.phase === 'ended')
    return <>{list(seat.delegates.map(({ name }) => name ?? host.room.unnamed))}</>;
  return (
    <>
      {seat.delegates.map((person) => (
        <PersonMenu key={person.id} view={view} seat={seat} person={person} give={give} />
      ))}
      {seat.bot !== null && <span>{host.room.coveredBy(host.bots[seat.bot])}</span>}
    </>
  );
}

function nameOf(view: View, { index }: SeatNow): string {
  const seat = view.card.seats[index];
  return seat ? pick(seat.name) : '';
}
