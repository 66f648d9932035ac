import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import type { Command } from 'commander';
import { PASSWORD_SYMBOLS } from '#shared/wire/api.ts';
import type { Config } from '../config.ts';
import { doorSecret, hostKeyIn } from '../http/hostKey.ts';
import { DOOR_SETTING, type DoorSetting, doorOf, withoutPassword, withPassword } from '../http/password.ts';
import { type SessionStore, StoreError } from '../store/sessionStore.ts';
import { storeBeside } from '../store/storeBeside.ts';
import { placeFor, type StorePlace } from '../store/storePlace.ts';
import { CommandFailed } from '../lib/commandFailed.ts';

interface Flags {
  readonly data?: string;
  readonly reset?: true;
}

/** `crossroads password`: sets, changes or resets the host's password; works while the server runs. */
export function addPassword(program: Command, config: Config): void {
  program
    .command('password')
    .description("set or change the host's password; asks for it, or reads it from standard input")
    .option('--reset', 'take the password away and print a new set-up address')
    .option('--data <dir>', `the data directory (default: ${config.dataDir})`)
    .action(async (flags: Flags) => {
      const place = placeFor(config, flags.data);
      if (flags.reset === true) console.log(await reset(place, config));
      else console.log(await set(place));
    });
}

async function set(place: StorePlace): Promise<string> {
  const password = await readPassword();
  const [least, most] = PASSWORD_SYMBOLS;
  if (password.length < least || password.length > most)
    throw new CommandFailed(`A password has ${least} to ${most} symbols. Nothing was changed.`);
  await change(place, (door) => withPassword(door, password));
  return "The host's password is set. Browsers that hosted before have to enter it.";
}

async function reset(place: StorePlace, config: Config): Promise<string> {
  const { generation } = await change(place, withoutPassword);
  const origin = config.publicUrl ?? `http://localhost:${config.port}`;
  const url = `${origin}/host#${doorSecret(hostKeyIn(place.directory), generation)}`;
  return ['The password is gone. The host sets a new one here:', '', `  ${url}`].join('\n');
}

/** Changes what the store keeps about the host's door and returns the new setting. */
async function change(
  place: StorePlace,
  next: (door: DoorSetting) => DoorSetting | Promise<DoorSetting>,
): Promise<DoorSetting> {
  const store = await opened(place);
  try {
    const door = await next(doorOf(await store.setting(DOOR_SETTING)));
    await store.putSetting(DOOR_SETTING, JSON.stringify(door));
    return door;
  } finally {
    await store.close();
  }
}

async function opened(place: StorePlace): Promise<SessionStore> {
  try {
    return await storeBeside(place);
  } catch (error) {
    if (error instanceof StoreError) throw new CommandFailed(error.message);
    throw error;
  }
}

/** The first line of a stream, or its beginning once that is too long for a password: what is piped in need not have lines. */
async function firstLineOf(stream: AsyncIterable<unknown>): Promise<string> {
  let text = '';
  for await (const piece of stream) {
    text += String(piece);
    if (text.includes('\n') || text.length > PASSWORD_SYMBOLS[1] + 1) break;
  }
  return text.split(/\r?\n/)[0] ?? '';
}

/** The password: typed twice without echo at a terminal, or the first line of piped input. */
async function readPassword(): Promise<string> {
  const { stdin, stdout } = process;
  if (!stdin.isTTY) return firstLineOf(stdin.setEncoding('utf8'));
  const unseen = new Writable({ write: (_chunk, _encoding, done) => done() });
  const terminal = createInterface({ input: stdin, output: unseen, terminal: true });
  const ask = async (sentence: string): Promise<string> => {
    stdout.write(sentence);
    const typed = await terminal.question('');
    stdout.write('\n');
    return typed;
  };
  try {
    const first = await ask('New password for the host: ');
    if ((await ask('Once more: ')) === first) return first;
    throw new CommandFailed('The two were not the same. Nothing was changed.');
  } finally {
    terminal.close();
  }
}
