import type { Order } from '../../model/actions.ts';
import { type Bloc, type BlocId, type SeatId, sideOf } from '../../model/world.ts';
import type { Charter, BlocDecision } from '../vocabulary/charters.ts';
import type { tableRefusals } from '../vocabulary/refusals.ts';
import type { SessionState } from '../vocabulary/state.ts';

/** The charter of a bloc, or null where it has none. */
export function charterOf({ blocRules }: SessionState, bloc: BlocId): Charter | null {
  return blocRules.charters.findLast((charter) => charter.bloc === bloc) ?? null;
}

/** The seats of a bloc's members. */
export function membersOf(state: SessionState, bloc: Bloc): readonly SeatId[] {
  return bloc.members.flatMap((index) => state.seats[index]?.id ?? []);
}

/** The states that an expulsion takes out of their blocs when the round is resolved. */
export function expelledNow(
  state: SessionState,
): readonly { readonly seat: SeatId; readonly bloc: BlocId }[] {
  const round = state.world.round + 1;
  return state.blocRules.expelled
    .filter((one) => one.round === round && isMember(state, one.bloc, one.seat))
    .map(({ seat, bloc }) => ({ seat, bloc }));
}

/** Why a charter or a vote forbids an order now; null if none does. Orders sealed before stay sealed. */
export function barredByCharter(
  state: SessionState,
  seat: SeatId,
  order: Order,
): (typeof tableRefusals)[number] | null {
  const bloc = blocJoined(state, seat, order);
  if (order.action === 'leave') return needsNotice(state, seat, order.bloc) ? 'noticeFirst' : null;
  if (order.action !== 'join-exclusive' && order.action !== 'join-functional') return null;
  const quits = state.world.blocs.filter(
    (other) => other.id !== bloc?.id && isQuit(state, seat, order, other),
  );
  if (quits.some(({ id }) => needsNotice(state, seat, id))) return 'noticeFirst';
  return bloc === null ? null : barredFrom(state, seat, bloc);
}

function barredFrom(state: SessionState, seat: SeatId, bloc: Bloc): (typeof tableRefusals)[number] | null {
  const { admitted, expelled } = state.blocRules;
  const isAbout = (one: BlocDecision): boolean => one.bloc === bloc.id && one.seat === seat;
  const isOut = expelled.some(isAbout);
  if (isMember(state, bloc.id, seat)) return isOut ? 'expelled' : null;
  if (admitted.some(isAbout)) return null;
  const policy = charterOf(state, bloc.id)?.policy ?? 'open';
  if (policy === 'closed') return 'blocClosed';
  return policy === 'vote' || isOut ? 'notAdmitted' : null;
}

/** The existing bloc that a joiner means: by id, else the oldest of that kind, side and field. */
function blocJoined(state: SessionState, seat: SeatId, order: Order): Bloc | null {
  if (order.action !== 'join-exclusive' && order.action !== 'join-functional') return null;
  const { blocs } = state.world;
  if (order.bloc !== undefined) return blocs.find(({ id }) => id === order.bloc) ?? null;
  const index = state.seats.findIndex(({ id }) => id === seat);
  const side = order.side ?? sideOf(state.basis.setting.seats[index]?.position ?? 0);
  return blocs.find((bloc) => bloc.side === side && isKind(bloc, order)) ?? null;
}

function isKind(bloc: Bloc, order: Order): boolean {
  if (bloc.kind === 'exclusive') return order.action === 'join-exclusive';
  return order.action === 'join-functional' && bloc.field === order.field;
}

/** Whether joining another bloc means leaving this one: a seat has one camp, and one group in each field. */
function isQuit(state: SessionState, seat: SeatId, order: Order, bloc: Bloc): boolean {
  if (!isMember(state, bloc.id, seat)) return false;
  if (bloc.kind === 'exclusive') return order.action === 'join-exclusive';
  const joined = blocJoined(state, seat, order);
  const field = joined?.kind === 'functional' ? joined.field : null;
  return order.action === 'join-functional' && bloc.field === (field ?? order.field);
}

function needsNotice(state: SessionState, seat: SeatId, bloc: BlocId): boolean {
  if (charterOf(state, bloc)?.noticeRounds !== 1) return false;
  const round = state.world.round + 1;
  return !state.blocRules.notices.some(
    (notice) => notice.bloc === bloc && notice.seat === seat && notice.round < round,
  );
}

function isMember(state: SessionState, bloc: BlocId, seat: SeatId): boolean {
  const found = state.world.blocs.find(({ id }) => id === bloc);
  return found !== undefined && membersOf(state, found).includes(seat);
}
