import { LEAST_TOGETHER } from '#shared/session/vocabulary/debriefSteps.ts';
import { plural } from '../number.ts';

const days = (count: number): string => `${count} ${plural(count, 'day', 'days')}`;

/** The page on privacy: what this server stores, where, for how long, and who can read it. */
export const privacy = {
  title: 'What is kept, and who can read it',
  looking: 'Reading the settings of this server…',
  what: {
    title: 'What is kept',
    items: [
      'The name you type, real or made up, and what you write: messages, charters, questions to the host, the one word of the debrief, answers to questions of the debrief, reflections.',
      'What you do in the session and when: orders, votes, agreements, answers to the quiz.',
      'No account, no e-mail address, no network address, nothing about your device. Your browser keeps your seat on this device.',
      'The server’s log and its counters name nobody: no names, codes, texts or network addresses.',
    ],
  },
  where: {
    title: 'Where',
    here: 'On the computer that runs this server, and nowhere else. Nothing is sent to other services.',
    at: (url: string) => `On the server that you reach at ${url}. Nothing is sent to other services.`,
    copies: 'Whoever takes a copy of the record home keeps it where they like.',
  },
  long: {
    title: 'For how long',
    forever: 'Sessions are kept until the host deletes them.',
    days: (count: number) =>
      `Sessions that are opened now are deleted for good ${days(count)} after their last entry. Older ones keep what their join page said.`,
    practice: 'A practice session is removed a day after its last move.',
    deleted: (count: number) =>
      `What the host deletes can be restored for ${days(count)}; then it is gone from the database.`,
    erased: 'Words that the host erases are gone at once.',
    backups: (isBeside: boolean) =>
      `The server makes a backup every night${isBeside ? '' : ', in a folder of its own'}, and keeps the newest of the last 7 days and 4 weeks that have one. For about five weeks they still hold what was deleted or erased; restoring one deletes and erases it again. Copies that somebody made by hand stay until they remove them.`,
    setAside: (isThere: boolean) =>
      `A database that was damaged, or that a backup replaced, is kept under another name beside the new one until whoever runs the server removes it. It may hold what was deleted or erased since. ${isThere ? 'There is one at present.' : 'At present there is none.'}`,
    noBackups:
      'The server makes no backups by itself. Whoever runs it may copy the database; what was deleted or erased stays in such copies until they are removed.',
  },
  who: {
    title: 'Who can read it',
    items: [
      'Public talk, agreements and what was revealed: everybody at the table, the projector, and all who were there in their copy. While the host shows the replay to a class, whoever may watch reads these too. The host can also give a link by which somebody who was not there reads these, without names unless the host chooses them, until the host withdraws it.',
      'Private talk: who was in the conversation. The host does not see it on screen, unless the join page says that the host can read it while you play; the record of the session, which the host can always take, holds it. After the end it is in the copies of those who heard it; if the join page says that it opens, it is in the copies of everybody who was there.',
      'Questions to the host: you and the host.',
      `The one word of the debrief and your answers before and after play: the host. Everybody sees them in the debrief, all together and without names, once ${LEAST_TOGETHER} people have given one.`,
      'A reflection: you alone, and the host if you choose so.',
      'The host can make tables of the record and pass them on: without names unless the host chooses them, never with a name beside the word of the debrief, your answers or a reflection, without questions to the host, and with words of private talk only where the join page says that it opens.',
      'At an event of many tables, the host can give colleagues a link by which they lead its tables and see there what the host sees, the record included, until the host ends the link.',
      'Whoever runs the server can read its files, reflections and private talk included.',
    ],
  },
  wish: {
    title: 'If you want something removed',
    text: 'Ask the host. They can erase your name and your words, or delete the session. What you did stays in the record without a name.',
  },
};
export type PrivacyWords = typeof privacy;
