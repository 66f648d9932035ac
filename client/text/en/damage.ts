import type { SessionDamage } from '#shared/wire/damage.ts';
import { plural } from '../number.ts';

const texts = (count: number): string => `${count} ${plural(count, 'text', 'texts')}`;

/** Words for what the server found damaged, in the host's list of sessions. */
export const damage = {
  untitled: 'A session whose title cannot be read',
  state: 'damaged',
  /** What is wrong with a session. */
  what: {
    opening: () => 'Its opening record was changed or cannot be read, so nothing of it can be played.',
    changed: ({ sound, of }) => `Line ${sound + 1} of ${of} of its record was changed after it was written.`,
    missing: ({ sound, of }) => `Line ${sound + 1} of ${of} of its record is missing.`,
    cut: ({ sound, of }) => `Its record stops after line ${sound}; there were ${of}.`,
    unreadable: ({ sound, of }) => `Line ${sound + 1} of ${of} of its record cannot be read.`,
    unplayable: ({ sound, of }) => `This version cannot play line ${sound + 1} of ${of} of its record.`,
    texts: (found) => `${texts(found.texts)} that people wrote cannot be read. The record itself is whole.`,
  } satisfies Record<SessionDamage['kind'], (damage: SessionDamage) => string>,
  /** What can be done about it. */
  readOnly:
    'It cannot be played on. Up to the damage it can be replayed and saved. An earlier backup may hold all of it: stop the server and type “crossroads restore FILE”.',
  nothing:
    'It can neither be played nor replayed. An earlier backup may hold it: stop the server and type “crossroads restore FILE”.',
  textsEmpty: 'It can be played on; those texts stay empty.',
  replay: 'Replay up to the damage',
  save: 'Save what is whole',
  server: {
    databaseTitle: 'The database was damaged',
    database: (file: string) =>
      `The server carried over what could be read; the sessions below say what is not whole. The damaged file is kept in the data directory as ${file}. An earlier backup may hold more: stop the server and type “crossroads restore FILE”. Move the damaged file away, and this note goes with it.`,
    hostKeyTitle: 'The key of this server was damaged',
    hostKey: (file: string) =>
      `The server made a new key. Everybody who hosts has to sign in again, and all rejoin codes are new. The old key is kept in the data directory as secrets/${file}. Move it away, and this note goes with it.`,
    hostDoorTitle: 'The host’s password could not be read',
    hostDoor: 'It opens nothing any more. Set a new one here.',
    presetsTitle: 'The presets could not be read',
    presets: 'They are not shown. The next preset you save starts a new list.',
  },
  listTitle: 'The list could not be read',
};
