import { familyOf } from '#shared/model/actions.ts';
import type { EventView } from '#shared/session/views/eventView.ts';
import type { View } from '#shared/session/views/tableView.ts';
import { Seal } from '../../components/Seal.tsx';
import { familyClass } from '../../panels/orders/CardDeck.tsx';
import { DialMove } from '../../panels/reveal/DialMove.tsx';
import { leanOf } from '../../panels/ending/EndingPanel.tsx';
import { eventWords } from '../../panels/events/eventWords.ts';
import { headlinesOf } from '../../panels/reveal/headlines.ts';
import { type ColouredFamily, orderPhrase, seatAt, seatName, seatNames } from '../../panels/lookup.ts';
import { FamilyMark } from '../../panels/marks.tsx';
import { hasReached, type Reveal, turnOf } from '../../panels/reveal/useReveal.ts';
import { Communiques } from './Communiques.tsx';
import { list, words } from '../../text/language.ts';
import { signedPoints } from '../../text/number.ts';

/** Up to so many states are named while they are waited for. */
const NAMED = 4;
const families: readonly ColouredFamily[] = ['cooperate', 'blocs', 'securitize'];

interface FootProps {
  readonly view: View;
  readonly reveal: Reveal;
  readonly isRevealing: boolean;
}

/** Beneath the map: who has sealed, what has happened, or the reveal at the station where it stands. */
export function ProjectorFoot({ view, reveal, isRevealing }: FootProps) {
  const { phase } = view.table;
  if (phase === 'ended') return <EndingFoot view={view} />;
  if (isRevealing && !hasReached(reveal.step, 'links')) return <Turning view={view} reveal={reveal} />;
  const isAfter = phase === 'reveal' || phase === 'review';
  return (
    <footer>
      {phase === 'decision' && <Sealed view={view} />}
      {isAfter ? <News view={view} reveal={reveal} isRevealing={isRevealing} /> : <Happened view={view} />}
      {(!isAfter || phase === 'review') && <Communiques view={view} />}
    </footer>
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
      <p class={seats.length > 14 ? 'marks is-many' : 'marks'} aria-hidden="true">
        {seats.map((seat) => (
          <Seal key={seat.id} sealed={seat.sealed} size={28} />
        ))}
      </p>
      <p class="quiet">{waiting}</p>
    </section>
  );
}

function Happened({ view }: { readonly view: View }) {
  const { event: speech } = words.value.play;
  const { events } = view.table;
  if (events.length === 0) {
    return (
      <section class="happened">
        <p class="quiet">{speech.title}</p>
        <h2>{speech.quiet}</h2>
        <p>{speech.quietText}</p>
      </section>
    );
  }
  return (
    <div class="happenings" aria-live="polite">
      {events.map((event) => (
        <OneHappened key={event.number ?? 0} view={view} event={event} />
      ))}
    </div>
  );
}

function OneHappened({ view, event }: { readonly view: View; readonly event: EventView }) {
  const { play, events } = words.value;
  const { title, text, whom, mechanism, byHost } = eventWords(view, event);
  return (
    <section class="happened">
      <p class="quiet">{byHost ? events.byHost : play.event.title}</p>
      <h2>{title}</h2>
      {text !== null && <p>{text}</p>}
      {whom !== null && <p>{whom}</p>}
      {mechanism !== null && <p class="quiet">{mechanism}</p>}
    </section>
  );
}

function News({ view, reveal, isRevealing }: FootProps) {
  const { projector, play } = words.value;
  const { step } = reveal;
  const isStill = isRevealing && step === 'links';
  const round = view.table.reveal?.round ?? view.table.round;
  return (
    <section class="news">
      {isRevealing && step !== 'done' ? (
        <h2>{play.reveal.steps[step]}</h2>
      ) : (
        <p class="quiet">{projector.lastRound(round)}</p>
      )}
      {!isStill && <DialMove view={view} />}
      {!isStill && (
        <ol>
          {headlinesOf(reveal.before, view).map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ol>
      )}
    </section>
  );
}

/** The cards: counted face down by family, then one family after the other with what each of its states did. */
function Turning({ view, reveal }: Pick<FootProps, 'view' | 'reveal'>) {
  const { reveal: speech } = words.value.play;
  const { step } = reveal;
  const turn = turnOf(reveal);
  return (
    <footer class="turning">
      <h2>{step === 'done' ? '' : speech.steps[step]}</h2>
      {turn === null ? <Counts view={view} /> : <Turned view={view} family={turn} />}
    </footer>
  );
}

function Counts({ view }: { readonly view: View }) {
  const { reveal: speech } = words.value.play;
  const orders = view.table.reveal?.orders ?? [];
  return (
    <ul class="counts">
      {families.map((family) => (
        <li key={family} class={familyClass[family]}>
          <FamilyMark family={family} size={36} />
          {speech.counted[family](orders.filter((order) => familyOf[order.action] === family).length)}
        </li>
      ))}
    </ul>
  );
}

function Turned({ view, family }: { readonly view: View; readonly family: ColouredFamily }) {
  const orders = view.table.reveal?.orders ?? [];
  const mine = orders.flatMap((order, index) =>
    familyOf[order.action] === family ? [{ order, index }] : [],
  );
  if (mine.length > 15) {
    return <p class="turned-names">{list(mine.map(({ index }) => seatName(view, seatAt(view, index))))}</p>;
  }
  return (
    <ul class={`turned ${familyClass[family]}`}>
      {mine.map(({ order, index }) => (
        <li key={index}>
          <FamilyMark family={family} size={26} />
          <b>{seatName(view, seatAt(view, index))}</b>
          <span>{orderPhrase(view, order)}</span>
        </li>
      ))}
    </ul>
  );
}

function EndingFoot({ view }: { readonly view: View }) {
  const { ending: speech } = words.value.play;
  const { ending } = view.table;
  if (!ending) return null;
  return (
    <footer class="ending-foot">
      <p class="quiet">{speech.because[ending.because]}</p>
      <h2>{leanOf(view)}</h2>
      <ol>
        {ending.moments.map((moment) => (
          <li key={moment.round}>
            <span class="quiet">{speech.momentRound(moment.round)}</span>
            <b>{speech.moment[moment.kind]}</b>
            <span class="num">{speech.momentDial(signedPoints(moment.direction))}</span>
          </li>
        ))}
      </ol>
    </footer>
  );
}
