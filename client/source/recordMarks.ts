import type { LogLine } from '#shared/log/line.ts';
import type { SessionState } from '#shared/session/vocabulary/state.ts';
import type { Stage } from '#shared/model/world.ts';

/** A notable position in a record. `position` counts lines: the table after that many of them. */
export type Marker = { readonly position: number; readonly round: number } & (
  | { readonly kind: 'start' | 'round' | 'reveal' | 'ending' }
  | { readonly kind: 'stage'; readonly stage: Stage }
);

/** The markers of one line: the start, a round's opening and reveal, a change of stage, the ending. */
export function marksOfLine(
  line: LogLine,
  position: number,
  before: SessionState,
  after: SessionState,
): readonly Marker[] {
  const marks: Marker[] = [];
  const round = after.rounds.length;
  for (const event of line.events) {
    if (event.type === 'sessionStarted') marks.push({ kind: 'start', position, round: 0 });
    if (event.type === 'roundOpened') marks.push({ kind: 'round', position, round: event.round });
    if (event.type === 'roundResolved') marks.push({ kind: 'reveal', position, round: event.round });
    if (event.type === 'sessionEnded') marks.push({ kind: 'ending', position, round });
  }
  const { stage } = after.world;
  if (stage !== before.world.stage) marks.push({ kind: 'stage', position, round, stage });
  return marks;
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
