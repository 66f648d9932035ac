import { plural } from '../number.ts';

/** Words of the projector: what the whole class reads from ten metres. */
export const projector = {
  open: 'Open the projector screen',
  opening: 'Looking for the session…',
  joinTitle: 'Join with your phone',
  typeThis: 'Type this address, or scan',
  code: 'and this code',
  qr: (url: string) => `QR code that opens ${url}`,
  here: (people: number) => `${people} ${plural(people, 'person is', 'people are')} here`,
  taken: (taken: number, all: number) => `${taken} of ${all} states taken`,
  joinAt: (where: string) => `Join at ${where}`,
  sealedOf: (sealed: number, all: number) => `${sealed} of ${all} sealed`,
  waitingFor: (names: string) => `Waiting for ${names}`,
  waitingMore: (names: string, more: number) => `Waiting for ${names} and ${more} more`,
  everybody: 'Every state has sealed',
  choosing: 'Every state is choosing in secret',
  silent: 'Silent round: only the host speaks',
  lastRound: (round: number) => `Round ${round} in three lines`,
  /** The heading of a state's public message. */
  saidToAll: (name: string) => `${name}, to everyone`,
  announced: 'Announcement',
  /** In the lobby: the states, each with how many people have joined. */
  states: 'The states',
  pages: {
    label: 'Pages',
    at: (page: number, of: number) => `${page} of ${of}`,
    previous: 'Page before',
    next: 'Next page',
  },
  frozen: 'Frozen',
  freeze: 'Freeze (F)',
  goOn: 'Unfreeze (F)',
  blank: 'Blank (B)',
  show: 'Press B to show the picture again',
  full: 'Full screen',
  controls: 'Projector controls',
  /** What the wall shows beside the map. */
  wall: {
    label: 'Beside the map',
    names: {
      auto: 'What the phase asks for',
      why: 'Why the dial moved',
      agreements: 'Agreements',
      talk: 'Public talk',
      points: 'Points',
      trends: 'The trends and their kinds',
      factors: 'Factors and strategy',
      compare: 'This class among simulated ones',
    },
    /** On the wall: a page with the key that opens it. */
    keyed: (name: string, key: string) => `${name} (${key})`,
    one: (what: string) => `The wall shows: ${what}`,
    put: 'Show this on the wall',
    putNamed: (name: string) => `On the wall: ${name}`,
    /** At the console: the course takes the place of the map on the wall. */
    course: 'Show the course on the wall (C)',
    isShown: 'This is on the wall',
    back: 'Take it off the wall',
    state: (name: string) => `the state ${name}`,
    whyOf: (name: string, round: number) => `why: ${name}, round ${round}`,
    closed: 'Points and objectives stay off the wall until the session has ended.',
    secretPoints: 'Points are each state’s own until the session has ended.',
    noAgreements: 'No public agreement yet.',
    noTalk: 'Nothing has been said in public yet.',
  },
};
export type ProjectorWords = typeof projector;
