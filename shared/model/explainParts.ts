import { at } from '../lib/at.ts';
import { applyChange, worldDraftOf, stocks } from './applying.ts';
import type { Assignment, Change, Entry } from './entries.ts';
import { isBloc } from './factValues.ts';
import { derive } from './indicators.ts';
import { MICRO, type Micro } from './micro.ts';
import type { Reason } from './reasons.ts';
import type { Bloc, Setting, World } from './world.ts';

/** A cause's part in a change before rounding, in micro-units. */
export interface WeighedPart {
  readonly reason: Reason;
  readonly author: number | undefined;
  readonly event: number | undefined;
  readonly amount: number;
}

/** Merges parts of the same cause and author. */
export function combined(parts: readonly WeighedPart[]): readonly WeighedPart[] {
  const sums = new Map<string, WeighedPart>();
  for (const part of parts) {
    const key = causeKey(part);
    const amount = (sums.get(key)?.amount ?? 0) + part.amount;
    sums.set(key, { ...part, amount });
  }
  return [...sums.values()];
}

function causeKey({
  reason,
  author,
  event,
}: {
  readonly reason: Reason;
  readonly author?: number | undefined;
  readonly event?: number | undefined;
}): string {
  return `${reason} ${author ?? ''} ${event ?? ''}`;
}

/** The reason, author, bloc or event that an entry names as its cause. */
function causeOf(entry: Entry): Pick<WeighedPart, 'reason' | 'author' | 'event'> {
  const { reason, author } = entry;
  return { reason, author, event: 'quantity' in entry ? entry.event : undefined };
}

/**
 * Rounds parts to whole micro-units that sum to the whole, by largest remainders. Parts of zero are dropped; the largest come
 * first.
 */
export function wholeParts(parts: readonly WeighedPart[], whole: number): readonly Part[] {
  const floors = parts.map(({ amount }) => Math.floor(amount));
  let rest = whole - floors.reduce((sum, floor) => sum + floor, 0);
  const order = [...parts.keys()].toSorted((a, b) => remainder(parts, b) - remainder(parts, a) || a - b);
  for (let k = 0; rest !== 0 && order.length > 0; k++) {
    const index = at(order, k % order.length);
    const step = rest > 0 ? 1 : -1;
    floors[index] = at(floors, index) + step;
    rest -= step;
  }
  return parts
    .map(({ reason, author, event }, k) => ({
      reason,
      ...(author === undefined ? {} : { author }),
      ...(event === undefined ? {} : { event }),
      delta: at(floors, k),
    }))
    .filter(({ delta }) => delta !== 0)
    .toSorted((a, b) => Math.max(b.delta, -b.delta) - Math.max(a.delta, -a.delta));
}

function remainder(parts: readonly WeighedPart[], index: number): number {
  const { amount } = at(parts, index);
  return amount - Math.floor(amount);
}

/** What each cause added to mean trust; exact, because the mean is a weighted sum. */
export function meanTrustParts({ seats }: Setting, entries: readonly Entry[]): readonly WeighedPart[] {
  const n = seats.length;
  const all = seats.reduce((sum, { weight }) => sum + weight, 0);
  const pairs = seats.reduce((sum, { weight }) => sum + weight * (all - weight), 0);
  const parts: WeighedPart[] = [];
  for (const entry of entries) {
    if (!('quantity' in entry) || entry.quantity !== 'trust') continue;
    const weight = at(seats, Math.floor(entry.at / n)).weight * at(seats, entry.at % n).weight;
    parts.push({ ...causeOf(entry), amount: (entry.delta * weight) / pairs });
  }
  return combined(parts);
}

/**
 * What each cause did to a number that does not add up: the world after the round minus the same world without that cause's
 * entries. Because causes work together, these shares miss part of the whole; the rest is spread over them by size. `keyOf` says
 * what counts as one cause. [model D.9]
 */
export function leaveOneOutParts(
  entries: readonly Entry[],
  after: World,
  whole: number,
  value: (world: World) => number,
  keyOf: (entry: Entry) => string = causeKey,
): readonly WeighedPart[] {
  const causes = new Map<string, Entry[]>();
  for (const entry of entries) {
    if ('quantity' in entry && entry.quantity === 'score') continue;
    const key = keyOf(entry);
    const group = causes.get(key);
    if (group === undefined) causes.set(key, [entry]);
    else group.push(entry);
  }
  const reached = value(after);
  const alone = [...causes.values()].map((group): WeighedPart => {
    return { ...causeOf(at(group, 0)), amount: reached - value(without(after, group)) };
  });
  const sum = alone.reduce((total, { amount }) => total + amount, 0);
  const size = alone.reduce((total, { amount }) => total + (amount < 0 ? -amount : amount), 0);
  if (size === 0) return alone;
  return alone.map((part) => {
    const share = (part.amount < 0 ? -part.amount : part.amount) / size;
    return { ...part, amount: part.amount + (whole - sum) * share };
  });
}

/** Direction: trust, regime and institutions add up, a third each; camps, securitization and fragmentation are shared out. */
export function directionParts(
  setting: Setting,
  before: World,
  entries: readonly Entry[],
  after: World,
): readonly WeighedPart[] {
  const apart = (world: World) => {
    const { totals } = derive(setting, world);
    const sum = totals.blocIndex + totals.securitizationIndex + totals.fragmentationIndex;
    return (-sum / 3) * MICRO;
  };
  const together = entries
    .filter((entry) => 'quantity' in entry)
    .filter(({ quantity }) => quantity === 'regime' || quantity === 'institutions')
    .map((entry) => ({ ...causeOf(entry), amount: entry.delta / 3 }));
  const trust = meanTrustParts(setting, entries).map((part) => ({ ...part, amount: part.amount / 3 }));
  const shared = leaveOneOutParts(entries, after, apart(after) - apart(before), apart);
  return combined([...together, ...trust, ...shared]);
}

/** A world with some entries undone; numbers stay in range. */
function without(world: World, entries: readonly Entry[]): World {
  const draft = worldDraftOf(world);
  for (const entry of entries) {
    if ('fact' in entry) draft.blocs = [...undone(draft.blocs, entry)];
    else if (!isGone(draft, entry)) applyChange(draft, { ...entry, delta: -entry.delta });
  }
  for (const dial of ['regime', 'institutions', 'opacity', 'competition'] as const) {
    draft[dial] = inRange(draft[dial]);
  }
  for (const stock of stocks) draft[stock] = draft[stock].map(inRange);
  draft.blocs = draft.blocs.map((bloc) =>
    bloc.kind === 'exclusive'
      ? { ...bloc, depth: inRange(bloc.depth) }
      : { ...bloc, coordination: inRange(bloc.coordination) },
  );
  return draft;
}

/** Whether a change belongs to a bloc that the world, as far as it is undone, does not have. */
function isGone({ blocs }: World, { quantity, at: index }: Change): boolean {
  return (quantity === 'depth' || quantity === 'coordination') && !blocs.some(({ id }) => id === index);
}

function inRange(value: number): number {
  return Math.max(0, Math.min(MICRO, value));
}

/** Blocs without a founding, an entry, an exit or a coordination. */
function undone(blocs: readonly Bloc[], { reason, author, at: id, from }: Assignment): readonly Bloc[] {
  switch (reason) {
    case 'founded':
      return blocs.filter((bloc) => bloc.id !== id);
    case 'joined':
      return blocs.map((bloc) =>
        bloc.id === id
          ? withMembers(
              bloc,
              bloc.members.filter((m) => m !== author),
            )
          : bloc,
      );
    case 'left':
    case 'expelled':
      if (author === undefined || blocs.some((bloc) => bloc.id === id)) {
        return blocs.map((bloc) =>
          bloc.id === id ? withMembers(bloc, [...bloc.members, author ?? 0]) : bloc,
        );
      }
      return from !== null && typeof from === 'object' && isBloc(from) ? [...blocs, from] : blocs;
    case 'coordinated':
      return blocs.map((bloc) =>
        bloc.id === id && bloc.kind === 'functional' ? { ...bloc, coordinated: false } : bloc,
      );
    default:
      return blocs;
  }
}

function withMembers(bloc: Bloc, members: readonly number[]): Bloc {
  return { ...bloc, members: members.toSorted((a, b) => a - b) };
}

/** One cause's part in a change; the screen makes the sentence. */
export interface Part {
  readonly reason: Reason;
  readonly author?: number;
  readonly bloc?: number;
  /** Place among the events of the round. */
  readonly event?: number;
  readonly delta: Micro;
}
