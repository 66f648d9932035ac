import { at, num } from '../lib/at.ts';
import type { Change, Entry, Quantity } from './entries.ts';
import { directionParts, leaveOneOutParts, meanTrustParts, wholeParts, type Part } from './explainParts.ts';
import { derive } from './indicators.ts';
import {
  closedShare,
  developmentGap,
  type FragmentationPath,
  fragmentationPaths,
  linkLayersOf,
} from './layers.ts';
import { type Micro, MICRO } from './micro.ts';
import type { Indicators, SeatId, Setting, World } from './world.ts';

/** A number of the world whose change can be asked about. */
export type Subject =
  | { readonly kind: 'trust'; readonly of: SeatId; readonly in: SeatId }
  | { readonly kind: 'seat'; readonly quantity: SeatSubject; readonly seat: SeatId }
  | { readonly kind: 'pair'; readonly quantity: PairSubject; readonly a: SeatId; readonly b: SeatId }
  | { readonly kind: 'world'; readonly quantity: WorldSubject }
  | { readonly kind: 'indicator'; readonly indicator: keyof Indicators }
  | { readonly kind: 'path'; readonly path: FragmentationPath }
  | { readonly kind: 'gap' }
  | { readonly kind: 'depth'; readonly bloc: number }
  | EqualMark;

/** The mark *equal*: it follows from what two rounds brought each state, not from the world. [decision 0072] */
export interface EqualMark {
  readonly kind: 'equal';
}

/** Quantities of one seat that can be asked about. */
export const seatSubjects = [
  'development',
  'defence',
  'localization',
  'force',
  'shock',
  'score',
  'threat',
  'securitization',
] as const;
/** A number of a seat that can be asked about. */
export type SeatSubject = (typeof seatSubjects)[number];

/** Of a pair a, b: the restriction by a on b, the barrier and the link between them. */
export const pairSubjects = ['restriction', 'barrier', 'link'] as const;
/** A number of a pair that can be asked about. */
export type PairSubject = (typeof pairSubjects)[number];

/** World-wide quantities that can be asked about. */
export const worldSubjects = ['regime', 'institutions', 'opacity', 'competition'] as const;
/** A number of the world that can be asked about. */
export type WorldSubject = (typeof worldSubjects)[number];

/**
 * Why a number changed; the parts sum exactly to `to - from`, largest first. `leaveOneOut` marks shares of a change that does not
 * add up by itself.
 */
export interface Explanation {
  readonly from: Micro;
  readonly to: Micro;
  readonly method: 'exact' | 'leaveOneOut';
  readonly parts: readonly Part[];
}

/** Explains why a number changed between two worlds that differ by these entries. Throws on an unknown seat. [model D.9] */
export function explain(
  setting: Setting,
  before: World,
  entries: readonly Entry[],
  after: World,
  subject: Exclude<Subject, EqualMark>,
): Explanation {
  const stored = storedPlace(setting, subject);
  if (stored !== null) return explainStored(before, entries, after, stored);
  const value = (world: World) => derivedValue(setting, world, subject);
  const from = value(before);
  const to = value(after);
  const [start, end] = [Math.floor(from + 0.5), Math.floor(to + 0.5)];
  if (subject.kind === 'indicator' && subject.indicator === 'meanTrust') {
    const parts = wholeParts(meanTrustParts(setting, entries), end - start);
    return { from: start, to: end, method: 'exact', parts };
  }
  const weighed =
    subject.kind === 'indicator' && subject.indicator === 'direction'
      ? directionParts(setting, before, entries, after)
      : leaveOneOutParts(entries, after, to - from, value);
  return { from: start, to: end, method: 'leaveOneOut', parts: wholeParts(weighed, end - start) };
}

/** A stored number: its quantity and the index that its entries carry. */
interface StoredPlace {
  readonly quantity: Quantity;
  readonly index: number;
}

function storedPlace(setting: Setting, subject: Exclude<Subject, EqualMark>): StoredPlace | null {
  const n = setting.seats.length;
  const seat = (id: SeatId) => seatIndex(setting, id);
  switch (subject.kind) {
    case 'trust':
      return { quantity: 'trust', index: seat(subject.of) * n + seat(subject.in) };
    case 'seat': {
      const { quantity } = subject;
      if (quantity === 'threat' || quantity === 'securitization') return null;
      return { quantity, index: seat(subject.seat) };
    }
    case 'pair': {
      const [a, b] = [seat(subject.a), seat(subject.b)];
      if (subject.quantity === 'link') return null;
      if (subject.quantity === 'restriction') return { quantity: 'restriction', index: a * n + b };
      return { quantity: 'barrier', index: Math.min(a, b) * n + Math.max(a, b) };
    }
    case 'world':
      return { quantity: subject.quantity, index: 0 };
    case 'depth':
      return { quantity: 'depth', index: subject.bloc };
    case 'indicator':
    case 'path':
    case 'gap':
      return null;
  }
}

function seatIndex({ seats }: Setting, id: SeatId): number {
  const index = seats.findIndex((seat) => seat.id === id);
  if (index < 0) throw new Error(`no seat ${id}`);
  return index;
}

/** Read straight from the ledger. A camp's depth begins with its founding and ends with its dissolution. */
function explainStored(
  before: World,
  entries: readonly Entry[],
  after: World,
  { quantity, index }: StoredPlace,
): Explanation {
  const from = storedValue(before, quantity, index);
  const to = storedValue(after, quantity, index);
  const isOurs = (entry: Entry): entry is Change =>
    'quantity' in entry && entry.quantity === quantity && entry.at === index;
  const parts: Part[] = entries.filter(isOurs).map(({ quantity: _quantity, at: _at, ...part }) => part);
  const rest = to - from - parts.reduce((sum, { delta }) => sum + delta, 0);
  if (rest !== 0 && quantity === 'depth')
    parts.push({ reason: rest > 0 ? 'founded' : 'dissolved', delta: rest });
  else if (rest !== 0) throw new Error(`the entries of ${quantity} ${index} leave ${rest} unexplained`);
  return { from, to, method: 'exact', parts: parts.toSorted(bySize) };
}

function bySize(a: Part, b: Part): number {
  return Math.max(b.delta, -b.delta) - Math.max(a.delta, -a.delta);
}

function storedValue(world: World, quantity: Quantity, index: number): Micro {
  switch (quantity) {
    case 'regime':
    case 'institutions':
    case 'opacity':
    case 'competition':
      return world[quantity];
    case 'depth':
    case 'coordination': {
      const bloc = world.blocs.find(({ id }) => id === index);
      if (bloc === undefined) return 0;
      return bloc.kind === 'exclusive' ? bloc.depth : bloc.coordination;
    }
    case 'score':
    case 'development':
    case 'defence':
    case 'localization':
    case 'force':
    case 'shock':
    case 'trust':
    case 'restriction':
    case 'barrier':
      return at(world[quantity], index);
  }
}

/** A derived number in micro-units, not rounded. */
function derivedValue(setting: Setting, world: World, subject: Exclude<Subject, EqualMark>): number {
  if (subject.kind === 'gap') return developmentGap(world);
  const derived = derive(setting, world);
  if (subject.kind === 'path')
    return closedShare(linkLayersOf(setting, world, derived)[subject.path]) * MICRO;
  if (subject.kind === 'indicator') return derived.totals[subject.indicator] * MICRO;
  if (subject.kind === 'pair') {
    return (
      num(derived.link, seatIndex(setting, subject.a) * derived.n + seatIndex(setting, subject.b)) * MICRO
    );
  }
  if (subject.kind !== 'seat') throw new Error(`${subject.kind} is stored`);
  const values = subject.quantity === 'threat' ? derived.threat : derived.securitization;
  return num(values, seatIndex(setting, subject.seat)) * MICRO;
}

const indicatorNames: Readonly<Record<keyof Indicators, true>> = {
  efficiency: true,
  openEfficiency: true,
  meanTrust: true,
  meanThreat: true,
  blocIndex: true,
  securitizationIndex: true,
  fragmentationIndex: true,
  regimeFragmentation: true,
  parallelTreaties: true,
  selectiveParticipation: true,
  lowParticipation: true,
  effectiveOpacity: true,
  direction: true,
};

/** A subject as text, such as `trust:concordia:meridia`; the inverse of `parseSubject`. */
export function subjectKey(subject: Subject): string {
  switch (subject.kind) {
    case 'trust':
      return `trust:${subject.of}:${subject.in}`;
    case 'seat':
      return `seat:${subject.quantity}:${subject.seat}`;
    case 'pair':
      return `pair:${subject.quantity}:${subject.a}:${subject.b}`;
    case 'world':
      return `world:${subject.quantity}`;
    case 'indicator':
      return `indicator:${subject.indicator}`;
    case 'path':
      return `path:${subject.path}`;
    case 'gap':
      return 'gap';
    case 'depth':
      return `depth:${subject.bloc}`;
    case 'equal':
      return 'equal';
  }
}

/** The subject that a text names, or null. Seat names are not checked here. */
export function parseSubject(key: string): Subject | null {
  const [kind = '', first = '', second = '', third = '', ...more] = key.split(':');
  if (more.length > 0) return null;
  const subject = subjectOf(kind, first, second, third);
  return subject !== null && subjectKey(subject) === key ? subject : null;
}

function subjectOf(kind: string, first: string, second: string, third: string): Subject | null {
  if (kind === 'trust') return second === '' ? null : { kind, of: first, in: second };
  if (kind === 'seat') {
    const quantity = seatSubjects.find((known) => known === first);
    return quantity === undefined || second === '' ? null : { kind, quantity, seat: second };
  }
  if (kind === 'pair') {
    const quantity = pairSubjects.find((known) => known === first);
    return quantity === undefined || third === '' ? null : { kind, quantity, a: second, b: third };
  }
  if (kind === 'world') {
    const quantity = worldSubjects.find((known) => known === first);
    return quantity === undefined ? null : { kind, quantity };
  }
  if (kind === 'equal' || kind === 'gap') return { kind };
  if (kind === 'path') {
    const path = fragmentationPaths.find((known) => known === first);
    return path === undefined ? null : { kind, path };
  }
  if (kind === 'indicator') return isIndicator(first) ? { kind, indicator: first } : null;
  return kind === 'depth' && /^\d{1,6}$/.test(first) ? { kind, bloc: Number(first) } : null;
}

function isIndicator(name: string): name is keyof Indicators {
  return Object.hasOwn(indicatorNames, name);
}
