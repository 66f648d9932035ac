import type { ComponentChildren } from 'preact';
import { useMemo } from 'preact/hooks';
import { familyOf, families, type Order } from '#shared/model/actions.ts';
import type { View } from '#shared/session/views/tableView.ts';
import { FamilyMark } from '../../panels/marks.tsx';
import { isPlainClick } from '../../lib/address.ts';
import { eventWords } from '../../panels/events/eventWords.ts';
import { orderPhrase } from '../../panels/lookup.ts';
import type { RecordedSource } from '../../source/recorded.ts';
import { pick, words } from '../../text/language.ts';
import { signedPoints } from '../../text/number.ts';

interface Props {
  readonly source: RecordedSource;
  readonly go: (position: number) => void;
  /** The address of a round; null in a branch, whose addresses would lead into the record behind it. */
  readonly addressOf: ((round: number) => string) | null;
  /** Asks what if this round had gone differently. */
  readonly whatIf: (round: number) => void;
}

/** Every resolved round: the events, the change of the dial, who did what. The current one is open. */
export function RoundList({ source, go, addressOf, whatIf }: Props) {
  const { rounds: text } = words.value.replay;
  const position = source.position.value;
  const rounds = useMemo(
    () =>
      source.breaks.slice(1).map((place, index) => ({ place, round: index + 1, view: source.viewAt(place) })),
    [source, source.viewer.value],
  );
  const shown = source.hidesAhead.value ? rounds.filter(({ place }) => place <= position) : rounds;
  const now = rounds.findLast(({ place }) => place <= position)?.round;
  return (
    <section class="round-list">
      <h2>{text.title}</h2>
      {shown.length === 0 && <p class="note">{text.none}</p>}
      <ol>
        {shown.map(({ place, round, view }) => (
          <RoundRow
            key={round}
            view={view}
            place={place}
            round={round}
            isNow={round === now}
            go={go}
            addressOf={addressOf}
            whatIf={whatIf}
          />
        ))}
      </ol>
    </section>
  );
}

interface Row extends Pick<Props, 'go' | 'addressOf' | 'whatIf'> {
  /** The table at the moment the round was revealed. */
  readonly view: View;
  readonly place: number;
  readonly round: number;
  readonly isNow: boolean;
}

function RoundRow({ view, place, round, isNow, go, addressOf, whatIf }: Row) {
  const { rounds: text } = words.value.replay;
  const { direction } = view.table.trail;
  const value = direction[round] ?? 0;
  const happened = (view.table.reveal?.events ?? [])
    .map((event) => eventWords(view, event).title)
    .join(' · ');
  return (
    <li>
      <Way href={addressOf?.(round) ?? null} isNow={isNow} title={text.go(round)} go={() => go(place)}>
        <b class="num">{round}</b>
        <span>{happened === '' ? text.quiet : happened}</span>
        <span class="num">{signedPoints(value)}</span>
      </Way>
      {isNow && <Orders view={view} round={round} />}
      {isNow && (
        <button type="button" class="btn no-print" onClick={() => whatIf(round)}>
          {words.value.whatIf.doorOf(round)}
        </button>
      )}
    </li>
  );
}

interface WayProps {
  readonly href: string | null;
  readonly isNow: boolean;
  readonly title: string;
  readonly go: () => void;
  readonly children: ComponentChildren;
}

/**
 * The way to a round: a link where it has an address, else a button. A press goes there like every other button of the replay; the
 * link is there to be opened elsewhere or copied.
 */
function Way({ href, isNow, title, go, children }: WayProps) {
  const current = isNow ? 'step' : undefined;
  return href === null ? (
    <button type="button" class="round-way" aria-current={current} title={title} onClick={go}>
      {children}
    </button>
  ) : (
    <a
      class="round-way"
      href={href}
      aria-current={current}
      title={title}
      onClick={(click) => {
        if (!isPlainClick(click)) return;
        click.preventDefault();
        go();
      }}
    >
      {children}
    </a>
  );
}

function Orders({ view, round }: { readonly view: View; readonly round: number }) {
  const orders = view.table.reveal?.orders ?? [];
  return (
    <>
      <FamilyCounts orders={orders} />
      <details>
        <summary>{words.value.replay.orders(round)}</summary>
        <ul class="orders">
          {orders.map((order, index) => {
            const seat = view.card.seats[index];
            return (
              <li key={seat?.id}>
                <FamilyMark family={familyOf[order.action]} size={16} />
                <b>{seat ? pick(seat.name) : ''}</b>
                <span>{orderPhrase(view, order)}</span>
              </li>
            );
          })}
        </ul>
      </details>
    </>
  );
}

function FamilyCounts({ orders }: { readonly orders: readonly Order[] }) {
  const count = (family: (typeof families)[number]): number =>
    orders.filter(({ action }) => familyOf[action] === family).length;
  const [cooperate, blocs, securitize, none] = [
    count('cooperate'),
    count('blocs'),
    count('securitize'),
    count('none'),
  ];
  return (
    <p
      class="family-counts num"
      role="img"
      aria-label={words.value.replay.counts(cooperate, blocs, securitize, none)}
    >
      <FamilyMark family="cooperate" size={16} /> {cooperate}
      <FamilyMark family="blocs" size={16} /> {blocs}
      <FamilyMark family="securitize" size={16} /> {securitize}
      {none > 0 && (
        <>
          <FamilyMark family="none" size={16} /> {none}
        </>
      )}
    </p>
  );
}
