import type { Order } from '#shared/model/actions.ts';
import type { View } from '#shared/session/views/tableView.ts';
import { bandIndex } from '../../charts/dialGeometry.ts';
import type { ViewSource } from '../../source/viewSource.ts';
import { words } from '../../text/language.ts';
import { signedPoints } from '../../text/number.ts';
import { colourOf, orderPhrase, ownIndex, seatAt, seatName, targetsOf } from '../lookup.ts';
import { FamilyMark } from '../marks.tsx';
import { useAnswer } from '../useAnswer.ts';

interface OwnEffectProps {
  readonly view: View;
  readonly source: ViewSource;
}

/** *Your order: you +x, the world −y*, then the others' effect on the own state. */
export function OwnEffect({ view, source }: OwnEffectProps) {
  const speech = words.value.play.reveal;
  const round = view.table.reveal?.round ?? 0;
  const order = view.table.reveal?.orders[ownIndex(view)];
  const asking = useAnswer<'effect'>(source, round > 0 ? { ask: 'effect', round } : null, view.card.id);
  if (!order) return null;
  const effect = asking.state === 'answered' && asking.answer.ok ? asking.answer.answer : null;
  const isWaiting = asking.state === 'asking' || asking.state === 'idle';
  return (
    <section class="own-effect">
      <h3>{speech.yours}</h3>
      <p class="own-order">
        <FamilyMark family={colourOf(order.action) ?? 'none'} />
        {orderPhrase(view, order)}
      </p>
      {effect ? (
        <>
          <p class="own-numbers">
            <span>
              {speech.effectYou} <b class="num">{signedPoints(effect.you / 1000)}</b>
            </span>
            <span>
              {speech.effectWorld} <b class="num">{signedPoints(effect.world / 1000)}</b>
            </span>
          </p>
          <p class="panel-note">{speech.effectNote}</p>
          {view.table.trust.length === 0 && <p class="panel-note">{words.value.sight.preview}</p>}
        </>
      ) : (
        <p class="panel-note">{isWaiting ? speech.effectAsking : speech.effectFailed}</p>
      )}
      <BetOutcome view={view} />
      <DoneToYou view={view} />
    </section>
  );
}

function BetOutcome({ view }: { readonly view: View }) {
  const { reveal, dial } = words.value.play;
  const bet = view.own?.bet;
  if (!bet) return null;
  const band = bandIndex(view.table.trail.direction.at(-1) ?? 0) + 1;
  return (
    <p class="panel-note">{bet === band ? reveal.betRight : reveal.betWrong(dial.bands[bet - 1] ?? '')}</p>
  );
}

function DoneToYou({ view }: { readonly view: View }) {
  const speech = words.value.play.reveal;
  const own = view.own?.seat ?? '';
  const deeds = (view.table.reveal?.orders ?? []).flatMap((order, index) =>
    targetsOf(order).includes(own) ? [{ order, seat: seatAt(view, index) }] : [],
  );
  return (
    <>
      <h3>{speech.doneToYou}</h3>
      {deeds.length === 0 && <p class="panel-note">{speech.nothingDone}</p>}
      {deeds.length > 0 && (
        <ul class="deeds">
          {deeds.map(({ order, seat }) => (
            <li key={seat}>
              <FamilyMark family={colourOf(order.action) ?? 'none'} size={16} />
              {deedSentence(view, order, seat, own)}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function deedSentence(view: View, order: Order, seat: string, own: string): string {
  const { deed } = words.value.play.reveal;
  const who = seatName(view, seat);
  switch (order.action) {
    case 'dialogue':
    case 'build-capacity':
    case 'restrict':
    case 'build-force':
      return deed[order.action](who);
    case 'bridge':
      return deed.bridge(who, seatName(view, order.pair?.find((end) => end !== own) ?? ''));
    case 'commit':
    case 'open-standards':
    case 'join-functional':
    case 'join-exclusive':
    case 'leave':
    case 'open-bloc':
    case 'harden':
    case 'localize':
    case 'roll-back':
    case 'hold':
      return orderPhrase(view, order);
  }
}
