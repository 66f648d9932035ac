import type { View } from '#shared/session/views/tableView.ts';
import { blocName, seatName } from '../../panels/lookup.ts';
import { words } from '../../text/language.ts';
import type { Sentences } from './sentences.ts';

/** A bloc's decision, or its vote. */
export const charterSentences: Sentences<
  'ballotCast' | 'charterAdopted' | 'stateAdmitted' | 'stateExpelled' | 'blocNoticeGiven'
> = {
  ballotCast: (view, { ballot }) =>
    words.value.blocs.said.voted(seatName(view, ballot.yes.at(-1) ?? ''), nameOf(view, ballot.bloc)),
  charterAdopted: (view, { charter }) => words.value.blocs.said.chartered(nameOf(view, charter.bloc)),
  stateAdmitted: (view, { bloc, seat }) =>
    words.value.blocs.said.admitted(nameOf(view, bloc), seatName(view, seat)),
  stateExpelled: (view, { bloc, seat }) =>
    words.value.blocs.said.expelled(nameOf(view, bloc), seatName(view, seat)),
  blocNoticeGiven: (view, { bloc, seat }) =>
    words.value.blocs.said.notice(seatName(view, seat), nameOf(view, bloc)),
};

function nameOf(view: View, id: number): string {
  const bloc = view.table.blocs.find((one) => one.id === id);
  return bloc ? blocName(view, bloc) : words.value.why.someBloc;
}
