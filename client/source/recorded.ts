import { computed, signal, type ReadonlySignal, type Signal } from '@preact/signals';
import { failed, ok, type Result } from '#shared/lib/result.ts';
import type { LogHeader } from '#shared/log/header.ts';
import type { LogLine } from '#shared/log/line.ts';
import { parseLog, type LogFault, type ParsedLog } from '#shared/log/parse.ts';
import { seekable, type SeekableLog } from '#shared/log/seek.ts';
import { verifyLog, type VerifyReport } from '#shared/log/verify.ts';
import type { SeatId } from '#shared/model/world.ts';
import type { Viewer } from '#shared/session/vocabulary/actors.ts';
import { answer } from '#shared/session/answer.ts';
import type { TextOf } from '#shared/session/vocabulary/codedTalk.ts';
import type { SessionState } from '#shared/session/vocabulary/state.ts';
import type { Answer, Ask, Question } from '#shared/session/views/questions.ts';
import type { View } from '#shared/session/views/tableView.ts';
import { withTrustOpen } from '#shared/session/topics/trustSeen.ts';
import { talkCounts, wholeTalk } from '#shared/session/views/wholeTalk.ts';
import { viewFor } from '#shared/session/view.ts';
import { digestHere } from './digestHere.ts';
import { viewInRecord } from './recordView.ts';
import { bookmarkMarks, marksOfLine, type Marker } from './recordMarks.ts';
import type { CommandOutcome, ViewSource } from './viewSource.ts';

/** A session from its record. The caller sets the position in the record and the viewer. */
export interface RecordedSource extends ViewSource {
  /** The last position; position n shows the table after n lines of the record, 0 before the first. */
  readonly length: number;
  readonly position: Signal<number>;
  readonly viewer: Signal<Viewer>;
  /** Nothing is shown of what lies after the position. */
  readonly hidesAhead: Signal<boolean>;
  readonly markers: readonly Marker[];
  /** The position at which each round was resolved, by round; `[0]` is 0. */
  readonly breaks: readonly number[];
  readonly header: LogHeader;
  readonly lines: readonly LogLine[];
  /** The record as it was opened. */
  readonly text: string;
  /** The whole table at the position, including its secrets: for people who asked to see everything. */
  readonly table: ReadonlySignal<SessionState>;
  /** The whole table at another position; what of it a page shows has to be open to the current viewer. */
  tableAt(position: number): SessionState;
  /** The view at another position for the current viewer. */
  viewAt(position: number): View;
  /** The answer at another position to a question of the current viewer. */
  answerAt<A extends Ask>(position: number, question: Extract<Question, { ask: A }>): Answer<A>;
  /** The table at a position through the eyes of a state that decides there, with its cards and forecasts. */
  deciding(position: number, seat: SeatId): ViewSource;
  /** Checks the record here, without a server: chain, texts, outcomes and, by today's rules, decisions. */
  verify(): VerifyReport;
}

/** Opens the text of a record. A faulty file gives the place of its first fault and nothing else. */
export function recordedSource(text: string): Result<RecordedSource, LogFault> {
  const log = parseLog(text);
  if (!log.ok) return log;
  const told = foldOf(log.value);
  return told.ok ? ok(sourceOf(log.value, told.value, text)) : told;
}

interface Told {
  readonly log: SeekableLog;
  readonly markers: readonly Marker[];
  /** The position at which each message was said, in the order of the talk. */
  readonly saidAt: readonly number[];
}

function foldOf(log: ParsedLog): Result<Told, LogFault> {
  const markers: Marker[] = [];
  const saidAt: number[] = [];
  let played = 0;
  try {
    const seek = seekable(log, (before, state, line, position) => {
      played = position;
      markers.push(...marksOfLine(line, position, before, state));
      while (saidAt.length < state.messages.length) saidAt.push(position);
    });
    return ok({ log: seek, markers, saidAt });
  } catch (cause) {
    // The file comes from elsewhere: if it cannot be folded, that is a finding about the file.
    return failed({
      where: `line ${played + 1}`,
      what: `cannot be played: ${cause instanceof Error ? cause.message : 'unknown'}`,
    });
  }
}

function sourceOf(log: ParsedLog, told: Told, text: string): RecordedSource {
  const length = log.lines.length;
  const { position, viewer, hidesAhead } = atTheBeginning();
  const texts = new Map(log.texts.map(({ id, value }) => [id, value]));
  const stateAt = (wanted: number): SessionState => withTrustOpen(told.log.stateAt(wanted));
  const textOf = (id: string): string | null => texts.get(id) ?? null;
  const viewOf = (state: SessionState): View => viewInRecord(state, viewer.value, textOf);
  const table = computed(() => stateAt(position.value));
  return {
    length,
    position,
    viewer,
    hidesAhead,
    markers: [...told.markers, ...bookmarkMarks(log.lines, told.log.stateAt(length), textOf)].toSorted(
      (a, b) => a.position - b.position,
    ),
    breaks: breaksOf(log.lines),
    header: log.header,
    lines: log.lines,
    text,
    table,
    tableAt: stateAt,
    viewAt: (wanted) => viewOf(stateAt(wanted)),
    answerAt: (wanted, question) => answer(stateAt(wanted), viewer.peek(), question, textOf),
    deciding: (wanted, seat) => decidingSource(stateAt(wanted), seat, textOf),
    verify: () => verifyLog(log, digestHere),
    view: computed(() => viewOf(table.value)),
    said: saidIn({ table, viewer, position, textOf, saidAt: told.saidAt }),
    ask: (question) => Promise.resolve(answer(table.peek(), viewer.peek(), question, textOf)),
    record: () => Promise.resolve(text),
    ...still(),
  };
}

interface SaidInput extends Pick<RecordedSource, 'table' | 'viewer' | 'position'>, Pick<Told, 'saidAt'> {
  readonly textOf: TextOf;
}

/** The whole conversation up to the position, as the viewer may read it. */
function saidIn({ table, viewer, position, textOf, saidAt }: SaidInput): ViewSource['said'] {
  const messages = computed(() => wholeTalk(table.value, viewer.value, textOf));
  return {
    messages,
    counts: computed(() => talkCounts(table.value)),
    goTo: (id) => {
      const nth = messages.peek()[id - 1]?.nth;
      position.value = (nth === undefined ? undefined : saidAt[nth]) ?? position.peek();
    },
  };
}

/** What the caller sets: where the record stands, for whose eyes, and whether the rest is hidden. */
function atTheBeginning(): Pick<RecordedSource, 'position' | 'viewer' | 'hidesAhead'> {
  return {
    position: signal(0),
    viewer: signal<Viewer>({ kind: 'observer' }),
    hidesAhead: signal(false),
  };
}

/** What a record has no use for: nobody is connected, and nothing can be done. */
function still(): Omit<ViewSource, 'view' | 'said' | 'ask' | 'record'> {
  return {
    presence: signal(null),
    status: signal('recorded' as const),
    mayHost: false,
    send: () => Promise.resolve<CommandOutcome>({ ok: false, undelivered: 'recorded' }),
    draw: () => Promise.resolve(),
    show: () => Promise.resolve(),
    putInCentre: () => Promise.resolve(),
    lead: () => Promise.resolve(),
    close: () => undefined,
  };
}

function decidingSource(state: SessionState, seat: SeatId, textOf: TextOf): ViewSource {
  const eyes = { kind: 'delegate', seat, delegate: '' } as const;
  return {
    view: signal(viewFor(state, eyes, textOf)),
    said: null,
    ask: (question) => Promise.resolve(answer(state, eyes, question, textOf)),
    record: () => Promise.resolve(null),
    ...still(),
  };
}

function breaksOf(lines: readonly LogLine[]): readonly number[] {
  const breaks = [0];
  for (const [index, line] of lines.entries()) {
    for (const event of line.events) if (event.type === 'roundResolved') breaks[event.round] = index + 1;
    // Rounds that the host undid are skipped when playing round by round.
    for (const event of line.events) if (event.type === 'roundRewound') breaks.length = event.toRound;
  }
  return breaks;
}
