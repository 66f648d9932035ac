import type { Subject } from '#shared/model/explain.ts';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { View } from '#shared/session/views/tableView.ts';
import type { Tenths } from '#shared/session/views/tenths.ts';
import { Term } from '../../components/Term.tsx';
import type { TermId } from '../../components/termWords.ts';
import { pick, words } from '../../text/language.ts';
import { points } from '../../text/number.ts';
import { BlocLink } from '../blocs/BlocLink.tsx';
import { clauseSentence } from '../agreements/agreements.ts';
import { promisesOf } from '../agreements/deeds.ts';
import type { PlayState } from '../playState.ts';
import {
  blocsOf,
  colourOf,
  held,
  indexOf,
  orderPhrase,
  ownIndex,
  seatNames,
  seatView,
  shared,
  trustIn,
} from '../lookup.ts';
import { FamilyMark } from '../marks.tsx';
import { NumberRow } from '../world/NumberRow.tsx';
import { LinksOf, TrustIn } from './TrustIn.tsx';
import '../../styles/play-agreements.css';
import '../../styles/play-panels.css';

interface StateCardProps {
  readonly view: View;
  readonly ui: PlayState;
  readonly seat: string;
}

/** The card of a state: its profile and its relation to the own state; every number leads to its causes. */
export function StateCard({ view, ui, seat }: StateCardProps) {
  const shell = useRef<HTMLElement>(null);
  const index = indexOf(view, seat);
  const card = view.card.seats[index];
  const close = (): void => {
    ui.looking.value = null;
  };
  useLayoutEffect(() => shell.current?.focus(), [seat]);
  if (!card) return null;
  const isOwn = view.own?.seat === seat;
  return (
    <aside
      ref={shell}
      class="state-card"
      tabIndex={-1}
      aria-label={pick(card.name)}
      onKeyDown={(event) => event.key === 'Escape' && close()}
    >
      <CardHead view={view} seat={seat} onClose={close} />
      {isOwn || !view.own ? (
        <TrustIn view={view} ui={ui} seat={seat} />
      ) : (
        <Between view={view} ui={ui} seat={seat} />
      )}
      {!view.own && <LinksOf view={view} ui={ui} seat={seat} />}
      <Attributes view={view} ui={ui} seat={seat} />
      <Blocs view={view} ui={ui} seat={seat} />
      <Promises view={view} seat={seat} />
      <LastOrder view={view} index={index} />
    </aside>
  );
}

interface HeadProps {
  readonly view: View;
  readonly seat: string;
  readonly onClose: () => void;
}

function CardHead({ view, seat, onClose }: HeadProps) {
  const { state } = words.value.play;
  const card = view.card.seats[indexOf(view, seat)];
  const isOwn = view.own?.seat === seat;
  const isBot = seatView(view, seat)?.bot !== null;
  if (!card) return null;
  return (
    <header>
      <div>
        <h2>{pick(card.name)}</h2>
        <p>
          {pick(card.role)}
          {isOwn ? ` · ${state.you}` : isBot ? ` · ${state.bot}` : ''}
        </p>
      </div>
      <button type="button" class="state-close" aria-label={state.close} onClick={onClose}>
        <svg width="22" height="22" viewBox="0 0 22 22" aria-hidden="true">
          <path d="M4 4l14 14M18 4L4 18" />
        </svg>
      </button>
    </header>
  );
}

function Between({ view, ui, seat }: StateCardProps) {
  const { state } = words.value.play;
  const own = view.own?.seat;
  const [i, j] = [ownIndex(view), indexOf(view, seat)];
  const { table } = view;
  if (own === undefined) return null;
  const name = pick(view.card.seats[j]?.name ?? { en: seat, zh: seat });
  const row = (label: string, value: Tenths, subject: Subject, term: TermId) => (
    <NumberRow view={view} ui={ui} name={label} value={value} subject={subject} term={term} />
  );
  const pair = (a: string, b: string, quantity: 'link' | 'restriction') =>
    ({ kind: 'pair', a, b, quantity }) as const;
  const trust = (of: string, to: string) => ({ kind: 'trust', of, in: to }) as const;
  return (
    <section>
      <h3>{state.between}</h3>
      {row(state.theirTrust(name), trustIn(view, j, i) ?? 0, trust(seat, own), 'trust')}
      {row(state.yourTrust(name), trustIn(view, i, j) ?? 0, trust(own, seat), 'trust')}
      {row(state.link, shared(view, table.link, i, j), pair(own, seat, 'link'), 'link')}
      {row(
        state.theyRestrict,
        held(view, table.restriction, j, i),
        pair(seat, own, 'restriction'),
        'restriction',
      )}
      {row(
        state.youRestrict,
        held(view, table.restriction, i, j),
        pair(own, seat, 'restriction'),
        'restriction',
      )}
    </section>
  );
}

const attributes = ['development', 'defence', 'force', 'localization', 'threat'] as const;

function Attributes({ view, ui, seat }: StateCardProps) {
  const { state } = words.value.play;
  const shown = seatView(view, seat);
  if (!shown) return null;
  return (
    <section>
      <h3>{state.attributes}</h3>
      {attributes.map((quantity) => (
        <NumberRow
          key={quantity}
          view={view}
          ui={ui}
          name={state[quantity]}
          value={shown[quantity]}
          subject={{ kind: 'seat', quantity, seat }}
          term={quantity === 'development' || quantity === 'threat' ? quantity : null}
        />
      ))}
      <div class="number-line">
        <p class="number-row">
          <span>{view.own?.seat === seat ? state.trustedMe : state.trusted}</span>
          <span class="meter" aria-hidden="true">
            <i style={{ width: `${shown.trusted / 10}%` }} />
          </span>
          <b class="num">{points(shown.trusted)}</b>
        </p>
        <span class="term-gap" />
      </div>
      {view.table.trust.length === 0 && <p class="panel-note">{words.value.sight.between}</p>}
    </section>
  );
}

function Blocs({ view, ui, seat }: StateCardProps) {
  const { state } = words.value.play;
  const blocs = blocsOf(view, seat);
  return (
    <section>
      <h3>{state.blocs}</h3>
      {blocs.length === 0 && <p class="panel-note">{state.noBlocs}</p>}
      <ul class="state-blocs">
        {blocs.map((bloc) => (
          <li key={bloc.id}>
            <FamilyMark family="blocs" size={16} />
            <BlocLink view={view} ui={ui} bloc={bloc} />
            {bloc.kind === 'exclusive' && (
              <span class="num">
                <Term id={bloc.dormant ? 'dormant' : 'depth'}>
                  {bloc.dormant ? state.dormant : state.depth(points(bloc.depth))}
                </Term>
              </span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Promises and deeds: the results of its public agreements. */
function Promises({ view, seat }: { readonly view: View; readonly seat: string }) {
  const { agreements } = words.value;
  const { kept, broken, running, breaches } = promisesOf(view, seat);
  if (kept + broken + running === 0) return null;
  return (
    <section>
      <h3>{agreements.deeds}</h3>
      <p>{agreements.deedCounts(kept, broken, running)}</p>
      {breaches.map(({ round, towards, clause, order }, index) => (
        <p key={index} class="agreement-proof is-broken">
          {agreements.brokeTowards(
            round,
            seatNames(view, towards),
            clause === null ? '' : clauseSentence(view, clause),
            orderPhrase(view, order),
          )}
        </p>
      ))}
    </section>
  );
}

function LastOrder({ view, index }: { readonly view: View; readonly index: number }) {
  const order = view.table.reveal?.orders[index];
  if (!order) return null;
  const family = colourOf(order.action);
  return (
    <section>
      <h3>{words.value.play.state.lastOrder}</h3>
      <p class="state-order">
        <FamilyMark family={family ?? 'none'} size={16} />
        {orderPhrase(view, order)}
      </p>
    </section>
  );
}
