import type { BranchChange } from '#shared/session/vocabulary/branching.ts';
import type { View } from '#shared/session/views/tableView.ts';
import { agreementsOf, orderPhrase, seatName, seatNames } from '../../../panels/lookup.ts';
import { pick, words } from '../../../text/language.ts';
import { numbersOnPage } from './numbersOnPage.ts';

/** What is different in a branch, as one sentence; also the name that it gets unless somebody writes another. */
export function changeSentence(view: View, change: BranchChange): string {
  const { whatIf } = words.value;
  return whatIf.change.sentence(change.round, partsOf(view, change).join(whatIf.change.between));
}

function partsOf(view: View, { orders, event, unmade = [], numbers = {}, hand = [], bots }: BranchChange) {
  const { change: text } = words.value.whatIf;
  const title = view.card.events.find(({ id }) => id === event)?.title;
  return [
    ...Object.entries(orders).map(([seat, order]) =>
      text.order(seatName(view, seat), orderPhrase(view, order)),
    ),
    ...(event === undefined ? [] : [event === null ? text.noEvent : text.event(title ? pick(title) : event)]),
    ...unmade.map((id) => text.unmade(partiesOf(view, id))),
    ...Object.entries(numbers).map(([name, value]) => text.number(numberName(name), value)),
    ...(hand.length === 0 ? [] : [text.hand(hand.length)]),
    ...(bots === undefined ? [] : [text.bots]),
  ];
}

function partiesOf(view: View, id: string): string {
  const found = agreementsOf(view).find((agreement) => agreement.id === id);
  return found === undefined ? id : seatNames(view, found.parties);
}

/** The command line may set numbers that the page has no words for. */
function numberName(name: string): string {
  const known = numbersOnPage.find((one) => one === name);
  return known === undefined ? name : words.value.whatIf.numbers.names[known];
}
