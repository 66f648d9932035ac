import { apportion } from '#shared/lib/apportion.ts';
import type { Explanation, Subject } from '#shared/model/explain.ts';
import type { ToldGain } from '#shared/model/explainEquality.ts';
import type { Part } from '#shared/model/explainParts.ts';
import { mechanismOf, type Mechanism, type Reason } from '#shared/model/reasons.ts';
import type { EventView } from '#shared/session/views/eventView.ts';
import type { View } from '#shared/session/views/tableView.ts';
import { list, pick, words } from '../../text/language.ts';
import { eventWords } from '../events/eventWords.ts';
import { blocName, ownIndex, seatAt, seatName } from '../lookup.ts';
import type { ColouredFamily } from '../lookup.ts';

/** One line of an explanation: everybody who did the same thing through the same bloc, and the sum of the effects. */
export interface Cause {
  readonly reason: Reason;
  /** Seat indices, the largest share first. */
  readonly authors: readonly number[];
  readonly bloc: number | null;
  /** Position of the event of the world among those of the round. */
  readonly event: number | null;
  readonly delta: number;
}

/** A cause with its share in tenths; the shares of one explanation add up to its total exactly. */
export interface CauseLine extends Cause {
  readonly tenths: number;
  /** The start of its bar: the sum of the shares above it. */
  readonly start: number;
}

/** Parts with equal reason, bloc and event merged, the largest first. */
export function causesOf(parts: readonly Part[]): readonly Cause[] {
  const byKey = new Map<string, Part[]>();
  for (const part of parts) {
    const key = `${part.reason}:${part.bloc ?? ''}:${part.event ?? ''}`;
    byKey.set(key, [...(byKey.get(key) ?? []), part]);
  }
  return [...byKey.values()]
    .map((same) => causeOf(same))
    .filter((cause) => cause.delta !== 0)
    .toSorted((a, b) => Math.abs(b.delta) - Math.abs(a.delta));
}

function causeOf(parts: readonly Part[]): Cause {
  const ordered = parts.toSorted((a, b) => Math.abs(b.delta) - Math.abs(a.delta));
  const authors = ordered.flatMap((part) => (part.author === undefined ? [] : [part.author]));
  const [first] = ordered;
  return {
    reason: first?.reason ?? 'drift',
    authors: [...new Set(authors)],
    bloc: first?.bloc ?? null,
    event: first?.event ?? null,
    delta: parts.reduce((sum, part) => sum + part.delta, 0),
  };
}

/** A whole explanation as lines that end at the total; beyond `most` lines the small ones become one. */
export interface Stair {
  readonly from: number;
  readonly to: number;
  readonly lines: readonly CauseLine[];
  readonly smaller: { readonly count: number; readonly tenths: number; readonly start: number } | null;
  readonly up: number;
  readonly down: number;
}

/** The stair of an explanation in tenths of a point. */
export function stairOf(explanation: Explanation, causes: readonly Cause[], most: number): Stair {
  const from = Math.round(explanation.from / 1000);
  const to = Math.round(explanation.to / 1000);
  const isWhole = causes.reduce((sum, cause) => sum + cause.delta, 0) === explanation.to - explanation.from;
  const sum = causes.reduce((all, cause) => all + cause.delta, 0);
  const total = isWhole ? to - from : Math.round(sum / 1000);
  const shares = apportion(
    causes.map((cause) => cause.delta / 1000),
    total,
  );
  let run = 0;
  const all = causes.map((cause, index) => {
    const tenths = shares[index] ?? 0;
    const line = { ...cause, tenths, start: run };
    run += tenths;
    return line;
  });
  const visible = all.filter((line) => line.tenths !== 0);
  const lines = visible.length > most ? visible.slice(0, most - 1) : visible;
  const rest = all.filter((line) => !lines.includes(line));
  const smaller = rest.length > 0 ? { count: rest.length, tenths: sumOf(rest), start: sumOf(lines) } : null;
  const up = sumOf(all.filter((line) => line.tenths > 0));
  return { from, to, lines, smaller, up, down: -sumOf(all.filter((line) => line.tenths < 0)) };
}

const sumOf = (lines: readonly CauseLine[]): number => lines.reduce((sum, line) => sum + line.tenths, 0);

/** The mark beside a cause: the responsible family, or none. */
export function familyOfReason(reason: Reason): ColouredFamily | null {
  const families: Partial<Record<Mechanism, ColouredFamily>> = {
    cooperation: 'cooperate',
    coordination: 'cooperate',
    promises: 'cooperate',
    securitization: 'securitize',
    blocs: 'blocs',
  };
  const walls: readonly Reason[] = [
    'campBoundary',
    'rivalRulebook',
    'loneRulebook',
    'regimeWornByCamps',
    'club',
  ];
  const deeds: readonly Reason[] = [
    'regimeProgress',
    'institutionsBuilt',
    'rivalryEased',
    'opacityLifted',
    'dividend',
  ];
  if (walls.includes(reason) || reason === 'institutionsWornByCamps') return 'blocs';
  if (deeds.includes(reason)) return 'cooperate';
  if (reason === 'rivalryStoked' || reason === 'damage' || reason === 'rent') return 'securitize';
  return families[mechanismOf[reason]] ?? null;
}

/**
 * A cause as a plain sentence of the reader's language; `events` are those of its round. The mark *equal* mentions everybody's
 * gains.
 */
export function sentenceOf(
  view: View,
  cause: Cause,
  events: readonly EventView[],
  subject?: Subject,
): string {
  const { why } = words.value;
  if (subject?.kind === 'equal' && isToldGain(cause.reason)) return why.gains[cause.reason];
  const own = ownIndex(view);
  const named = cause.authors.map((author) =>
    author === own ? why.you : seatName(view, seatAt(view, author)),
  );
  const shown = named.length > 3 ? [...named.slice(0, 2), why.others(named.length - 2)] : named;
  const bloc = view.table.blocs.find((candidate) => candidate.id === cause.bloc);
  return capital(
    why.reasons[cause.reason]({
      who: shown.length > 0 ? list(shown) : why.someone,
      event: titleOf(view, events[cause.event ?? -1]),
      bloc: bloc ? blocName(view, bloc) : goneBloc(view, cause),
    }),
  );
}

function isToldGain(reason: Reason): reason is ToldGain {
  return Object.hasOwn(words.value.why.gains, reason);
}

const ofCamps: readonly Reason[] = [
  'sameCamp',
  'campBoundary',
  'deepened',
  'hardenedByThreat',
  'hardenedByRivalry',
  'openedUp',
  'club',
];
const ofGroups: readonly Reason[] = ['functionalGroup', 'coordinated'];

/** A dissolved bloc, or several: by the opening's name, else by what the reason names. */
function goneBloc(view: View, { reason, bloc }: Cause): string {
  const { why } = words.value;
  const opening = bloc === null ? undefined : view.card.blocNames[bloc - 1];
  if (opening) return pick(opening);
  if (ofGroups.includes(reason)) return why.someGroup;
  return ofCamps.includes(reason) ? why.someCamp : why.someBloc;
}

function titleOf(view: View, event: EventView | undefined): string {
  return event === undefined ? words.value.play.event.title : eventWords(view, event).title;
}

function capital(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}

/** The lowest and the highest step of the stair, in tenths. */
export function stairReach(
  lines: readonly CauseLine[],
  smaller: { start: number; tenths: number } | null,
): readonly [number, number] {
  const ends = lines.flatMap((line) => [line.start, line.start + line.tenths]);
  if (smaller) ends.push(smaller.start, smaller.start + smaller.tenths);
  return [Math.min(0, ...ends), Math.max(0, ...ends)];
}
