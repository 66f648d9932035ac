import { assertNever } from '#shared/lib/assertNever.ts';
import type { View } from '#shared/session/tableView.ts';
import type { FacilitationFact } from '#shared/session/topics/facilitating.ts';
import { seatName } from '../../panels/lookup.ts';
import { words } from '../../text/language.ts';

/** What the host did to the table, or somebody asked of the host, in one sentence. */
export function hostingSentence(view: View, event: FacilitationFact): string {
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
    default:
      return assertNever(event);
  }
}
