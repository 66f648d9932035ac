import { type ActionId, familyOf, type Order } from '#shared/model/actions.ts';
import type { View } from '#shared/session/views/tableView.ts';
import { LineMark } from '../../panels/course/LineMark.tsx';
import { type MeasureKinds, useMeasures } from '../../panels/course/useMeasures.ts';
import { familyClass } from '../../panels/orders/CardDeck.tsx';
import { DialMove } from '../../panels/reveal/DialMove.tsx';
import { headlinesOf } from '../../panels/reveal/headlines.ts';
import { type ColouredFamily, orderPhrase, seatAt, seatName, seatNames } from '../../panels/lookup.ts';
import { FamilyMark } from '../../panels/marks.tsx';
import { RevealPromises } from '../../panels/reveal/RevealPromises.tsx';
import { type Reveal, turnOf } from '../../panels/reveal/useReveal.ts';
import type { ViewSource } from '../../source/viewSource.ts';
import { words } from '../../text/language.ts';

/** Up to this many cards of a family are listed singly; more are grouped by card, with the names of the states. */
const ONE_BY_ONE = 9;
const families: readonly ColouredFamily[] = ['cooperate', 'blocs', 'securitize'];

interface RevealPagesProps {
  readonly view: View;
  readonly source: ViewSource;
  readonly reveal: Reveal;
}

/** The reveal at its current station: bets, promises, cards counted and turned, the result. */
export function RevealPages({ view, source, reveal }: RevealPagesProps) {
  const { reveal: speech } = words.value.play;
  const { step } = reveal;
  const turn = turnOf(reveal);
  if (step === 'done') return null;
  return (
    <section class="beat" data-step={step}>
      {step !== 'promises' && <h2>{speech.steps[step]}</h2>}
      {step === 'bets' && <Bets view={view} />}
      {step === 'promises' && <RevealPromises view={view} source={source} inFull={false} />}
      {(step === 'count' || step === 'links') && <Counts view={view} />}
      {turn !== null && <Turned view={view} source={source} family={turn} />}
      {step === 'dial' && <Lines view={view} reveal={reveal} />}
    </section>
  );
}

function Bets({ view }: { readonly view: View }) {
  const { reveal: speech, dial } = words.value.play;
  const bets = view.table.reveal?.bets ?? [];
  const most = Math.max(1, ...bets);
  return (
    <ul class="bets">
      {bets.map((count, band) => (
        <li key={band} class={count > 0 ? '' : 'is-none'} style={{ '--share': `${count / most}` }}>
          <span>{dial.bands[band]}</span>
          <i aria-hidden="true" />
          <b class="num" aria-label={speech.bets(count)}>
            {count}
          </b>
        </li>
      ))}
    </ul>
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

interface Played {
  readonly order: Order;
  readonly index: number;
}

interface TurnedProps extends Pick<RevealPagesProps, 'view' | 'source'> {
  readonly family: ColouredFamily;
}

function Turned({ view, source, family }: TurnedProps) {
  const measures = useMeasures(view, source)(view.table.reveal?.round ?? 0);
  const orders = view.table.reveal?.orders ?? [];
  const mine = orders.flatMap((order, index) =>
    familyOf[order.action] === family ? [{ order, index }] : [],
  );
  return (
    <ul class={`turned ${familyClass[family]}`}>
      {mine.length > ONE_BY_ONE ? (
        <ByCard view={view} family={family} played={mine} measures={measures} />
      ) : (
        mine.map(({ order, index }) => (
          <li key={index}>
            <FamilyMark family={family} size={26} />
            <p>
              <b>{seatName(view, seatAt(view, index))}</b> {orderPhrase(view, order)}{' '}
              <LineMark measures={measures} seats={[seatAt(view, index)]} />
            </p>
          </li>
        ))
      )}
    </ul>
  );
}

interface ByCardProps {
  readonly view: View;
  readonly family: ColouredFamily;
  readonly played: readonly Played[];
  readonly measures: MeasureKinds;
}

/** A family with many cards, card by card; the map shows the targets. */
function ByCard({ view, family, played, measures }: ByCardProps) {
  const { cards } = words.value.orders;
  const seats = new Map<ActionId, string[]>();
  for (const { order, index } of played)
    seats.set(order.action, [...(seats.get(order.action) ?? []), seatAt(view, index)]);
  return [...seats].map(([action, who]) => (
    <li key={action}>
      <FamilyMark family={family} size={26} />
      <p>
        <b>{cards[action].name}</b> <span class="num">{who.length}</span>{' '}
        <LineMark measures={measures} seats={who} />
        <br />
        {seatNames(view, who)}
      </p>
    </li>
  ));
}

function Lines({ view, reveal }: Pick<RevealPagesProps, 'view' | 'reveal'>) {
  return (
    <div class="news">
      <DialMove view={view} />
      <ol>
        {headlinesOf(reveal.before, view).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ol>
    </div>
  );
}
