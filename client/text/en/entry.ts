import { plural } from '../number.ts';

/** Words of the way in: waiting for a seat, coming back, watching, and the host's hold on it. */
export const entry = {
  waitChoice: 'Let the host place me',
  waitNote: 'You join now and get a seat when the host gives you one.',
  placedByHost: 'In this session the host gives the seats.',
  givenByServer: 'You are given the state with the fewest people.',
  comeIn: 'Come in',
  closed: 'Nobody new can join now',
  closedNote: 'If you were here before, come back with your own code.',
  watch: 'Only watch',
  rejoin: {
    title: 'I was here before, on another device',
    field: 'Your own code, eight symbols',
    go: 'Back to my seat',
    noCode:
      'Your own code has eight letters and digits. The six on the projector are for the whole session; they bring nobody back.',
    yours: 'Your own code',
    note: 'It brings you back to this seat on another device. Show it to nobody.',
    show: 'Show my code',
    none: 'Your code could not be fetched. Try again in a moment.',
  },
  waiting: {
    title: 'You are in',
    text: 'The host will give you a seat. This page turns into your table by itself.',
    stay: 'Waiting for a seat',
  },
  host: {
    title: 'Joining',
    newcomers: 'New people may join',
    newcomerRules: { always: 'at any time', untilStart: 'until the start', never: 'not now' },
    arrival: 'How they get a seat',
    arrivals: { choose: 'they choose', given: 'they are given one', wait: 'they wait for you' },
    observers: 'Others may watch',
    observersNote: 'They see what the projector shows. The projector opened from here always works.',
    returning: 'People who have a seat can always come back.',
    waiting: (count: number) => `${count} ${plural(count, 'person waits', 'people wait')} for a seat`,
    placeAt: (name: string) => `Give ${name} a seat`,
    place: 'Place at…',
    placeAll: 'Place all',
    turnAway: 'Send away',
    turnAwayOf: (name: string) => `Send away ${name}`,
    swapWith: 'Exchange seats with',
  },
  projector: {
    title: 'Projector',
    curtains: { open: 'Live', frozen: 'Freeze', blank: 'Blank' },
  },
};
