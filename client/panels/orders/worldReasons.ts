import type { Order } from '#shared/model/actions.ts';
import { type Assumption, assumptionKinds, type Preview } from '#shared/model/preview.ts';
import { dialParts } from '#shared/model/previewParts.ts';
import { tenths, type Tenths } from '#shared/session/views/tenths.ts';
import type { View } from '#shared/session/views/tableView.ts';
import { list, words } from '../../text/language.ts';
import { signedPoints } from '../../text/number.ts';
import { blocName, indexOf, orderPhrase, seatName, targetsOf } from '../lookup.ts';

/** The change of the dial, in tenths, from which a forecast gives reasons. */
const LARGE: Tenths = 20;
/** The difference between answers, in tenths, that is worth a sentence. */
const NOTABLE: Tenths = 10;
/** Parts below this many tenths are omitted. */
const SMALL: Tenths = 3;

/** Why a forecast moves the dial by much: the mechanism, a dormant camp that wakes, answers that replace other cards. */
export function worldReasons(view: View, order: Order, preview: Preview): readonly string[] {
  const line = view.table.round < view.card.plan.rounds ? 'world' : 'worldNow';
  const kinds = assumptionKinds.filter((kind) => kind !== 'asLastRound' || view.table.round > 1);
  const [strongest = 'answeredInKind'] = kinds.toSorted(
    (a, b) => Math.abs(preview[line][b]) - Math.abs(preview[line][a]),
  );
  return [
    ...throughWhat(preview, line, strongest),
    ...wakesCamp(view, order),
    ...insteadOf(view, order, preview, line),
  ];
}

function throughWhat(preview: Preview, line: 'world' | 'worldNow', kind: Assumption): readonly string[] {
  const total = tenths(preview[line][kind]);
  if (Math.abs(total) < LARGE) return [];
  const { through, throughParts } = words.value.orders.effect;
  const parts = dialParts
    .map((part) => ({ part, by: tenths(preview.through[line][part][kind]) }))
    .filter(({ by }) => Math.abs(by) >= SMALL && Math.sign(by) === Math.sign(total))
    .toSorted((a, b) => Math.abs(b.by) - Math.abs(a.by))
    .slice(0, 3);
  const named = parts.map(({ part, by }) => `${throughParts[part]} ${signedPoints(by)}`);
  return parts.length === 0 ? [] : [through(signedPoints(total), list(named))];
}

/** A camp of one has no wall; the second member raises it. */
function wakesCamp(view: View, order: Order): readonly string[] {
  if (order.action !== 'join-exclusive') return [];
  const own = indexOf(view, view.own?.seat ?? '');
  const side = view.card.seats[own]?.side;
  const camps = view.table.blocs.filter(({ kind }) => kind === 'exclusive');
  const camp = camps.find((bloc) => (order.bloc === undefined ? bloc.side === side : bloc.id === order.bloc));
  if (!camp?.dormant || camp.members.includes(own)) return [];
  return [words.value.orders.effect.wakes(blocName(view, camp))];
}

/** Whoever answers plays no other card: what they would otherwise repeat is missing. */
function insteadOf(
  view: View,
  order: Order,
  preview: Preview,
  line: 'world' | 'worldNow',
): readonly string[] {
  if (order.action !== 'dialogue' && order.action !== 'build-capacity') return [];
  const { answeredInKind, asLastRound } = preview[line];
  if (view.table.round < 2 || tenths(asLastRound - answeredInKind) < NOTABLE) return [];
  const given = targetsOf(order).flatMap((seat) => {
    const last = view.table.reveal?.orders[indexOf(view, seat)];
    const repeats = last !== undefined && last.action !== 'hold' && last.action !== 'dialogue';
    return repeats ? [`${seatName(view, seat)} (${orderPhrase(view, last)})`] : [];
  });
  return given.length === 0 ? [] : [words.value.orders.effect.instead(list(given))];
}
