import { assertNever } from '#shared/lib/assertNever.ts';
import type { LogLine } from '#shared/log/line.ts';
import type { Event, EventOf } from '#shared/session/vocabulary/events.ts';
import type { View } from '#shared/session/views/tableView.ts';
import { isFacilitationEvent } from '#shared/session/topics/facilitating.ts';
import { isCharterEvent } from '#shared/session/topics/foldCharters.ts';
import { isDelegationEvent } from '#shared/session/topics/delegations.ts';
import { isDebriefEvent } from '#shared/session/topics/debrief.ts';
import { isEntryEvent } from '#shared/session/topics/entry.ts';
import { isTalkEvent } from '#shared/session/topics/foldTalk.ts';
import { isAgreementEvent } from '#shared/session/topics/agreements/foldAgreements.ts';
import { orderPhrase, seatName } from '../../panels/lookup.ts';
import { words } from '../../text/language.ts';
import { agreementSentence } from './agreementSentence.ts';
import { insideSentence } from './charterSentence.ts';
import { debriefSentence } from './debriefSentence.ts';
import { eventTitle } from './eventTitle.ts';
import { entrySentence } from './entrySentence.ts';
import { hostingSentence } from './hostingSentence.ts';
import { talkSentence } from './talkSentence.ts';

/** What a line of the record says happened, in one sentence; a sealed order only for whoever sees everything. */
export function lineSentence(view: View, line: LogLine | undefined, everything: boolean): string {
  if (line === undefined) return words.value.replay.said.before;
  const said = line.events
    .map((event) => sentenceOf(view, event, everything))
    .filter((text) => text !== null);
  // A line that opens a round or resolves one also opens a phase; the larger fact is enough.
  return said[0] ?? '';
}

const courseOf = {
  sessionPaused: 'paused',
  sessionResumed: 'resumed',
  sessionReopened: 'reopened',
} as const;

function sentenceOf(view: View, event: Event, everything: boolean): string | null {
  if (isFacilitationEvent(event)) return hostingSentence(view, event, everything);
  if (isCharterEvent(event) || isDelegationEvent(event)) return insideSentence(view, event, everything);
  if (isEntryEvent(event)) return entrySentence(view, event);
  if (isTalkEvent(event)) return talkSentence(view, event, everything);
  if (isAgreementEvent(event)) return agreementSentence(view, event, everything);
  if (isDebriefEvent(event)) return debriefSentence(event);
  const { said } = words.value.replay;
  const state = 'seat' in event ? seatName(view, event.seat) : '';
  switch (event.type) {
    case 'seatTaken':
      return said.took(state, delegateName(view, event.seat, event.delegate));
    case 'seatCovered':
      return said.covered(state);
    case 'seatHandedBack':
      return said.handedBack(state);
    case 'sessionStarted':
      return said.started;
    case 'roundOpened':
      return said.roundOpened(event.round, eventTitle(view, event.event?.id));
    case 'phaseOpened':
      return said.phase(words.value.play.phases[event.phase].name);
    case 'ordersSealed':
      return said.sealedOrder(state) + (everything ? `: ${orderPhrase(view, event.order)}` : '');
    case 'ordersWithdrawn':
      return said.withdrew(state);
    case 'betPlaced':
      return said.bet(state);
    case 'roundResolved':
      return said.resolved(event.round);
    case 'sessionPaused':
    case 'sessionResumed':
    case 'sessionReopened':
    case 'usualNoted':
    case 'sessionEnded':
      return courseSentence(event);
    default:
      return event.type === 'phaseClosed' ? null : assertNever(event);
  }
}

type CourseEvent = EventOf<keyof typeof courseOf | 'usualNoted' | 'sessionEnded'>;

function courseSentence(event: CourseEvent): string {
  const { said } = words.value.replay;
  if (event.type === 'usualNoted') return said.usual(event.usual.games);
  if (event.type !== 'sessionEnded') return said[courseOf[event.type]];
  return event.because === 'cancelled' ? said.cancelled : said.ended;
}

function delegateName(view: View, seat: string, delegate: string): string | null {
  const people = view.table.seats.find(({ id }) => id === seat)?.delegates;
  return people?.find(({ id }) => id === delegate)?.name ?? null;
}
