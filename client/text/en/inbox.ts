import { plural } from '../number.ts';

/** Words of the host's inbox: what wants to be seen to, its answers, and what asks to be confirmed. */
export const inbox = {
  title: 'For you to see to',
  count: (count: number) => `${count} ${plural(count, 'matter', 'matters')}`,
  dropped: 'All of its devices are out of reach.',
  idle: 'Nothing sealed yet, and time runs short.',
  states: (count: number) => `${count} ${plural(count, 'state', 'states')}`,
  covered: (bot: string) => `A bot plays for its people (${bot}).`,
  headAway: (name: string) => `Its head, ${name}, is out of reach. Soon somebody else of it leads.`,
  sentence: (state: string, text: string) => `${state}: ${text}`,
  leads: (name: string) => `${name} leads now`,
  oneMinute: '+1 min for all',
  dismiss: 'Put aside',
  dismissOf: (state: string, text: string) => `Put aside: ${state}: ${text}`,
  moveHeld: (name: string, state: string) => `Hold: move ${name} to ${state}`,
  swapHeld: (name: string, other: string) => `Hold: ${name} and ${other} exchange seats`,
  moveNote: 'They then read the brief and the talk of the new state. What a state has sealed stays sealed.',
  turnAwayHeld: (name: string) => `Hold: send ${name} away`,
  turnAwayNote: 'No ban: with the code they can come in again.',
  back: {
    open: (round: number) => `Back to the start of round ${round}…`,
    title: (round: number) => `What going back to the start of round ${round} undoes`,
    hold: (round: number) => `Hold: back to round ${round}`,
    orders: (round: number, now: string, then: string) =>
      `The orders of round ${round} and what they did. The dial goes from ${now} back to ${then}.`,
    sealed: (count: number) =>
      `${count} sealed ${plural(count, 'order', 'orders')} of this round, and all bets.`,
    judged: (count: number) =>
      `What was judged of agreements since, secret ones included: ${count} public ${plural(count, 'judgement falls', 'judgements fall')}. Signatures stand.`,
    noneJudged: 'What was judged of secret agreements since, if there are any. Signatures stand.',
    reopened: (count: number) =>
      `${count} lapsed public ${plural(count, 'offer is', 'offers are')} open again.`,
    events: 'The events that you have brought in since.',
    charters: 'What blocs have settled since: charters, admissions, expulsions, notices.',
    stays: 'What was said stays said, and the record keeps everything. The dice fall anew.',
  },
};
