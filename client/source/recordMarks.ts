import type { LogLine } from '#shared/log/line.ts';
import type { BlocId, SeatId, Stage } from '#shared/model/world.ts';
import type { Event } from '#shared/session/vocabulary/events.ts';
import type { TextOf } from '#shared/session/vocabulary/codedTalk.ts';
import type { SessionState } from '#shared/session/vocabulary/state.ts';

/** A notable position in a record. `position` counts lines: the table after that many of them. */
export type Marker = { readonly position: number; readonly round: number } & (
  | { readonly kind: 'start' | 'round' | 'reveal' | 'ending' | 'stepBack' | 'silence' }
  | { readonly kind: 'stage'; readonly stage: Stage }
  /** A bookmark of the host's, with its note as far as the record has it. */
  | { readonly kind: 'bookmark'; readonly note: string | null; readonly isShown: boolean }
  /** The host brings in an event, for this round or for a later one. */
  | { readonly kind: 'inject'; readonly isNow: boolean }
  /** An agreement that enters into force, is broken by somebody, or is over. */
  | {
      readonly kind: 'signed' | 'broken' | 'over';
      readonly agreement: string;
      readonly parties: readonly SeatId[];
      readonly by: readonly SeatId[];
      readonly isSecret: boolean;
    }
  | {
      readonly kind: 'founded' | 'joined' | 'left';
      readonly bloc: BlocId;
      readonly seats: readonly SeatId[];
    }
);

/** The markers of one line, from the tables before and after it. */
export function marksOfLine(
  line: LogLine,
  position: number,
  before: SessionState,
  after: SessionState,
): readonly Marker[] {
  const place = { position, round: after.rounds.length };
  const marks = line.events.flatMap((event) => marksOfEvent(event, place, after));
  const { stage } = after.world;
  if (stage !== before.world.stage) marks.push({ ...place, kind: 'stage', stage });
  const isResolved = line.events.some(({ type }) => type === 'roundResolved');
  return isResolved ? [...marks, ...blocMarks(place, before, after)] : marks;
}

type Place = Pick<Marker, 'position' | 'round'>;

function marksOfEvent(event: Event, place: Place, after: SessionState): Marker[] {
  const { position } = place;
  if (event.type === 'sessionStarted') return [{ position, round: 0, kind: 'start' }];
  if (event.type === 'roundOpened') return [{ position, round: event.round, kind: 'round' }];
  if (event.type === 'roundResolved') return [{ position, round: event.round, kind: 'reveal' }];
  if (event.type === 'sessionEnded') return [{ ...place, kind: 'ending' }];
  if (event.type === 'roundRewound') return [{ position, round: event.toRound, kind: 'stepBack' }];
  if (event.type === 'silenceDeclared')
    return event.silent ? [{ position, round: event.round, kind: 'silence' }] : [];
  if (event.type === 'eventInjected')
    return [{ position, round: event.round, kind: 'inject', isNow: event.round === event.given }];
  return agreementMarks(event, place, after);
}

function agreementMarks(event: Event, place: Place, after: SessionState): Marker[] {
  const about = (kind: 'signed' | 'broken' | 'over', id: string, by: readonly SeatId[]): Marker[] => {
    const agreement = after.agreements.find((one) => one.id === id);
    if (agreement === undefined) return [];
    return [
      {
        ...place,
        kind,
        agreement: agreement.id,
        parties: agreement.parties,
        by,
        isSecret: agreement.secrecy === 'secret',
      },
    ];
  };
  if (event.type === 'agreementEntered') return about('signed', event.agreement, []);
  if (event.type === 'agreementLeft') return about('over', event.agreement, [event.seat]);
  if (event.type !== 'agreementJudged') return [];
  const { judgement, agreement, ends } = event;
  const breakers = judgement.evidence.filter(({ kept }) => !kept).map(({ seat }) => seat);
  if (judgement.outcome === 'breached') return about('broken', agreement, [...new Set(breakers)]);
  return ends === null ? [] : about('over', agreement, []);
}

function blocMarks(place: Place, before: SessionState, after: SessionState): Marker[] {
  const named = (members: readonly number[]): readonly SeatId[] =>
    members.flatMap((member) => after.seats[member]?.id ?? []);
  const earlier = new Map(before.world.blocs.map((bloc) => [bloc.id, bloc.members]));
  const marks: Marker[] = [];
  for (const { id: bloc, members } of after.world.blocs) {
    const were = earlier.get(bloc);
    earlier.delete(bloc);
    if (were === undefined) marks.push({ ...place, kind: 'founded', bloc, seats: named(members) });
    const came = members.filter((member) => were?.includes(member) === false);
    const went = (were ?? []).filter((member) => !members.includes(member));
    if (came.length > 0) marks.push({ ...place, kind: 'joined', bloc, seats: named(came) });
    if (went.length > 0) marks.push({ ...place, kind: 'left', bloc, seats: named(went) });
  }
  for (const [bloc, were] of earlier) marks.push({ ...place, kind: 'left', bloc, seats: named(were) });
  return marks;
}

/** The bookmarks that the host has kept, at the lines in which they were set; `end` is the table at the end of the record. */
export function bookmarkMarks(
  lines: readonly LogLine[],
  { bookmarks }: Pick<SessionState, 'bookmarks'>,
  textOf: TextOf,
): readonly Marker[] {
  return bookmarks.map(({ number, round, text, shown }) => {
    const isItsLine = ({ events }: LogLine): boolean =>
      events.some((event) => event.type === 'bookmarkSet' && event.number === number);
    const position = lines.findLastIndex(isItsLine) + 1;
    const note = text === null ? null : textOf(text.id);
    return { kind: 'bookmark', position, round, note, isShown: shown };
  });
}

/**
 * A session's progress at a position, in rounds: 0 is the start, 2 the moment round 2 was resolved. Rounds have equal length,
 * whatever happened in them; after the last one the rest of the record takes half a round.
 */
export function roundsAt(position: number, breaks: readonly number[], length: number): number {
  for (let round = 1; round < breaks.length; round += 1) {
    const from = breaks[round - 1] ?? 0;
    const to = breaks[round] ?? from;
    if (position <= to) return round - 1 + (position - from) / Math.max(1, to - from);
  }
  const last = breaks.at(-1) ?? 0;
  return breaks.length - 1 + (0.5 * (position - last)) / Math.max(1, length - last);
}

/** The position nearest to a number of rounds: the inverse of `roundsAt`. */
export function positionAt(rounds: number, breaks: readonly number[], length: number): number {
  const whole = Math.min(breaks.length - 1, Math.max(0, Math.floor(rounds)));
  const from = breaks[whole] ?? 0;
  const to = breaks[whole + 1];
  const share = rounds - whole;
  const position = to === undefined ? from + (share / 0.5) * (length - from) : from + share * (to - from);
  return Math.min(length, Math.max(0, Math.round(position)));
}
