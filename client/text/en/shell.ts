import { plural } from '../number.ts';

/** Words of the frame around every screen, of home, joining, practice and the lobby. */
export const shell = {
  name: 'Crossroads',
  otherLanguage: '中文',
  toPaper: 'Light theme',
  toNight: 'Dark theme',
  skip: 'Skip to content',
  opening: 'One moment…',
  tryAgain: 'Try again',
  loadAgain: 'Load the page again',
  toHome: 'To the start page',
  doIt: 'Do it',
  doItTo: (what: string) => `Do it: ${what}`,
  notFetched: {
    title: 'This page did not load',
    text: 'The connection broke while the page was loading. Nothing is lost; try again when you are back online.',
  },
  broken: {
    title: 'Something went wrong on this page',
    text: 'A part of this screen could not be shown. Your session is safe; load the page again to go on.',
  },
  unknown: {
    title: 'There is no page at this address',
    text: 'The address may have been cut short. Begin again on the start page.',
  },
  home: {
    tagline: 'Negotiate the future of a shared network, one sealed order at a time.',
    code: 'Code on the projector',
    join: 'Join',
    short: (missing: number) =>
      `${missing} more ${plural(missing, 'character', 'characters')} to go: a code has six.`,
    codeFaults: {
      symbol: 'Codes never use 0, 1, I, L or O; look at the projector again.',
      foreign: 'A code has only the letters A to Z and digits.',
      notFound: 'No code was found in this. A code has six letters and digits, such as H7K X4M.',
    },
    practice: 'Practice alone',
    practiceNote: 'a whole session against named bots',
    host: 'Host a session',
    hostNote: 'one code for the whole room',
    replay: 'Open a replay',
    replayNote: 'from a file, without any server',
    rules: 'Read the rules',
    rulesNote: 'one page, every number explained',
    elsewhere: 'Other ways in',
  },
  /** Where the program is a folder of files without a server. */
  files: {
    onDevice: 'Everything here runs on this device. Nothing you do leaves it.',
    class: 'Play with a class',
    classNote: 'what it takes, and the kit to prepare it',
  },
  join: {
    title: (scenario: string) => `You are invited to ${scenario}`,
    meta: (rounds: number, minutes: number) => `${rounds} rounds, about ${minutes} minutes`,
    here: (people: number) =>
      people === 0 ? 'you are the first' : `${people} ${plural(people, 'person', 'people')} here`,
    running: (round: number) => `already in round ${round}: you can still join`,
    doing: 'What you will be doing',
    lines: [
      'Speak for a state that is not your own.',
      'Talk, listen and make promises, out loud across the room.',
      'Each round, seal one order in secret, then see how the world changes.',
    ],
    yourName: 'Your name here',
    nameNote: 'Made up is fine; your real name is not needed.',
    another: 'Another',
    yourState: 'Your state',
    giveMe: 'Give me one',
    giveMeNote: 'You get the state with the fewest people.',
    taken: (seats: number) => `${seats} full`,
    full: 'full',
    withPeople: (people: number) => `${people} ${plural(people, 'person', 'people')} at the table`,
    withBot: 'played by a bot until you come',
    take: 'Take my seat',
    taking: 'Taking your seat…',
    end: 'No account needed. Your seat is kept if the phone sleeps. The host can save the record of the session at any time.',
    /** In sessions where people speak in moves. */
    level: {
      moves: 'In this session states speak in moves: sentences that you build from parts.',
      plainMoves:
        'In this session states speak in moves: sentences that you build from parts, without conditions.',
    },
    hostReads: 'While we play, the host can read private talk and secret agreements.',
    privateOpens:
      'After the end, everybody who was here can read what was said in private, in their copy of the record and in the replay.',
    keptForever: 'The record is kept until the host deletes it.',
    keptDays: (days: number) => `The record is deleted ${days} days after its last entry.`,
    privacy: 'What is kept, and who can read it',
    looking: 'Looking for the session…',
    youAreBack: 'Your seat is waiting',
    back: (state: string) => `This device already speaks for ${state}.`,
    goOn: 'Back to my seat',
    asOther: 'I am somebody else',
    otherCode: 'Type another code',
    problems: {
      unknownCode: {
        title: 'No session has this code',
        text: 'It may have been mistyped, or the session was removed. Nothing was taken; look at the projector and type it again.',
      },
      sessionCancelled: {
        title: 'This session was cancelled',
        text: 'The host has called it off before it began. Nothing was played. If there is another session, ask the host for its code.',
      },
      sessionEnded: {
        title: 'This session is over',
        text: 'If you played, this device can still open the replay.',
      },
      tooMany: {
        title: 'Too many tries from here',
        text: 'To keep strangers from guessing codes, this address has to wait a minute. Then try again.',
      },
      tableFull: {
        title: 'Every seat is taken',
        text: 'All states have as many people as they can seat. Ask the host whether one may be freed.',
      },
      offline: {
        title: 'The server cannot be reached',
        text: 'Check that this device is in the same network as the host. Nothing is lost.',
      },
    },
  },
  practice: {
    title: 'Practice alone',
    text: 'You speak for one state, bots play the others. They follow the same rules as people and see no more than you do.',
    givenNote: 'Each state has its own strengths, fears and brief.',
    scenario: 'Scenario',
    plan: 'Length',
    planWords: (rounds: number, minutes: number) => `${minutes} min, ${rounds} rounds`,
    deck: 'All cards from the first round',
    deckNote: 'Otherwise the deck opens over the first four rounds.',
    start: 'Begin',
    starting: 'Preparing the session…',
    states: (count: number) => `${count} states`,
  },
  lobby: {
    title: 'Waiting for the host',
    text: 'The session begins when the host starts it. Read your brief meanwhile; only you can see it.',
    practiceText: 'Read your brief, then begin.',
    youAre: (state: string) => `You speak for ${state}`,
    brief: 'Your brief',
    goals: 'Your two objectives',
    who: 'Who is here',
    people: (people: number, states: number) =>
      `${people} ${plural(people, 'person', 'people')} in ${states} ${plural(states, 'state', 'states')}`,
    nobody: 'nobody yet',
    unnamed: 'unnamed',
    you: 'you',
    bot: 'bot',
  },
  status: {
    connecting: 'Connecting…',
    noSocket:
      'The page loaded, but there is no live connection: a filter, proxy or firewall is in the way. Another network (mobile data, a hotspot) or another browser may help; tell the host. Still trying.',
    noServer: 'The server does not answer. Check that this device is in the host’s network. Still trying.',
    reconnecting: 'The connection broke. Reconnecting; your seat and your sealed order are safe.',
    noWatching: 'The host lets nobody watch this session now. This page has stopped trying.',
    crowded:
      'No more people can watch this session at the moment. This page tries again every 20 seconds; close windows that nobody needs.',
    slowed: 'Too many requests from here were refused. This page tries again in about 20 seconds.',
    lost: 'No connection to the server. Your seat is kept.',
    gone: 'This session is no longer on the server.',
    reconnect: 'Connect again',
  },
};
