import type { LogLine } from '#shared/log/line.ts';
import type { EventType, TypedEvent } from '#shared/session/vocabulary/events.ts';
import type { View } from '#shared/session/views/tableView.ts';
import { orderPhrase, seatName } from '../../panels/lookup.ts';
import { words } from '../../text/language.ts';
import { agreementSentences } from './agreementSentence.ts';
import { charterSentences } from './charterSentence.ts';
import { debriefSentences } from './debriefSentence.ts';
import { delegationSentences } from './delegationSentence.ts';
import { entrySentences } from './entrySentence.ts';
import { eventTitle } from './eventTitle.ts';
import { hostingSentences } from './hostingSentence.ts';
import type { Sentences } from './sentences.ts';
import { talkSentences } from './talkSentence.ts';

/** What a line of the record says happened, in one sentence; a sealed order only for viewers who see everything. */
export function lineSentence(view: View, line: LogLine | undefined, everything: boolean): string {
  if (line === undefined) return words.value.replay.said.before;
  const said = line.events
    .map((event) => sentenceOf(view, event, everything))
    .filter((text) => text !== null);
  // A line that opens a round or resolves one also opens a phase; the larger fact is enough.
  return said[0] ?? '';
}

/** A new event does not compile until it has its sentence, or none. */
const sentences: Sentences<EventType> = {
  ...hostingSentences,
  ...charterSentences,
  ...delegationSentences,
  ...entrySentences,
  ...talkSentences,
  ...agreementSentences,
  ...debriefSentences,
  seatTaken: (view, { seat, delegate }) =>
    words.value.replay.said.took(seatName(view, seat), delegateName(view, seat, delegate)),
  seatCovered: (view, { seat }) => words.value.replay.said.covered(seatName(view, seat)),
  seatHandedBack: (view, { seat }) => words.value.replay.said.handedBack(seatName(view, seat)),
  sessionStarted: () => words.value.replay.said.started,
  roundOpened: (view, { round, event }) =>
    words.value.replay.said.roundOpened(round, eventTitle(view, event?.id)),
  phaseOpened: (_view, { phase }) => words.value.replay.said.phase(words.value.play.phases[phase].name),
  phaseClosed: () => null,
  ordersSealed: (view, { seat, order }, everything) =>
    words.value.replay.said.sealedOrder(seatName(view, seat)) +
    (everything ? `: ${orderPhrase(view, order)}` : ''),
  ordersWithdrawn: (view, { seat }) => words.value.replay.said.withdrew(seatName(view, seat)),
  betPlaced: (view, { seat }) => words.value.replay.said.bet(seatName(view, seat)),
  roundResolved: (_view, { round }) => words.value.replay.said.resolved(round),
  usualNoted: (_view, { usual }) => words.value.replay.said.usual(usual.games),
  sessionPaused: () => words.value.replay.said.paused,
  sessionResumed: () => words.value.replay.said.resumed,
  sessionReopened: () => words.value.replay.said.reopened,
  sessionEnded: (_view, { because }) =>
    because === 'cancelled' ? words.value.replay.said.cancelled : words.value.replay.said.ended,
};

function sentenceOf<Type extends EventType>(
  view: View,
  event: TypedEvent<Type>,
  everything: boolean,
): string | null {
  return sentences[event.type](view, event, everything);
}

function delegateName(view: View, seat: string, delegate: string): string | null {
  const people = view.table.seats.find(({ id }) => id === seat)?.delegates;
  return people?.find(({ id }) => id === delegate)?.name ?? null;
}
