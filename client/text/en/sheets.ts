import { plural } from '../number.ts';

const rounds = (count: number): string => `${count} ${plural(count, 'round', 'rounds')}`;

/** Sheets to print: one a person and one for the class. */
export const sheets = {
  title: 'Sheets of this session',
  people: 'People on the sheets',
  back: 'Back to the replay',
  print: 'Print or save as PDF',
  show: 'Show',
  all: 'The class and everybody',
  classOnly: 'The class',
  opening: 'Making the sheets…',
  notYet: 'Sheets can be made once the session has ended with at least one round.',
  endHidden: 'Sheets tell how the session ended, and later rounds are hidden. Show them in the replay first.',
  failed: 'The sheets could not be made from this record.',
  classTitle: 'The class',
  meta: (states: number, people: number, played: number) =>
    `${states} states, ${people} ${plural(people, 'person', 'people')}, ${rounds(played)}`,
  ended: 'How it ended',
  path: 'The dial’s path',
  moments: 'Moments to talk about',
  results: 'Results of the states',
  state: 'State',
  points: 'Points',
  usual: 'Usual',
  scored: (points: string, usual: string | null) =>
    usual === null ? `Points: ${points}` : `Points: ${points} (usual: ${usual})`,
  named: (name: string, person: string) => `${name} (${person})`,
  forWorld: 'For the dial',
  resultsNote:
    'In the order of the table, not of the points. For the dial: what the orders of the state changed in it, each compared with doing nothing.',
  didTitle: 'What the state did, and what it did',
  order: 'Order',
  own: 'Own points',
  world: 'The dial',
  mine: 'sealed by this person',
  didNote: 'Each order compared with doing nothing in its round. Rounds without an order are left out.',
  didNothing: 'The state gave no order.',
  promises: 'Promises',
  kept: (count: number, broken: number) =>
    count === 0
      ? `The state broke its agreements in ${rounds(broken)}.`
      : `The state kept its agreements in ${rounds(count)} and ${broken === 0 ? 'broke none' : `broke them in ${rounds(broken)}`}.`,
  noPromises: 'No agreement of the state was judged.',
  objectives: 'Objectives',
  reached: 'reached',
  missed: 'not reached',
  badges: 'Roles in governance',
  part: 'Taking part',
  partLine: (messages: number, offers: number, signatures: number) =>
    `${messages} ${plural(messages, 'message', 'messages')}, ${offers} ${plural(offers, 'offer', 'offers')}, ${signatures} ${plural(signatures, 'signature', 'signatures')}.`,
  quiz: (right: number, asked: number) => `Rules check: ${right} of ${asked} right.`,
  words: 'In own words',
  word: 'One word at the end',
  reflection: 'Reflection',
  noWords: 'Nothing was written for others to read.',
  wordsUnnamed: 'Words of the debrief were given without a name. They stand on sheets with pseudonyms only.',
  noSeat: 'without a seat',
  foot: 'This sheet describes a session. It grades nobody.',
  source: 'Crossroads. The model follows Cai and Zhang (2023).',
};
export type SheetWords = typeof sheets;
