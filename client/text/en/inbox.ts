import { plural } from '../number.ts';

/** Words of the host's inbox: alerts, their answers, and confirmations. */
export const inbox = {
  title: 'Needs your attention',
  count: (count: number) => `${count} ${plural(count, 'item', 'items')}`,
  dropped: 'No device of this state is connected.',
  idle: 'Not sealed yet, and time is short.',
  states: (count: number) => `${count} ${plural(count, 'state', 'states')}`,
  covered: (bot: string) => `A bot is playing for it (${bot}).`,
  headAway: (name: string) =>
    `The head of delegation, ${name}, is not connected. Somebody else takes over soon.`,
  sentence: (state: string, text: string) => `${state}: ${text}`,
  leads: (name: string) => `${name} leads now`,
  oneMinute: '+1 min for all',
  dismiss: 'Dismiss',
  dismissOf: (state: string, text: string) => `Dismiss: ${state}: ${text}`,
  moveHeld: (name: string, state: string) => `Press and hold to move ${name} to ${state}`,
  swapHeld: (name: string, other: string) => `Press and hold: ${name} and ${other} exchange seats`,
  moveNote: 'They then read the brief and the talk of the new state. What a state has sealed stays sealed.',
  turnAwayHeld: (name: string) => `Press and hold to send ${name} away`,
  turnAwayNote: 'This is not a ban: with the code they can come in again.',
  noRoom: {
    title: 'Some people cannot get in',
    lately: (times: number) => `${times} ${plural(times, 'try', 'tries')} in 10 minutes`,
    why: {
      full: 'All seats are taken. Free seats with “Remove everybody who is away”, or let people wait: Joining, “they wait for you”.',
      waiting: 'The waiting list is full. Admit people, or send away those you do not know.',
      network:
        'As many people as expected have joined from one network. If they are yours, say under Joining how many you expect.',
      watching:
        'No more people can watch at the moment. Close windows that nobody needs, or say under Joining how many people you expect.',
    },
  },
  back: {
    open: (round: number) => `Back to the start of round\u00a0${round}…`,
    title: (round: number) => `What going back to the start of round ${round} undoes`,
    hold: (round: number) => `Press and hold: back to round ${round}`,
    orders: (round: number, now: string, then: string) =>
      `The orders of round ${round} and what they did. The dial goes from ${now} back to ${then}.`,
    sealed: (count: number) =>
      `${count} sealed ${plural(count, 'order', 'orders')} of this round, and all bets.`,
    judged: (count: number) =>
      `Results of agreements since then are undone, secret ones included: ${count} public ${plural(count, 'result', 'results')}. The agreements stay.`,
    noneJudged: 'Results of secret agreements since then are undone, if there are any. The agreements stay.',
    reopened: (count: number) =>
      `${count} ended public ${plural(count, 'offer is', 'offers are')} open again.`,
    events: 'The events that you have added since.',
    charters: 'What blocs have decided since: charters, admissions, expulsions, notices.',
    drafts: 'Drafts of orders and of agreements on people’s screens, and their forecasts.',
    stopped: 'The clock is stopped while you read this; it runs on afterwards.',
    standing: 'No clock is running.',
    told: 'Everybody is told in their own language what has changed.',
    note: (round: number) =>
      `The host has gone back to the start of round ${round}. Orders, drafts and forecasts from after that are gone. Messages and agreements stay.`,
    seen: 'OK',
    stays: 'Messages stay, and the record keeps everything. Chance is drawn again.',
  },
};
