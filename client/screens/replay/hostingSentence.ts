import { assertNever } from '#shared/lib/assertNever.ts';
import type { EventOf } from '#shared/session/vocabulary/events.ts';
import type { View } from '#shared/session/views/tableView.ts';
import type { FacilitationEvent } from '#shared/session/topics/facilitating.ts';
import { eventWords } from '../../panels/events/eventWords.ts';
import { seatName } from '../../panels/lookup.ts';
import { words } from '../../text/language.ts';
import { eventTitle } from './eventTitle.ts';

/** What the host did to the table, or somebody asked of the host, in one sentence. */
export function hostingSentence(view: View, event: FacilitationEvent, everything: boolean): string {
  const { said } = words.value.replay;
  switch (event.type) {
    case 'roundRewound':
      return said.rewound(event.toRound);
    case 'phaseExtended':
      return said.extended(event.seconds / 60);
    case 'delegateMoved':
      return said.moved(seatName(view, event.from), seatName(view, event.seat));
    case 'delegateRemoved':
      return said.removed(seatName(view, event.seat));
    case 'handRaised':
      return said.handRaised(seatName(view, event.seat));
    case 'handLowered':
      return said.handLowered(seatName(view, event.seat));
    case 'quizAnswered':
      return said.quiz(seatName(view, event.seat));
    case 'eventInjected':
      return injectSentence(view, event, everything);
    case 'injectCancelled':
      return words.value.events.said.cancelled;
    default:
      return assertNever(event);
  }
}

/** What is prepared for a later round shows its title only to whoever sees everything. */
function injectSentence(view: View, injected: EventOf<'eventInjected'>, everything: boolean): string {
  const { said } = words.value.events;
  const { event, number, round, given } = injected;
  const shown = view.table.events.find((one) => one.number === number);
  const title = shown ? eventWords(view, shown).title : (eventTitle(view, event.id) ?? said.ownWords);
  if (round === given) return said.now(title);
  return everything ? said.next(round, title) : said.nextUnseen;
}
