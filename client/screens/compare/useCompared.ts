import { type NamedSession, sessionsIn } from '../../lib/comparedSessions.ts';
import { MOST_COMPARED } from '../../lib/mostCompared.ts';
import { useSignal, type Signal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import { api } from '../../net/api.ts';
import { hostPassOf } from '../../net/tokens.ts';
import { recordText } from '../../source/recordFile.ts';
import { recordedSource } from '../../source/recorded.ts';
import { type ComparedSession, comparedSession } from './compared.ts';

/** The sessions that are compared, and what could not be opened. */
export interface Comparison {
  /** The code of the event whose tables are compared, or null. */
  readonly event: string | null;
  readonly sessions: Signal<readonly ComparedSession[]>;
  /** Names of files or codes. */
  readonly refused: Signal<readonly string[]>;
  readonly isReading: Signal<boolean>;
  readonly addFiles: (files: readonly File[]) => Promise<void>;
  readonly remove: (place: number) => void;
}

/** What is compared: the sessions of the server that the address names, and files. */
export function useCompared(): Comparison {
  const sessions = useSignal<readonly ComparedSession[]>([]);
  const refused = useSignal<readonly string[]>([]);
  const isReading = useSignal(false);
  const add = (some: readonly Read[]): void => {
    const opened = some.map((one) => ({ ...one, session: sessionOf(one) }));
    const fit = opened
      .flatMap(({ session }) => session ?? [])
      .slice(0, MOST_COMPARED - sessions.peek().length);
    const out = opened.filter(({ session }) => session === null || !fit.includes(session));
    sessions.value = [...sessions.peek(), ...fit];
    refused.value = [...refused.peek(), ...out.map(({ name }) => name)];
  };
  const reading = async (task: () => Promise<void>): Promise<void> => {
    isReading.value = true;
    await task();
    isReading.value = false;
  };
  const named = useMemo(() => sessionsIn(location.hash), []);
  useEffect(() => {
    if (named.sessions.length > 0) void reading(async () => readInParts(named.sessions, ofServer, add));
  }, []);
  return {
    event: named.event,
    sessions,
    refused,
    isReading,
    addFiles: (files) =>
      reading(async () => {
        refused.value = [];
        await readInParts(files, ofFile, add);
      }),
    remove: (place) => {
      sessions.value = sessions.peek().filter((_, index) => index !== place);
    },
  };
}

/** A record as it was read; null if it could not be. */
interface Read {
  readonly name: string;
  readonly table: number | null;
  readonly text: string | null;
}

function sessionOf({ name, table, text }: Read): ComparedSession | null {
  const opened = text === null ? null : recordedSource(text);
  return opened?.ok === true ? comparedSession(name, opened.value, table) : null;
}

/** As many records are read together, so that the page shows some while it reads others. */
const AT_ONCE = 6;

async function readInParts<One>(
  all: readonly One[],
  read: (one: One) => Promise<Read>,
  add: (some: readonly Read[]) => void,
): Promise<void> {
  for (let from = 0; from < all.length; from += AT_ONCE)
    add(await Promise.all(all.slice(from, from + AT_ONCE).map(read)));
}

async function ofServer({ code, table }: NamedSession): Promise<Read> {
  const answer = await api.log(code, hostPassOf(code)?.token ?? null);
  return { name: code, table, text: answer.ok ? answer.value : null };
}

async function ofFile(file: File): Promise<Read> {
  const text = await recordText(file).catch(() => null);
  return { name: file.name, table: null, text };
}
