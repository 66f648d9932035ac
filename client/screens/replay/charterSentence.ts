import { assertNever } from '#shared/lib/assertNever.ts';
import type { View } from '#shared/session/views/tableView.ts';
import type { CharterEvent } from '#shared/session/topics/foldCharters.ts';
import { type DelegationEvent, isDelegationEvent } from '#shared/session/topics/delegations.ts';
import { blocName, seatName } from '../../panels/lookup.ts';
import { words } from '../../text/language.ts';
import { delegationSentence } from './delegationSentence.ts';

/** What happened inside a bloc or a delegation, in one sentence; drafts only for whoever sees everything. */
export function insideSentence(
  view: View,
  event: CharterEvent | DelegationEvent,
  everything: boolean,
): string | null {
  return isDelegationEvent(event)
    ? delegationSentence(view, event, everything)
    : charterSentence(view, event);
}

/** What a bloc settled, or votes on. */
function charterSentence(view: View, event: CharterEvent): string {
  const { said } = words.value.blocs;
  const name = (id: number): string => {
    const bloc = view.table.blocs.find((one) => one.id === id);
    return bloc ? blocName(view, bloc) : words.value.why.someBloc;
  };
  switch (event.type) {
    case 'ballotCast':
      return said.voted(seatName(view, event.ballot.yes.at(-1) ?? ''), name(event.ballot.bloc));
    case 'charterAdopted':
      return said.chartered(name(event.charter.bloc));
    case 'stateAdmitted':
      return said.admitted(name(event.bloc), seatName(view, event.seat));
    case 'stateExpelled':
      return said.expelled(name(event.bloc), seatName(view, event.seat));
    case 'blocNoticeGiven':
      return said.notice(seatName(view, event.seat), name(event.bloc));
    default:
      return assertNever(event);
  }
}
