import { MOST_COMPARED } from '../../lib/mostCompared.ts';
import { useSignal, type Signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { api } from '../../net/api.ts';
import { hostPassOf } from '../../net/tokens.ts';
import { recordText } from '../../source/recordFile.ts';
import { recordedSource } from '../../source/recorded.ts';
import { type ComparedSession, comparedSession } from './compared.ts';

/** The sessions that are compared, and what could not be opened. */
export interface Comparison {
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
  const add = (name: string, text: string | null): void => {
    const opened = text === null ? null : recordedSource(text);
    const session = opened?.ok === true ? comparedSession(name, opened.value) : null;
    if (session === null || sessions.peek().length >= MOST_COMPARED)
      refused.value = [...refused.peek(), name];
    else sessions.value = [...sessions.peek(), session];
  };
  const reading = async (task: () => Promise<void>): Promise<void> => {
    isReading.value = true;
    await task();
    isReading.value = false;
  };
  useEffect(() => {
    const codes = codesIn(location.hash);
    if (codes.length > 0)
      void reading(async () => {
        for (const code of codes) add(code, await recordOf(code));
      });
  }, []);
  return {
    sessions,
    refused,
    isReading,
    addFiles: (files) =>
      reading(async () => {
        refused.value = [];
        for (const file of files) add(file.name, await textOf(file));
      }),
    remove: (place) => {
      sessions.value = sessions.peek().filter((_, index) => index !== place);
    },
  };
}

/** The codes that an address of the page names: `#codes=ABCDE,FGHJK`. */
export function codesIn(hash: string): readonly string[] {
  const named = new URLSearchParams(hash.slice(1)).get('codes') ?? '';
  return named
    .split(',')
    .filter((code) => code !== '')
    .slice(0, MOST_COMPARED);
}

async function recordOf(code: string): Promise<string | null> {
  const answer = await api.log(code, hostPassOf(code)?.token ?? null);
  return answer.ok ? answer.value : null;
}

async function textOf(file: File): Promise<string | null> {
  try {
    return await recordText(file);
  } catch {
    return null;
  }
}
