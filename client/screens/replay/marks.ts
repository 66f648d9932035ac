import type { Viewer } from '#shared/session/vocabulary/actors.ts';
import type { PivotalOrder } from '#shared/session/findings/pivotal.ts';
import type { MomentKind } from '#shared/session/vocabulary/events.ts';
import type { View } from '#shared/session/views/tableView.ts';
import { bandIndex } from '../../charts/dialGeometry.ts';
import { blocName, orderPhrase, seatName, seatNames } from '../../panels/lookup.ts';
import type { RecordedSource } from '../../source/recorded.ts';
import type { Marker } from '../../source/recordMarks.ts';
import { words } from '../../text/language.ts';

/** What marks are about; each group has a shape and can be left out. */
export const markGroups = ['rounds', 'world', 'agreements', 'blocs', 'host', 'moments', 'bookmarks'] as const;
/** A group of marks. */
export type MarkGroup = (typeof markGroups)[number];

/** A mark of the tape: one of the record's, or one that only the whole record shows. */
export type Mark =
  | Marker
  | {
      readonly kind: 'band';
      readonly position: number;
      readonly round: number;
      readonly band: 0 | 1 | 2 | 3 | 4;
    }
  | {
      readonly kind: 'moment';
      readonly position: number;
      readonly round: number;
      readonly moment: MomentKind | 'promiseBroke';
    }
  /** The order without which the end would differ most. */
  | ({ readonly kind: 'pivotal'; readonly position: number } & Pick<
      PivotalOrder,
      'round' | 'seat' | 'order'
    >);

const groupOf: Readonly<Record<Mark['kind'], MarkGroup>> = {
  start: 'rounds',
  round: 'rounds',
  reveal: 'rounds',
  ending: 'rounds',
  stage: 'world',
  band: 'world',
  signed: 'agreements',
  broken: 'agreements',
  over: 'agreements',
  founded: 'blocs',
  joined: 'blocs',
  left: 'blocs',
  inject: 'host',
  stepBack: 'host',
  silence: 'host',
  moment: 'moments',
  pivotal: 'moments',
  bookmark: 'bookmarks',
};

/** The group of a mark. */
export function markGroup({ kind }: Mark): MarkGroup {
  return groupOf[kind];
}

/** The mark of the pivotal order at the reveal of its round; none where no order was pivotal. */
export function pivotalMarks({ breaks }: RecordedSource, orders: readonly PivotalOrder[]): readonly Mark[] {
  return orders.slice(0, 1).flatMap(({ round, seat, order }): readonly Mark[] => {
    const position = breaks[round];
    return position === undefined ? [] : [{ kind: 'pivotal', position, round, seat, order }];
  });
}

/** The marks of the list: rounds and reveals have a list of their own. */
export function listedMarks(marks: readonly Mark[]): readonly Mark[] {
  return marks.filter((mark) => mark.kind !== 'round' && mark.kind !== 'reveal');
}

/** The places to step through, mark by mark. */
export function stopsOf(marks: readonly Mark[]): readonly number[] {
  return listedMarks(marks).map(({ position }) => position);
}

/** Every mark of a record in its order; `end` is the table at its end. */
export function allMarks({ markers, breaks }: RecordedSource, end: View): readonly Mark[] {
  const trail = end.table.trail.direction;
  const bands = breaks.slice(1).flatMap((position, index): readonly Mark[] => {
    const [from, to] = [bandIndex(trail[index] ?? 0), bandIndex(trail[index + 1] ?? 0)];
    return from === to ? [] : [{ kind: 'band', position, round: index + 1, band: to }];
  });
  const moments = (end.table.ending?.moments ?? []).flatMap(({ round, kind }): readonly Mark[] => {
    const position = breaks[round];
    return position === undefined ? [] : [{ kind: 'moment', position, round, moment: kind }];
  });
  return [...markers, ...bands, ...moments].toSorted((a, b) => a.position - b.position);
}

/**
 * Whether these eyes may know of what a mark stands for: secret agreements their parties; what is prepared, and bookmarks that the
 * host did not show, nobody but *everything*.
 */
export function isMarkSeen(mark: Mark, viewer: Viewer): boolean {
  if (viewer.kind === 'host') return true;
  if (mark.kind === 'inject') return mark.isNow;
  if (mark.kind === 'bookmark') return mark.isShown;
  if (mark.kind !== 'signed' && mark.kind !== 'broken' && mark.kind !== 'over') return true;
  const seat = 'seat' in viewer ? viewer.seat : null;
  return !mark.isSecret || (seat !== null && mark.parties.includes(seat));
}

/** What a mark stands for, in a few words. */
export function markWords(view: View, mark: Mark): string {
  const { marks } = words.value.replay;
  switch (mark.kind) {
    case 'round':
    case 'reveal':
    case 'stepBack':
    case 'silence':
      return marks[mark.kind](mark.round);
    case 'start':
    case 'ending':
      return marks[mark.kind];
    case 'stage':
      return marks.stage(words.value.play.stageNames[mark.stage]);
    case 'band':
      return marks.band(words.value.play.dial.bands[mark.band] ?? '');
    case 'inject':
      return mark.isNow ? marks.inject : marks.prepared(mark.round);
    case 'moment':
      return words.value.play.ending.moment[mark.moment];
    case 'pivotal':
      return marks.pivotal(seatName(view, mark.seat), orderPhrase(view, mark.order));
    case 'bookmark':
      return mark.note === null ? marks.bookmark : marks.bookmarkNote(mark.note);
    case 'signed':
    case 'broken':
    case 'over':
      return agreementWords(view, mark);
    case 'founded':
    case 'joined':
    case 'left':
      return marks[mark.kind](seatNames(view, mark.seats), nameOfBloc(view, mark.bloc));
  }
}

function agreementWords(
  view: View,
  { kind, parties, by }: Extract<Mark, { readonly kind: 'signed' | 'broken' | 'over' }>,
): string {
  const { marks } = words.value.replay;
  const others = parties.filter((seat) => !by.includes(seat));
  return kind === 'broken'
    ? marks.broken(seatNames(view, by), seatNames(view, others))
    : marks[kind](seatNames(view, parties));
}

function nameOfBloc(view: View, id: number): string {
  const bloc = view.table.blocs.find((one) => one.id === id);
  return bloc === undefined ? words.value.why.someBloc : blocName(view, bloc);
}
