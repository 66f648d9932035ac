import type { LibraryOrder, LibraryState } from '#shared/wire/library.ts';
import { plural } from '../number.ts';

const sessions = (count: number): string => `${count} ${plural(count, 'session', 'sessions')}`;
const texts = (count: number): string => `${count} ${plural(count, 'text', 'texts')}`;
const days = (count: number): string => `${count} ${plural(count, 'day', 'days')}`;

const states: Readonly<Record<LibraryState, string>> = {
  all: 'All',
  open: 'Not ended',
  ended: 'Ended',
  cancelled: 'Cancelled',
  practice: 'Practice',
  deleted: 'Deleted',
};

const orders: Readonly<Record<LibraryOrder, string>> = {
  newest: 'Newest first',
  oldest: 'Oldest first',
  name: 'By name',
  lastEntry: 'Last used first',
};

/** The host's library: all sessions on this server, and the actions on them. */
export const library = {
  title: 'Sessions on this server',
  link: 'All sessions',
  toHost: 'Open a session',
  search: 'Search',
  searchNote: 'Name, note, tag, scenario or code',
  state: 'Show',
  states,
  order: 'Order',
  orders,
  from: 'Opened from',
  until: 'Opened until',
  found: sessions,
  none: 'No session is kept here yet.',
  noneFound: 'No session matches this search.',
  looking: 'Searching…',
  page: (page: number, pages: number) => `Page ${page} of ${pages}`,
  earlier: 'Previous page',
  later: 'Next page',
  enter: 'Host room',
  debrief: 'Debrief',
  replay: 'Replay',
  save: 'Save the record',
  more: 'Name, note, tags, delete…',
  moreOf: (name: string) => `Name, note, tags, delete: ${name}`,
  name: 'Name',
  note: 'Note',
  tags: 'Tags, with commas between them',
  keep: 'Save',
  kept: 'Saved.',
  importedFrom: (file: string, when: string) =>
    file === '' ? `imported ${when}` : `imported ${when} from ${file}`,
  lasts: (when: string) => `deleted for good on ${when}`,
  import: 'Import a record…',
  importing: 'Checking the record…',
  imported: (code: string) => `The record was verified and is kept as ${code}.`,
  faultAt: (place: string) => `The fault is at: ${place}. Nothing was imported.`,
  knownAs: (code: string) =>
    `It is here already, as ${code}. If it is not in the list, look among the deleted ones.`,
  delete: 'Delete…',
  deleteHeld: 'Press and hold to delete',
  deleteNote: (count: number) =>
    `It can be restored for ${days(count)}. After that it is gone from the server. Anyone who is in it now is disconnected.`,
  restore: 'Restore',
  restored: 'The session is back.',
  deleted: (code: string) => `${code} is deleted.`,
  erase: 'Erase words…',
  eraseWhose: 'Whose words',
  everybody: 'Everybody’s, the host’s included',
  person: (name: string, count: number) => `${name}, ${texts(count)}`,
  unnamed: 'Somebody without a name',
  eraseHeld: 'Press and hold to erase',
  eraseNote:
    'Names and everything that was written are removed for good. The record stays whole: moves, votes and numbers remain. Backups made before still hold the words until they are replaced; restoring one erases them again.',
  nothingToErase: 'No words are kept.',
  erased: (count: number) => `${texts(count)} erased.`,
  cancel: 'Cancel',
  retention: {
    title: 'How long sessions are kept',
    label: 'Keep sessions that are opened from now on',
    forever: 'until I delete them',
    days: (count: number) => `${days(count)} after their last entry`,
    note: 'The page on which people join says so. Sessions that are already open keep the period promised when they were opened.',
    set: 'This applies from now on.',
  },
};
export type LibraryWords = typeof library;
