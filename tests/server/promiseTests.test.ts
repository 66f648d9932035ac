import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { en } from '../../client/text/en.ts';

/** A test by its file below `tests` and its title, or the last part of it. */
type Kept = readonly [file: string, title: string];

const words: Kept = [
  'server/library.test.ts',
  'the words of one person, then all, can be erased; the chain verifies, nothing is left, an import brings nothing back',
];
const again: Kept = [
  'cli/sessions.test.ts',
  'words and sessions erased or deleted after a backup stay erased when the backup is restored',
];
const thirtyDays: Kept = [
  'server/library.test.ts',
  'a deleted session is nowhere, can be taken back for thirty days, and is gone from the store after them',
];
const promisedDays: Kept = [
  'server/library.test.ts',
  'how long a session is kept is promised when it is opened, and holds whatever the host chooses later',
];
const takenCopies: Kept = ['log/copyTexts.test.ts', 'a copy of a record holds exactly'];
const hostReads: Kept = [
  'session/hostEyes.test.ts',
  'reads both if everybody was told so, and sees who heard them',
];
const hostReadsNot: Kept = [
  'session/hostEyes.test.ts',
  'reads all public talk and no private word, nor a secret agreement, without the promise',
];
const named: Kept = ['server/keptPromises.test.ts', '`${where}: ${said}`'];
const settings: Kept = [
  'server/keptPromises.test.ts',
  'the page on privacy says what the settings in force are',
];
const quietLog: Kept = [
  'server/logs.test.ts',
  'tells of crashed handlers, and no name, text, code, token or address',
];
const printed: Kept = [
  'server/logs.test.ts',
  'is the welcome and a log of JSON lines, without private data, and short whatever is sent',
];
const ownPagesOnly: Kept = [
  'server/http.test.ts',
  'other sites can neither post nor read, and every answer carries the strict policy',
];
const guess: Kept = ['session/secretPledge.test.ts', 'and fades'];

/** Every promise of the opening form, the join page, channels, the library and the page on privacy, and where it is kept. */
const promises: Readonly<Record<string, readonly Kept[]>> = {
  'privacy.what.items.0': [takenCopies, words],
  'privacy.what.items.1': [
    ['server/session.test.ts', 'accepted command is durable before anybody is told of it'],
    takenCopies,
  ],
  'privacy.what.items.2': [printed, ['client/kept.test.ts', 'a pass lives as long as the tab']],
  'privacy.what.items.3': [quietLog, printed],
  'privacy.where.here': [ownPagesOnly, ['e2e/lesson.test.ts', 'strangers']],
  'privacy.where.at': [ownPagesOnly, ['server/publicAddress.test.ts', 'under a path']],
  'privacy.where.copies': [takenCopies],
  'privacy.long.forever': [named, settings],
  'privacy.long.days': [promisedDays, settings],
  'privacy.long.practice': [named],
  'privacy.long.deleted': [named, thirtyDays],
  'privacy.long.erased': [words],
  'privacy.long.backups': [
    again,
    [
      'store/backup.test.ts',
      'one backup is kept for each of the last 7 days and 4 weeks, and none that a person made is deleted',
    ],
  ],
  'privacy.long.setAside': [
    ['server/privacy.test.ts', 'everybody who asks learns of a %s database that was set aside'],
    [
      'store/backup.test.ts',
      'restore keeps what it replaces, and changes nothing for a file that does not hold',
    ],
  ],
  'privacy.long.noBackups': [settings],
  'privacy.who.items.0': [takenCopies, ['session/view.test.ts', 'shows a sealed order to its own seat only']],
  'privacy.who.items.1': [
    hostReadsNot,
    hostReads,
    takenCopies,
    ['server/desk.test.ts', 'private talk is in a participant’s record only where the session was opened so'],
  ],
  'privacy.who.items.2': [
    takenCopies,
    ['session/hands.test.ts', 'is seen by all, its words are read by the host alone'],
  ],
  'privacy.who.items.3': [
    ['session/debrief.test.ts', 'is not shown among fewer than three'],
    ['session/debrief.test.ts', 'shows no counts of fewer than three people'],
    ['server/debrief.test.ts', 'as words is shown to all without a name, once the host has come to them'],
  ],
  'privacy.who.items.4': [
    [
      'session/debrief.test.ts',
      'as a reflection is read by nobody else, the host included, unless its writer says so',
    ],
    [
      'server/debrief.test.ts',
      'is in the person’s own copy; the host has words and answers, and a reflection only if its writer allowed it',
    ],
  ],
  'privacy.who.items.5': [
    ['export/package.test.ts', 'holds no typed name in any byte, unless names were chosen'],
    [
      'export/package.test.ts',
      'leaves out private talk, calls for help, reflections that were not shared, and what was erased',
    ],
    ['export/package.test.ts', 'holds private talk where the session promised that it opens'],
  ],
  'privacy.who.items.6': [
    [
      'server/coHosts.test.ts',
      'sees its overview, steps into its tables, acts on them, and the records say who it was',
    ],
    ['server/coHosts.test.ts', 'is out at once when the link is ended: cookie, passes and open rooms'],
  ],
  'privacy.who.items.7': [
    [
      'store/ownFiles.test.ts',
      'what a server keeps is for its own user alone: database, log, key, backup, what is restored',
    ],
  ],
  'privacy.wish.text': [words, thirtyDays],
  'library.lasts': [thirtyDays],
  'library.imported': [
    [
      'server/library.test.ts',
      'a record of another server is verified, kept under a new code, and says where it came from',
    ],
  ],
  'library.faultAt': [
    [
      'server/library.test.ts',
      'a faulty record is refused with the place, an unfinished one too, and nothing is kept',
    ],
  ],
  'library.deleteNote': [thirtyDays],
  'library.eraseNote': [words, again],
  'library.retention.days': [promisedDays],
  'library.retention.forever': [named],
  'library.retention.note': [promisedDays],
  'join.nameNote': [['server/places.test.ts', 'a class of forty behind one address']],
  'join.giveMeNote': [
    [
      'server/http.test.ts',
      'in a storm of joins everybody who leaves the state to the server gets a seat, evenly spread',
    ],
  ],
  'join.withBot': [
    [
      'session/entry.test.ts',
      'what a bot has sealed is opened again when its seat gets its first person before the reveal',
    ],
  ],
  'join.end': [
    [
      'server/room-return.test.ts',
      'after kill -9 and a restart everybody is back without a click, and nothing acknowledged is lost',
    ],
    ['server/idleSeats.test.ts', 'is covered after a minute, plays, and is handed back at once on return'],
    [
      'server/entry.test.ts',
      'taking the record while the session runs is in the record; afterwards it is not',
    ],
  ],
  'join.hostReads': [hostReads],
  'join.privateOpens': [named],
  'join.keptForever': [named],
  'join.keptDays': [named],
  'more.scarredNote': [
    ['model/stages.test.ts', 'stays locked, and opens only in scarred mode above its bar'],
  ],
  'more.absorbingNote': [
    ['model/stages.test.ts', 'stays locked, and opens only in scarred mode above its bar'],
  ],
  'more.standInsNote': [
    ['server/idleSeats.test.ts', 'seals, and signs nothing in their name'],
    ['server/idleSeats.test.ts', 'signs where the host has said so'],
  ],
  'more.hostReadsNote': [hostReads],
  'more.privateTalkNote': [named],
  'languages.note': [
    [
      'client/sessionLanguage.test.ts',
      'a session of one language is read in it, whatever the reader has chosen',
    ],
  ],
  'sight.note': [
    ['session/trustSeen.test.ts', 'gives a delegate its own row and column and no other pair'],
    ['session/trustSeen.test.ts', 'leaves averages public'],
    ['session/trustSeen.test.ts', 'opens everything when it has ended, and in its record'],
  ],
  'secretGuess.all': [['session/secretPledge.test.ts', 'control: where everybody’s trust is open']],
  'secretGuess.own': [guess],
  'talk.record': [named, hostReadsNot, takenCopies],
  'talk.recordOpens': [named, hostReadsNot],
  'talk.recordRead': [hostReads, takenCopies],
  'talk.recordReadOpens': [hostReads, named],
};

/** Titles of sections, and what is said while one waits. */
const noPromise = /(?:^|\.)(?:title|looking)$/;

function leaves(part: unknown, path: string): readonly string[] {
  if (typeof part !== 'object' || part === null) return noPromise.test(path) ? [] : [path];
  return Object.entries(part).flatMap(([key, value]) => leaves(value, `${path}.${key}`));
}

const { more, languages } = en.opening;
const { library, agreements, talk, sight } = en;
const { join: joining } = en.shell;
const shown = [
  ...leaves(en.privacy, 'privacy'),
  ...['lasts', 'imported', 'faultAt', 'deleteNote', 'eraseNote'].map((key) => `library.${key}`),
  ...['days', 'forever', 'note'].map((key) => `library.retention.${key}`),
  ...leaves(agreements.secretGuess, 'secretGuess'),
  ...Object.keys(more).flatMap((key) => (key.endsWith('Note') ? [`more.${key}`] : [])),
  ...Object.keys(talk).flatMap((key) => (key.startsWith('record') ? [`talk.${key}`] : [])),
  ...Object.keys(joining).flatMap((key) =>
    /Note$|^(?:end|withBot|host|private|kept)/.test(key) ? [`join.${key}`] : [],
  ),
  'languages.note',
  'sight.note',
];

test('every promise of the form, the join page, channels, the library and the page on privacy has its tests', () => {
  expect(Object.keys(promises).toSorted()).toEqual(shown.toSorted());
  for (const said of [languages.note, sight.note, library.eraseNote, library.retention.note])
    expect(said.length).toBeGreaterThan(10);
});

test.each(Object.entries(promises))('%s: its tests are there', (_promise, kept) => {
  for (const [file, title] of kept) {
    const path = join(import.meta.dirname, '..', file);
    expect(existsSync(path), file).toBe(true);
    expect(title.length).toBeGreaterThan(8);
    expect(readFileSync(path, 'utf8').includes(title), `${file}: ${title}`).toBe(true);
  }
});
