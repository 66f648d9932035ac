import { actionIds } from '#shared/model/actions.ts';
import type { SeatId } from '#shared/model/world.ts';
import { aimOf } from '#shared/session/topics/spokenDeeds.ts';
import type { View } from '#shared/session/views/tableView.ts';
import { refrainActions } from '#shared/session/vocabulary/clauses.ts';
import {
  plainReasons,
  type MoveKind,
  type SpokenDeed,
  type SpokenFact,
  type SpokenReason,
  type TalkLevel,
} from '#shared/session/vocabulary/moves.ts';
import type { Channel } from '#shared/session/vocabulary/talk.ts';
import { agreementsOf, held, indexOf, seatAt, targetsOf } from '../lookup.ts';
import type { SpokenCard } from './moveDraft.ts';

/** The kinds that start a conversation; answers start from an earlier message. */
const begun: readonly MoveKind[] = [
  'announce',
  'offer',
  'ask',
  'warn',
  'question',
  'reproach',
  'amends',
  'reason',
  'refuse',
  'thank',
  'report',
  'expect',
];

/** The kinds that a session allows. */
export function kindsFor(level: TalkLevel): readonly MoveKind[] {
  return level === 'plainMoves' ? begun.filter((kind) => kind !== 'offer' && kind !== 'warn') : begun;
}

/** The possible addressees on a channel. */
export function addressees(view: View, channel: Channel): readonly SeatId[] {
  const own = view.own?.seat;
  if (channel.kind === 'bilateral') return [channel.with];
  const members =
    channel.kind === 'bloc'
      ? view.table.blocs.find(({ id }) => id === channel.bloc)?.members.map((index) => seatAt(view, index))
      : undefined;
  return (members ?? view.card.seats.map(({ id }) => id)).filter((seat) => seat !== own);
}

/**
 * The cards that people speak of: first those to leave alone, then those to play; of the own cards only those that are held or
 * will be dealt.
 */
export function cardsFor(view: View, whose: 'theirs' | 'ours'): readonly SpokenCard[] {
  const { own } = view;
  const left = refrainActions.map((action) => ({ does: 'refrain', action }) as const);
  const mine = [...(own?.open ?? []), ...(own?.later ?? []).map(({ action }) => action)];
  const played = actionIds
    .filter((action) => whose === 'theirs' || mine.includes(action))
    .map((action) => ({ does: 'act', action }) as const);
  return whose === 'ours' ? [...played, ...left] : [...left, ...played];
}

/** The possible targets of a deed; `by` does it, and null means the addressee. */
export function aimsFor(view: View, deed: SpokenDeed, by: SeatId | null): readonly (SeatId | null)[] {
  const aim = aimOf(deed);
  if (aim === 'none') return [];
  const seats = view.card.seats.map(({ id }) => id).filter((seat) => seat !== by);
  return aim === 'needed' ? seats : [null, ...seats];
}

/** What the record proves about a state: current measures, broken promises, and its last order; what concerns the own state first. */
export function factsAbout(view: View, seat: SeatId): readonly SpokenFact[] {
  const { table, own } = view;
  const standing = view.card.seats
    .filter(({ id }) => id !== seat && measureOn(view, seat, id))
    .map(({ id }): SpokenFact => ({ fact: 'measure', by: seat, on: id }));
  const all = [...standing, ...brokenBy(view, seat), ...orderOf(view, seat)];
  const isMine = (fact: SpokenFact): boolean =>
    own !== null &&
    (('on' in fact && fact.on === own.seat) || ('target' in fact && fact.target === own.seat));
  return table.round === 0 ? [] : [...all.filter(isMine), ...all.filter((fact) => !isMine(fact))];
}

/** Whether a measure of one state against another is in force. */
export function measureOn(view: View, by: SeatId, on: SeatId): boolean {
  return held(view, view.table.restriction, indexOf(view, by), indexOf(view, on)) > 0;
}

function brokenBy(view: View, seat: SeatId): readonly SpokenFact[] {
  return agreementsOf(view).flatMap(({ id, judgements }) =>
    judgements
      .filter(({ evidence }) => evidence.some((proof) => proof.seat === seat && !proof.kept))
      .map(({ round }): SpokenFact => ({ fact: 'broken', by: seat, round, agreement: id })),
  );
}

/** A state's order in the last round, one fact for each state it named. */
function orderOf(view: View, seat: SeatId): readonly SpokenFact[] {
  const { reveal } = view.table;
  const order = reveal?.orders[indexOf(view, seat)];
  if (!reveal || order === undefined) return [];
  const { round } = reveal;
  const targets = order.action === 'roll-back' ? [] : targetsOf(order);
  const aims: readonly (SeatId | null)[] = targets.length === 0 ? [null] : targets;
  return aims.map((target) => ({ fact: 'order', round, by: seat, action: order.action, target }));
}

/** The possible reasons, those that the record proves about the other side first. */
export function reasonsFor(view: View, to: SeatId | null): readonly SpokenReason[] {
  const facts = to === null ? [] : factsAbout(view, to);
  return [
    ...facts.map((fact): SpokenReason => ({ why: 'fact', fact })),
    ...plainReasons.map((code): SpokenReason => ({ why: 'plain', code })),
  ];
}
