import type { View } from '#shared/session/views/tableView.ts';
import { Logo } from '../../components/Logo.tsx';
import { Qr } from '../../components/Qr.tsx';
import { useJoinAddress } from '../../components/useJoinAddress.ts';
import { pick, words } from '../../text/language.ts';
import { spokenCode } from '../shell/joinCode.ts';

/** Before the start: the way in as large as the wall allows, who has come, which states still wait for somebody. */
export function ProjectorLobby({ view, code }: { readonly view: View; readonly code: string }) {
  const { projector, shell } = words.value;
  const { url, where } = useJoinAddress(code);
  const { seats } = view.table;
  const people = seats.reduce((sum, seat) => sum + seat.delegates.length, 0);
  const taken = seats.filter((seat) => seat.delegates.length > 0).length;
  return (
    <main id="main" class="projector-lobby" tabIndex={-1}>
      <header>
        <Logo size={40} />
        <span>{shell.name}</span>
        <h1>{pick(view.card.title)}</h1>
      </header>
      <Qr url={url} label={projector.qr(url)} />
      <section>
        <h2>{projector.joinTitle}</h2>
        <p>{projector.typeThis}</p>
        <p class="where">{where}</p>
        <p>{projector.code}</p>
        <p class="code num">{spokenCode(code)}</p>
        <p class="here" role="status">
          <b class="num">{projector.here(people)}</b>
          <span class="num">{projector.taken(taken, seats.length)}</span>
        </p>
      </section>
      <ul class={seats.length > 16 ? 'states is-many' : 'states'}>
        {view.card.seats.map((seat, index) => {
          const count = seats[index]?.delegates.length ?? 0;
          return (
            <li key={seat.id} class={count > 0 ? 'is-taken' : ''}>
              <span>{pick(seat.name)}</span>
              <b class="num">{count > 0 ? count : '–'}</b>
            </li>
          );
        })}
      </ul>
    </main>
  );
}
