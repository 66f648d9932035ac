import { plural } from '../number.ts';

/** Words of the entry: waiting for a seat, returning, watching, and the host's control of it. */
export const entry = {
  waitChoice: 'Let the host place me',
  waitNote: 'You join now and get a seat when the host gives you one.',
  placedByHost: 'In this session the host gives the seats.',
  givenByServer: 'You are given the state with the fewest people.',
  comeIn: 'Come in',
  admittedByHost: 'The host lets people in. Please wait: this page changes when it is your turn.',
  wishNote: 'You get this state if it still has room then.',
  closed: 'Nobody new can join now',
  closedNote: 'If you were here before, come back with your rejoin code.',
  watch: 'Only watch',
  rejoin: {
    title: 'I was here before, on another device',
    field: 'Your rejoin code, eight letters and digits',
    go: 'Back to my seat',
    noCode:
      'A rejoin code has eight letters and digits. The six on the projector are for the whole class and lead to no seat.',
    yours: 'Your rejoin code',
    note: 'It brings you back to this seat on another device. Keep it to yourself.',
    show: 'Show my rejoin code',
    none: 'Your code could not be fetched. Try again in a moment.',
  },
  waiting: {
    title: 'You are in',
    text: 'The host will give you a seat. Your screen then opens by itself.',
    admission:
      'Please wait: the host lets people in one by one or all at once. Your seat then opens on this page by itself.',
    wish: (state: string) => `You would like ${state}.`,
  },
  host: {
    title: 'Joining',
    newcomers: 'New people may join',
    newcomerRules: { always: 'at any time', untilStart: 'until the start', never: 'not now' },
    admission: 'Let in only when I say',
    admissionNote:
      'New people wait until you admit them. People who have a seat can come back without asking.',
    expected: 'How many people do you expect?',
    expectedNote: (most: number) =>
      `1 to ${most}, or leave it empty. That many can join from one network. If you leave it empty, the server allows for a class of usual size.`,
    arrival: 'How they get a seat',
    arrivals: { choose: 'they choose', given: 'they are given one', wait: 'they wait for you' },
    observers: 'Others may watch',
    observersNote: 'They see what the projector shows. The projector opened from here always works.',
    returning: 'People who have a seat can always come back.',
    trouble:
      'If somebody fills the seats with made-up people: stop new people joining, remove everybody who is away, then admit only those you know. No limit can tell a script from a class.',
    waiting: (count: number) => `${count} ${plural(count, 'person waits', 'people wait')} for a seat`,
    placeAt: (name: string) => `Give ${name} a seat`,
    place: 'Place at…',
    admitAll: 'Admit all',
    admit: 'Admit',
    admitOf: (name: string) => `Admit ${name}`,
    wishes: (state: string) => `would like ${state}`,
    keys: 'New people',
    close: 'Stop new people joining',
    open: 'Let new people join',
    isOpen: 'New people can join.',
    isAsked: 'New people can join and wait until you admit them.',
    isClosed: 'Nobody new can join. People who have a seat can come back.',
    clear: (count: number) => `Remove everybody who is away (${count})…`,
    clearHeld: (count: number) =>
      `Press and hold to remove ${count} ${plural(count, 'person', 'people')} who ${plural(count, 'is', 'are')} away`,
    clearNote:
      'Their seats and waiting places become free. This is not a ban: with the code they can join again.',
    turnAway: 'Send away',
    turnAwayOf: (name: string) => `Send away ${name}`,
    swapWith: 'Exchange seats with',
  },
  projector: {
    title: 'Projector',
    curtains: { open: 'Live', frozen: 'Freeze', blank: 'Blank' },
  },
};
