import { useMemo } from 'preact/hooks';
import { measureRounds } from '#shared/analysis/record/measureRounds.ts';
import { expectationsFor } from '#shared/analysis/record/promises.ts';
import type { WorldMeasures } from '#shared/analysis/measure.ts';
import type { Part } from '#shared/model/explainParts.ts';
import type { SeatId } from '#shared/model/world.ts';
import type { FearAndDeed } from '#shared/session/findings/fear.ts';
import type { View } from '#shared/session/views/tableView.ts';
import { type TalkCount, talkCounts } from '#shared/session/views/wholeTalk.ts';
import type { RecordedSource } from '../../../source/recorded.ts';
import { language } from '../../../text/language.ts';
import { hidesRest } from '../hidesRest.ts';
import type { ReplayTools } from '../replayTools.ts';

/** What the charts are made from: a record as the chosen eyes may see it, as far as it is shown. */
export interface Analysed {
  /** The opening, then the table at the reveal of every round that is shown. */
  readonly views: readonly View[];
  /** The table at the end of what is shown. */
  readonly last: View;
  /** Rounds resolved at the position of the record: the sentences tell of these, later ones are drawn paler. */
  readonly now: number;
  /** Rounds that are shown. */
  readonly shown: number;
  readonly counts: readonly TalkCount[];
  readonly expectations: readonly FearAndDeed[];
  readonly measures: readonly WorldMeasures[];
  /** The parts of a state's points, round by round; null if they are closed to these eyes. */
  readonly partsOf: (seat: SeatId) => readonly (readonly Part[])[] | null;
}

/** A record at its position, made anew whenever another round is resolved, the eyes change or what lies ahead is hidden or not. */
export function useAnalysed({ source }: ReplayTools): Analysed {
  const position = source.position.value;
  const now = source.breaks.findLastIndex((place) => place <= position);
  const hides = hidesRest(source);
  const viewer = source.viewer.value;
  const all = useMemo(() => source.breaks.map((place) => source.viewAt(place)), [source, viewer]);
  const measures = useMemo(() => measureRounds(source.tableAt(source.length)), [source]);
  return useMemo(
    () => analysedUpTo(source, { now, hides, all, measures }),
    [source, viewer, now, hides, language.value],
  );
}

interface Wanted extends Pick<Analysed, 'now' | 'measures'> {
  /** Nothing is shown that the eyes do not know after round `now`. */
  readonly hides: boolean;
  /** The table at every reveal of the record. */
  readonly all: readonly View[];
}

/** A record as its eyes see it, of all rounds or, where the rest is hidden, up to one. */
export function analysedUpTo(source: RecordedSource, { now, hides, all, measures }: Wanted): Analysed {
  const until = hides ? (source.breaks[now] ?? 0) : source.length;
  const table = source.tableAt(until);
  const shown = hides ? now : all.length - 1;
  return {
    views: all.slice(0, shown + 1),
    last: source.viewAt(until),
    now,
    shown,
    counts: talkCounts(table).filter(({ round }) => round <= shown),
    expectations: expectationsFor(table, source.viewer.value).filter(({ round }) => round <= shown),
    measures: measures.slice(0, shown + 1),
    partsOf: (seat) => partsOf(source, until, seat, shown),
  };
}

function partsOf(source: RecordedSource, until: number, seat: SeatId, rounds: number) {
  const all: (readonly Part[])[] = [];
  for (let round = 1; round <= rounds; round += 1) {
    const told = source.answerAt(until, { ask: 'why', round, subject: `seat:score:${seat}` });
    if (!told.ok) return null;
    all.push(told.answer.parts);
  }
  return all;
}
