import { basename } from 'node:path';
import type { Command } from 'commander';
import { descriptionBody, libraryStates, type LibraryState } from '#shared/wire/library.ts';
import { UNDO_DAYS } from '#shared/wire/retention.ts';
import type { Config } from '../config.ts';
import { markDeleted } from '../store/erasureList.ts';
import { eraseWords, peopleWithWords } from '../store/eraseWords.ts';
import { checkedRecord, type ImportFault, keepRecord } from '../store/importedRecord.ts';
import type { SessionDescription, StoredSession } from '../store/sessionStore.ts';
import { placeFor, type StorePlace } from '../store/storePlace.ts';
import { CommandFailed } from '../lib/commandFailed.ts';
import { readTextFile } from '../lib/textFile.ts';
import { detailsOf, rowOf } from './sessionLines.ts';
import { type Library, sessionIn, withLibrary } from './withLibrary.ts';

interface Flags {
  readonly data?: string;
}

/** `crossroads sessions …`: the host's library from the command line. */
export function addSessions(program: Command, config: Config): void {
  const sessions = program.command('sessions').description('list and care for the sessions that are kept');
  const add = (usage: string, description: string): Command =>
    sessions
      .command(usage)
      .description(description)
      .option('--data <dir>', `the data directory (default: ${config.dataDir})`);
  const placeOf = (flags: Flags): StorePlace => placeFor(config, flags.data);
  addReading(add, placeOf);
  addWords(add, placeOf);
  addRemoving(add, placeOf);
  add('import <file>', 'verify a record and keep it under a new code').action(
    async (file: string, flags: Flags) =>
      withLibrary(placeOf(flags), 'beside', async (library) => {
        const checked = checkedRecord(readTextFile(file));
        const kept = checked.ok
          ? await keepRecord(library, checked.value, { file: basename(file), atMs: Date.now() })
          : checked;
        if (!kept.ok) throw new CommandFailed(`${file}: ${whyNot(kept.failure)}`);
        console.log(`${file} is kept as session ${kept.value}.`);
      }),
  );
}

type Add = (usage: string, description: string) => Command;
type PlaceOf = (flags: Flags) => StorePlace;

function addReading(add: Add, placeOf: PlaceOf): void {
  add('list [words...]', 'list the sessions in which all these words are found')
    .option('--state <state>', `one of ${libraryStates.join(', ')}`, 'all')
    .option('--json', 'print them as JSON')
    .action(async (words: string[], flags: Flags & { readonly state: string; readonly json?: true }) => {
      const state = libraryStates.find((known) => known === flags.state);
      if (state === undefined) throw new CommandFailed(`"${flags.state}" is no state of a session.`, 2);
      await withLibrary(placeOf(flags), 'read', async ({ store }) => {
        const found = await store.list({ ...asked[state], search: words.join(' '), limit: 500 });
        if (flags.json === true) return console.log(JSON.stringify(found.map(detailsOf)));
        console.log(found.length === 0 ? 'No sessions.' : found.map(rowOf).join('\n'));
      });
    });
  add('show <code>', 'say what is kept about a session, and whose words').action(
    async (code: string, flags: Flags) =>
      withLibrary(placeOf(flags), 'read', async ({ store }) => {
        const stored = await sessionIn(store, code);
        const people = await peopleWithWords(store, stored.id);
        const rows = people.map(
          ({ delegate, name, texts }) => `  ${delegate}  ${name ?? '-'}  ${texts} texts`,
        );
        console.log([rowOf(stored), stored.note, ...rows].filter((row) => row !== '').join('\n'));
      }),
  );
}

const asked: Readonly<Record<LibraryState, object>> = {
  all: { deleted: false, practice: false },
  open: { deleted: false, practice: false, status: 'open' },
  ended: { deleted: false, practice: false, status: 'ended' },
  cancelled: { deleted: false, practice: false, status: 'cancelled' },
  practice: { deleted: false, practice: true },
  deleted: { deleted: true },
};

function addWords(add: Add, placeOf: PlaceOf): void {
  const describe = async (flags: Flags, code: string, change: Partial<SessionDescription>): Promise<void> =>
    withLibrary(placeOf(flags), 'beside', async ({ store }) => {
      const stored = await sessionIn(store, code);
      const { name, note, tags } = { ...stored, ...change };
      const given = descriptionBody.safeParse({ name, note, tags });
      if (!given.success)
        throw new CommandFailed('The name, the note or a tag is too long, or a tag is empty.', 2);
      await store.describe(stored.id, given.data);
      console.log(rowOf({ ...stored, ...given.data }));
    });
  add('rename <code> <name>', 'give a session a name; "" takes it away')
    .option('--note <note>', 'a note beside the name')
    .action((code: string, name: string, flags: Flags & { readonly note?: string }) =>
      describe(flags, code, { name, ...(flags.note === undefined ? {} : { note: flags.note }) }),
    );
  add('tag <code> [tags...]', 'give a session these tags in place of those it has').action(
    (code: string, tags: string[], flags: Flags) => describe(flags, code, { tags }),
  );
}

function addRemoving(add: Add, placeOf: PlaceOf): void {
  add('delete <code>', `delete a session; for ${UNDO_DAYS} days it can be restored`).action(
    async (code: string, flags: Flags) =>
      withLibrary(placeOf(flags), 'alone', async (library) => {
        const stored = await sessionIn(library.store, code);
        await markDeleted(library, stored, Date.now());
        console.log(`Session ${stored.code} is deleted. For ${UNDO_DAYS} days it can be restored.`);
      }),
  );
  add('restore <code>', 'take a deletion back').action(async (code: string, flags: Flags) =>
    withLibrary(placeOf(flags), 'beside', async (library) => {
      const stored = await sessionIn(library.store, code);
      if (stored.deletedMs === null) throw new CommandFailed(`Session ${stored.code} is not deleted.`);
      await markDeleted(library, stored, null);
      console.log(`Session ${stored.code} is back.`);
    }),
  );
  add('erase <code>', 'erase words for good: of one person, or all of them')
    .option('--person <id>', 'whose; "sessions show" names them')
    .option('--all', 'everybody’s, the host’s included')
    .action(async (code: string, flags: Flags & { readonly person?: string; readonly all?: true }) => {
      if ((flags.person === undefined) === (flags.all === undefined))
        throw new CommandFailed('Say whose words: --person ID, or --all.', 2);
      await withLibrary(placeOf(flags), 'alone', async (library) => erase(library, code, flags.person));
    });
}

async function erase(library: Library, code: string, person: string | undefined): Promise<void> {
  const stored: StoredSession = await sessionIn(library.store, code);
  if (person !== undefined && !(await isHere(library, stored, person)))
    throw new CommandFailed(`No words of ${person} are kept in session ${stored.code}.`);
  const erased = await eraseWords(library, stored, person ?? null);
  console.log(`${erased} texts of session ${stored.code} are erased. Its chain still verifies.`);
}

async function isHere({ store }: Library, { id }: StoredSession, person: string): Promise<boolean> {
  return (await peopleWithWords(store, id)).some(({ delegate }) => delegate === person);
}

function whyNot(failure: ImportFault): string {
  if (failure.why === 'faulty') return `${failure.fault.where} ${failure.fault.what}. Nothing was imported.`;
  if (failure.why === 'unfinished')
    return 'the session had not ended when it was saved. Nothing was imported.';
  const where = failure.deleted ? ' It is deleted; restore it instead.' : '';
  return `this session is here already, as ${failure.code}.${where}`;
}
