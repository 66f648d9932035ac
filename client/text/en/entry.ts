import { plural } from '../number.ts';

/** Words of the way in: waiting for a seat, coming back, watching, and the host's hold on it. */
export const entry = {
  waitChoice: 'Let the host place me',
  waitNote: 'You come in now and get a seat when the host gives you one.',
  placedByHost: 'In this session the host gives the seats.',
  givenByServer: 'You are given the state with the fewest people.',
  comeIn: 'Come in',
  closed: 'Nobody new is let in now',
  closedNote: 'If you have been here before, come back with your own code.',
  watch: 'Only watch',
  rejoin: {
    title: 'I was here before, on another device',
    field: 'Your own code, eight symbols',
    go: 'Back to my seat',
    yours: 'Your own code',
    note: 'With it you come back to this seat on another device. Show it to nobody.',
    show: 'Show my code',
    none: 'It could not be fetched. Try again in a moment.',
  },
  waiting: {
    title: 'You are in',
    text: 'The host will give you a seat. This page turns into your table by itself.',
    stay: 'Waiting for a seat',
  },
  host: {
    title: 'The way in',
    newcomers: 'New people may come in',
    newcomerRules: { always: 'at any time', untilStart: 'until the start', never: 'not now' },
    arrival: 'They get a seat by',
    arrivals: { choose: 'choosing one', given: 'being given one', wait: 'waiting for you' },
    observers: 'Others may watch',
    observersNote: 'They see what the projector shows. The projector opened from here works either way.',
    returning: 'Whoever has a seat can always come back.',
    waiting: (count: number) => `${count} ${plural(count, 'person waits', 'people wait')} for a seat`,
    placeAt: (name: string) => `Give ${name} a seat`,
    place: 'Place at…',
    placeAll: 'Place all',
    turnAway: 'Send away',
    turnAwayOf: (name: string) => `Send away ${name}`,
    swapWith: 'Exchange seats with',
  },
  projector: {
    title: 'Projector picture',
    curtains: { open: 'Live', frozen: 'Freeze', blank: 'Blank' },
  },
};
