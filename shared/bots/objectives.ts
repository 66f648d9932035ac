import { assertNever } from '../lib/assertNever.ts';
import type { SeatId } from '../model/world.ts';
import type { ObjectiveView } from '../session/views/tableView.ts';
import type { SpokenDeed, TalkMove } from '../session/vocabulary/moves.ts';
import { hasMeasure } from './grievances.ts';
import type { ParleySight } from './parleySight.ts';
import { activeCamp, idOf, othersOf, ownCamp, quantityOf, readingOf } from './reading.ts';

/** From how much cyber force (0..1) a state that wants to be shielded asks another to build no more. */
const FORCE_FEARED = 0.2;

/** Whether a deed of its own would stand in the way of what a seat wants to reach. */
export function isAgainstObjective(objectives: readonly ObjectiveView[], deed: SpokenDeed): boolean {
  return objectives.some(({ id, about }) => {
    switch (id) {
      case 'non-aligned':
        return deed.does === 'act' && deed.action === 'join-exclusive';
      case 'camp-leader':
        return deed.does === 'act' ? deed.action === 'open-bloc' : deed.action === 'join-exclusive';
      case 'reconciler':
        return deed.does === 'act' && deed.action === 'restrict' && isOneOf(about, deed.target);
      case 'rule-maker':
      case 'shield':
      case 'gap-closer':
        return false;
      default:
        return assertNever(id);
    }
  });
}

/** Whether a deed of its own would bring a seat nearer to something that it has not reached yet. */
export function isTowardsObjective(objectives: readonly ObjectiveView[], deed: SpokenDeed): boolean {
  if (deed.does !== 'act') return false;
  return objectives.some(({ id, done, about }) => {
    if (done) return false;
    switch (id) {
      case 'rule-maker':
        return deed.action === 'commit';
      case 'reconciler':
      case 'non-aligned':
        return deed.action === 'dialogue' && isOneOf(about, deed.target);
      case 'camp-leader':
        return deed.action === 'join-exclusive';
      case 'shield':
        return deed.action === 'harden';
      case 'gap-closer':
        return deed.action === 'build-capacity' && (about.length === 0 || isOneOf(about, deed.target));
      default:
        return assertNever(id);
    }
  });
}

function isOneOf(seats: readonly SeatId[], seat: SeatId | null): boolean {
  return seat !== null && seats.includes(seat);
}

/** What a seat asks of another, or offers it, for the sake of its own objectives; it does not say that it is for them. */
export function wishesOf(sight: ParleySight, to: SeatId): readonly TalkMove[] {
  return sight.objectives.flatMap((objective) => {
    if (objective.done) return [];
    const wish = wishFor(sight, objective, to);
    return wish === null ? [] : [wish];
  });
}

function wishFor(sight: ParleySight, { id, about }: ObjectiveView, to: SeatId): TalkMove | null {
  const { round } = sight.sight;
  const please = (deed: SpokenDeed): TalkMove => ({ kind: 'ask', to, deed, round });
  switch (id) {
    case 'rule-maker':
      return please({ does: 'act', action: 'commit', target: null });
    case 'reconciler': {
      const rival = rivalOf(sight, about, to);
      return rival === null ? null : please({ does: 'act', action: 'dialogue', target: rival });
    }
    case 'non-aligned':
      return about.includes(to) ? please({ does: 'act', action: 'dialogue', target: sight.seat }) : null;
    case 'camp-leader':
      return mayRecruit(sight, to) ? please({ does: 'act', action: 'join-exclusive', target: null }) : null;
    case 'shield':
      return forceOf(sight, to) > FORCE_FEARED
        ? please({ does: 'refrain', action: 'build-force', target: sight.seat })
        : null;
    case 'gap-closer':
      return offerOfCapacity(sight, about, to);
    default:
      return assertNever(id);
  }
}

/** Whom a state is at odds with: the other of the rivals that the objective is about, else a state of a measure that stands. */
function rivalOf(sight: ParleySight, about: readonly SeatId[], to: SeatId): SeatId | null {
  if (about.length > 0) return about.includes(to) ? (about.find((seat) => seat !== to) ?? null) : null;
  const { seats } = sight.sight;
  return (
    seats.find((seat) => seat !== to && (hasMeasure(sight, seat, to) || hasMeasure(sight, to, seat))) ?? null
  );
}

/** Who sits in a camp asks those outside every camp to join one. */
function mayRecruit({ sight }: ParleySight, to: SeatId): boolean {
  const reading = readingOf(sight);
  if (ownCamp(reading) === null && activeCamp(reading) === null) return false;
  const index = sight.seats.indexOf(to);
  return !sight.world.blocs.some(({ kind, members }) => kind === 'exclusive' && members.includes(index));
}

function forceOf({ sight }: ParleySight, to: SeatId): number {
  return quantityOf(readingOf(sight), 'force', sight.seats.indexOf(to));
}

/** Help with capacity for a dialogue: to the partner it has begun with, else to the least developed state. */
function offerOfCapacity(sight: ParleySight, about: readonly SeatId[], to: SeatId): TalkMove | null {
  const { round, rounds, open } = sight.sight;
  const byRound = round + 1;
  const holds = open.includes('build-capacity') || sight.later.some((card) => isCapacity(card, byRound));
  if (!holds || byRound > rounds || sight.level === 'plainMoves') return null;
  if (to !== (about[0] ?? leastDeveloped(sight))) return null;
  const talk = { does: 'act', action: 'dialogue', target: sight.seat } as const;
  const help = { does: 'act', action: 'build-capacity', target: to } as const;
  return { kind: 'offer', to, ifYou: talk, thenWe: help, byRound };
}

function isCapacity({ action, round }: ParleySight['later'][number], byRound: number): boolean {
  return action === 'build-capacity' && round <= byRound;
}

function leastDeveloped({ sight }: ParleySight): SeatId | null {
  const reading = readingOf(sight);
  const [least] = othersOf(reading).toSorted(
    (a, b) => quantityOf(reading, 'development', a) - quantityOf(reading, 'development', b),
  );
  return least === undefined ? null : idOf(reading, least);
}
