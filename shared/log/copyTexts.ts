import type { SeatId } from '../model/world.ts';
import type { Bookmark } from '../session/vocabulary/bookmarks.ts';
import type { TextRef } from '../session/vocabulary/textRef.ts';
import type { Event, EventOf, EventType } from '../session/vocabulary/events.ts';
import type { SessionLog } from './line.ts';
import type { HoldsText } from './namedText.ts';

/**
 * For whom a copy of a record is made: the host, a person who took part, somebody to whom it is shown or who has a link to it, or the
 * readers of an export. [decisions 0078, 0079, 0084]
 */
export type CopyReader =
  | { readonly kind: 'host' }
  | { readonly kind: 'participant'; readonly delegate: string }
  /** `names`: with the names that people typed. */
  | { readonly kind: 'watcher'; readonly names: boolean }
  | { readonly kind: 'export'; readonly names: boolean };

/** Who may take a text home. */
type Readers =
  | { readonly to: 'everyone' }
  /** Everyone who was there; readers of an export or of a link only where its maker chose names. */
  | { readonly to: 'table' }
  | { readonly to: 'host' }
  /** Its writer and the host, to whom it was said. */
  | { readonly to: 'help'; readonly delegate: string }
  /** Its writer; also the host if `host` is set. */
  | { readonly to: 'writer'; readonly delegate: string; readonly host: boolean }
  /** The seats that heard it, who sat there then, who said it, and the host; `opens`: after the end everyone. */
  | {
      readonly to: 'hearers';
      readonly opens: boolean;
      readonly seats: readonly SeatId[];
      readonly people: readonly (string | null)[];
    };

type BookmarkWalked = Pick<Bookmark, 'text' | 'shown'>;

/** What is known of the lines so far to decide who could read a text. */
interface Walk {
  readonly isTalkOpen: boolean;
  hasEnded: boolean;
  readonly readersOf: Map<string, Readers>;
  readonly seatOf: Map<string, SeatId>;
  /** Texts of the host's events that have not happened yet, by number. */
  readonly injects: Map<number, { readonly round: number; readonly given: number; readonly text: TextRef }>;
  /** The host's bookmarks by number. */
  readonly bookmarks: Map<number, BookmarkWalked>;
  /** The latest note of a kind that a person gave. */
  readonly notes: Map<string, string>;
}

/**
 * The ids of the free texts that a reader's copy of a record holds; an allow-list. A participant gets what everybody could read,
 * what was said where they could hear it, and their own words; the host gets all but what writers keep from the host. Copies for
 * participants are made only after the end. Readers of an export get what everybody could read, names only by choice, private talk
 * only where it has opened, and what people gave the host to read in the debrief, but never beside a name. [decisions 21, 0084, 0094]
 */
export function textsInCopy(
  { header, lines }: Pick<SessionLog, 'header' | 'lines'>,
  reader: CopyReader,
): ReadonlySet<string> {
  const walk: Walk = {
    isTalkOpen: header.options.privateTalkOpens === true,
    hasEnded: false,
    readersOf: new Map(),
    seatOf: new Map(),
    injects: new Map(),
    bookmarks: new Map(),
    notes: new Map(),
  };
  for (const { events } of lines) for (const event of events) take(walk, event);
  return new Set(
    [...walk.readersOf].filter(([, readers]) => mayTake(walk, reader, readers)).map(([id]) => id),
  );
}

function mayTake(walk: Walk, reader: CopyReader, readers: Readers): boolean {
  switch (reader.kind) {
    case 'host':
      return readers.to !== 'writer' || readers.host;
    case 'participant':
      return mayTakeHome(walk, reader.delegate, readers);
    case 'watcher':
      return mayBeShown(reader.names, readers);
    case 'export':
      return mayBePassedOn(walk, reader.names, readers);
  }
}

function mayTakeHome({ seatOf }: Walk, delegate: string, readers: Readers): boolean {
  switch (readers.to) {
    case 'everyone':
    case 'table':
      return true;
    case 'host':
      return false;
    case 'help':
    case 'writer':
      return readers.delegate === delegate;
    case 'hearers': {
      const seat = seatOf.get(delegate);
      return (
        readers.opens ||
        readers.people.includes(delegate) ||
        (seat !== undefined && readers.seats.includes(seat))
      );
    }
  }
}

/** Who only watches gets what everybody at the table could read, and private talk where it has opened; names only if they may. */
function mayBeShown(names: boolean, readers: Readers): boolean {
  switch (readers.to) {
    case 'everyone':
      return true;
    case 'table':
      return names;
    case 'host':
    case 'help':
    case 'writer':
      return false;
    case 'hearers':
      return readers.opens;
  }
}

function mayBePassedOn({ hasEnded }: Walk, names: boolean, readers: Readers): boolean {
  switch (readers.to) {
    case 'everyone':
      return true;
    case 'table':
      return names;
    case 'host':
    case 'help':
      return false;
    // People gave them on the promise that they stand nowhere with their name.
    case 'writer':
      return readers.host && !names;
    case 'hearers':
      return readers.opens && hasEnded;
  }
}

function take(walk: Walk, event: Event): void {
  switch (event.type) {
    case 'seatTaken':
      walk.seatOf.set(event.delegate, event.seat);
      return allow(walk, event.name, { to: 'table' });
    case 'waitingJoined':
      return allow(walk, event.name, { to: 'table' });
    case 'ballotCast':
      return allow(walk, event.ballot.terms?.text ?? null, { to: 'everyone' });
    case 'charterAdopted':
      return allow(walk, event.charter.text, { to: 'everyone' });
    case 'said':
      return allow(walk, event.text, hearersOf(walk, event));
    case 'handLowered':
      return allow(walk, event.answer ?? null, { to: 'help', delegate: event.delegate });
    case 'handRaised':
      return allow(walk, event.text, { to: 'help', delegate: event.delegate });
    case 'eventInjected':
      return inject(walk, event);
    case 'pulseGiven':
      return note(walk, 'pulse', event, true);
    case 'surveyAnswered':
      return note(walk, event.when, event, true);
    case 'reflectionWritten':
      return note(walk, 'reflection', event, event.shared === true);
    case 'bookmarkSet':
      return bookmark(walk, event.number, { text: event.text, shown: false });
    case 'bookmarkNoted':
      return bookmark(walk, event.number, { text: event.text });
    default:
      return wordless(walk, event);
  }
}

type Wordless = {
  [Type in EventType]: true extends HoldsText<EventOf<Type>> ? never : EventOf<Type>;
}[EventType];

/** Tracks where people sit and which round is open. A new event with a text does not compile until `take` says who may read it. */
function wordless(walk: Walk, event: Wordless): void {
  const { seatOf, injects, readersOf } = walk;
  switch (event.type) {
    case 'sessionEnded':
      walk.hasEnded = true;
      return;
    case 'delegatePlaced':
    case 'delegateMoved':
      seatOf.set(event.delegate, event.seat);
      return;
    case 'delegatesSwapped':
      seatOf.set(event.delegate, event.seat);
      seatOf.set(event.other, event.from);
      return;
    case 'delegateRemoved':
      seatOf.delete(event.delegate);
      return;
    case 'phaseOpened':
      for (const { round, text } of injects.values())
        if (round === event.round) readersOf.set(text.id, { to: 'everyone' });
      return;
    case 'bookmarkRemoved':
      return bookmark(walk, event.number, { text: null, shown: false });
    case 'bookmarkShown':
      return bookmark(walk, event.number, { shown: event.shown });
    case 'injectCancelled':
      injects.delete(event.number);
      return;
    case 'roundRewound':
      for (const [number, { given }] of injects) if (given >= event.toRound) injects.delete(number);
      return;
    default:
      return;
  }
}

function allow({ readersOf }: Walk, text: TextRef | null, readers: Readers): void {
  if (text !== null) readersOf.set(text.id, readers);
}

function hearersOf({ isTalkOpen, seatOf }: Walk, { to, delegate }: EventOf<'said'>): Readers {
  if (to === null) return { to: 'everyone' };
  const there = [...seatOf].filter(([, seat]) => to.includes(seat)).map(([person]) => person);
  return { to: 'hearers', opens: isTalkOpen, seats: to, people: [...there, delegate] };
}

/** Once its round is open, everybody reads an event of the host's; until then only the host. */
function inject(walk: Walk, { number, round, given, text }: EventOf<'eventInjected'>): void {
  if (text === null) return;
  walk.injects.set(number, { round, given, text });
  allow(walk, text, { to: round === given ? 'everyone' : 'host' });
}

/** Replaces an earlier note of the same person. */
function note(
  { notes, readersOf }: Walk,
  kind: string,
  { delegate, text }: Pick<EventOf<'pulseGiven'>, 'delegate' | 'text'>,
  host: boolean,
): void {
  const key = `${kind} ${delegate}`;
  const earlier = notes.get(key);
  if (earlier !== undefined) readersOf.delete(earlier);
  notes.set(key, text.id);
  readersOf.set(text.id, { to: 'writer', delegate, host });
}

/** The note of a bookmark is the host's until the host shows the bookmark; it replaces the earlier note. */
function bookmark(walk: Walk, number: number, change: Partial<BookmarkWalked>): void {
  const earlier = walk.bookmarks.get(number) ?? { text: null, shown: false };
  const now = { ...earlier, ...change };
  if (earlier.text !== null) walk.readersOf.delete(earlier.text.id);
  walk.bookmarks.set(number, now);
  allow(walk, now.text, { to: now.shown ? 'everyone' : 'host' });
}
