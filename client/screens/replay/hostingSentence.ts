import type { EventOf } from '#shared/session/vocabulary/events.ts';
import type { View } from '#shared/session/views/tableView.ts';
import { eventWords } from '../../panels/events/eventWords.ts';
import { seatName } from '../../panels/lookup.ts';
import { words } from '../../text/language.ts';
import { eventTitle } from './eventTitle.ts';
import type { Sentences } from './sentences.ts';

/** The host's actions on the table, or people's requests to the host. */
export const hostingSentences: Sentences<
  | 'roundRewound'
  | 'phaseExtended'
  | 'delegateMoved'
  | 'delegateRemoved'
  | 'handRaised'
  | 'handLowered'
  | 'quizAnswered'
  | 'eventInjected'
  | 'injectCancelled'
> = {
  roundRewound: (_view, { toRound }) => words.value.replay.said.rewound(toRound),
  phaseExtended: (_view, { seconds }) => words.value.replay.said.extended(seconds / 60),
  delegateMoved: (view, { from, seat }) =>
    words.value.replay.said.moved(seatName(view, from), seatName(view, seat)),
  delegateRemoved: (view, { seat }) => words.value.replay.said.removed(seatName(view, seat)),
  handRaised: (view, { seat }) => words.value.replay.said.handRaised(seatName(view, seat)),
  handLowered: (view, { seat }) => words.value.replay.said.handLowered(seatName(view, seat)),
  quizAnswered: (view, { seat }) => words.value.replay.said.quiz(seatName(view, seat)),
  eventInjected: injectSentence,
  injectCancelled: () => words.value.events.said.cancelled,
};

/** An event prepared for a later round shows its title only to viewers who see everything. */
function injectSentence(view: View, injected: EventOf<'eventInjected'>, everything: boolean): string {
  const { said } = words.value.events;
  const { event, number, round, given } = injected;
  const shown = view.table.events.find((one) => one.number === number);
  const title = shown ? eventWords(view, shown).title : (eventTitle(view, event.id) ?? said.ownWords);
  if (round === given) return said.now(title);
  return everything ? said.next(round, title) : said.nextUnseen;
}
