import type { View } from '#shared/session/views/tableView.ts';
import { PagedText } from '../../components/PagedText.tsx';
import { Qr } from '../../components/Qr.tsx';
import { useJoinAddress } from '../../components/useJoinAddress.ts';
import { pick, words } from '../../text/language.ts';
import { spokenCode } from '../../lib/joinCode.ts';

interface LobbyProps {
  readonly view: View;
  readonly code: string;
  readonly isStill: boolean;
}

/** Before the start: the address and code as large as the column allows, who has joined, which states are still empty. */
export function ProjectorLobby({ view, code, isStill }: LobbyProps) {
  const { projector } = words.value;
  const { url, where } = useJoinAddress(code);
  const { seats } = view.table;
  const people = seats.reduce((sum, seat) => sum + seat.delegates.length, 0);
  const taken = seats.filter((seat) => seat.delegates.length > 0).length;
  return (
    <div class="projector-lobby">
      <h2>{projector.joinTitle}</h2>
      <Qr url={url} label={projector.qr(url)} />
      <p>{projector.typeThis}</p>
      <p class="where">{where}</p>
      <p>{projector.code}</p>
      <p class="code num">{spokenCode(code)}</p>
      <p class="here" role="status">
        <b class="num">{projector.here(people)}</b>{' '}
        <span class="num">{projector.taken(taken, seats.length)}</span>
      </p>
      <PagedText chapter="lobby" still={isStill}>
        <ul class="states" aria-label={projector.states}>
          {view.card.seats.map((seat, index) => {
            const count = seats[index]?.delegates.length ?? 0;
            return (
              <li key={seat.id} class={count > 0 ? 'is-taken' : ''}>
                {pick(seat.name)} {count > 0 && <b class="num">{count}</b>}
              </li>
            );
          })}
        </ul>
      </PagedText>
    </div>
  );
}
