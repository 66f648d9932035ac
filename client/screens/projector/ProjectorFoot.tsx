import type { View } from '#shared/session/views/tableView.ts';
import { Logo } from '../../components/Logo.tsx';
import { Qr } from '../../components/Qr.tsx';
import { Seal } from '../../components/Seal.tsx';
import { useJoinAddress } from '../../components/useJoinAddress.ts';
import { seatNames } from '../../panels/lookup.ts';
import { pick, words } from '../../text/language.ts';
import { spokenCode } from '../../lib/joinCode.ts';

/** Up to this many awaited states are named; above that, single seals could not be told apart. */
const NAMED = 4;
const SEALS = 24;

interface FootProps {
  readonly view: View;
  /** Null where nobody can join any more. */
  readonly code: string | null;
}

/** The line at the bottom: who has sealed during a decision, otherwise the scenario; and the code for latecomers. */
export function ProjectorFoot({ view, code }: FootProps) {
  const { phase } = view.table;
  return (
    <footer>
      {phase === 'decision' ? <Sealed view={view} /> : <Played view={view} />}
      {code !== null && phase !== 'lobby' && phase !== 'ended' && <JoinCorner code={code} />}
    </footer>
  );
}

function Played({ view }: { readonly view: View }) {
  return (
    <p class="brand">
      <Logo size={34} />
      {words.value.shell.name}
      {view.table.round > 0 && view.table.phase !== 'ended' && <span>{pick(view.card.title)}</span>}
    </p>
  );
}

function Sealed({ view }: { readonly view: View }) {
  const { projector } = words.value;
  const { seats } = view.table;
  const open = seats.filter((seat) => !seat.sealed).map((seat) => seat.id);
  const more = open.length - NAMED;
  const waiting =
    open.length === 0
      ? projector.everybody
      : more > 1
        ? projector.waitingMore(seatNames(view, open.slice(0, NAMED)), more)
        : projector.waitingFor(seatNames(view, open));
  return (
    <section class="sealed">
      <h2 class="num">{projector.sealedOf(seats.length - open.length, seats.length)}</h2>
      {seats.length <= SEALS && (
        <p class="marks" aria-hidden="true">
          {seats.map((seat) => (
            <Seal key={seat.id} sealed={seat.sealed} size={28} />
          ))}
        </p>
      )}
      <p class="waiting-for">{waiting}</p>
    </section>
  );
}

/** The code for latecomers, small, in every phase of a round. */
function JoinCorner({ code }: { readonly code: string }) {
  const { projector } = words.value;
  const { url, where } = useJoinAddress(code);
  return (
    <section class="join-corner">
      <Qr url={url} label={projector.qr(url)} />
      <p>
        {projector.joinAt(where)}
        <b class="num">{spokenCode(code)}</b>
      </p>
    </section>
  );
}
