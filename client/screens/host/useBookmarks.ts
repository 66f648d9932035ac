import { type Signal, useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { BookmarkView } from '#shared/session/views/debriefView.ts';
import type { View } from '#shared/session/views/tableView.ts';
import type { Command } from '#shared/session/vocabulary/commands.ts';
import { announce } from '../../components/Announcer.tsx';
import { outcomeSentence } from '../../components/refusalWords.ts';
import { readStored, writeStored } from '../../lib/stored.ts';
import { useLookedUp } from '../../panels/useLookedUp.ts';
import type { ViewSource } from '../../source/viewSource.ts';
import { words } from '../../text/language.ts';

/** Another device of the host may change bookmarks; the table does not show it. */
const LOOK_EVERY_MS = 5000;
const KEY = 'crossroads.bookmarkKey';
const OFF = 'off';

/** The host's bookmarks and what can be done with them. */
export interface Bookmarks {
  readonly all: readonly BookmarkView[];
  /** The one that was just set and may get its line now; null for none. */
  readonly fresh: Signal<number | null>;
  /** Why the last deed was not done; null for no reason. */
  readonly problem: string | null;
  readonly isKeyOn: boolean;
  readonly turnKey: (isOn: boolean) => void;
  readonly set: () => void;
  readonly give: (command: Command, text?: string) => void;
}

/** The bookmarks of a session for its host; the key B sets one while people play. */
export function useBookmarks(view: View, source: ViewSource): Bookmarks {
  const { phase, round } = view.table;
  const turn = useSignal(0);
  const fresh = useSignal<number | null>(null);
  const problem = useSignal<string | null>(null);
  const isKeyOn = useSignal(readStored(KEY) !== OFF);
  const isPlaying = phase !== 'lobby' && phase !== 'ended';
  const question = phase === 'lobby' ? null : ({ ask: 'bookmarks' } as const);
  const all =
    useLookedUp<'bookmarks'>(source, question, `${turn.value} ${phase} ${round}`, LOOK_EVERY_MS) ?? [];
  const give = async (command: Command, text?: string): Promise<boolean> => {
    problem.value = outcomeSentence(await source.send(command, text));
    turn.value += 1;
    return problem.value === null;
  };
  const set = async (): Promise<void> => {
    if (!(await give({ type: 'setBookmark', text: null }))) return;
    const asked = await source.ask<'bookmarks'>({ ask: 'bookmarks' });
    const latest = asked?.ok === true ? asked.answer.at(-1) : undefined;
    if (latest === undefined) return;
    fresh.value = latest.number;
    announce(words.value.bookmarks.done(latest.round, words.value.play.phases[latest.phase].name));
  };
  useBookmarkKey(isPlaying && isKeyOn.value, () => void set());
  return {
    all,
    fresh,
    problem: problem.value,
    isKeyOn: isKeyOn.value,
    turnKey: (isOn) => {
      isKeyOn.value = isOn;
      writeStored(KEY, isOn ? '' : OFF);
    },
    set: () => void set(),
    give: (command, text) => void give(command, text),
  };
}

/** B, wherever the focus is, except where letters are typed or a dialog waits. */
function useBookmarkKey(isOn: boolean, press: () => void): void {
  const latest = useRef(press);
  latest.current = press;
  useEffect(() => {
    if (!isOn) return undefined;
    const key = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.repeat || event.ctrlKey || event.metaKey || event.altKey) return;
      if (!isKeyB(event) || takesLetters(event.target)) return;
      event.preventDefault();
      latest.current();
    };
    addEventListener('keydown', key);
    return () => removeEventListener('keydown', key);
  }, [isOn]);
}

/** An input method for Chinese takes the letter itself and leaves only the place of the key. */
function isKeyB({ key, code }: KeyboardEvent): boolean {
  return key.toLowerCase() === 'b' || (key === 'Process' && code === 'KeyB');
}

function takesLetters(target: EventTarget | null): boolean {
  if (document.querySelector('dialog[open]') !== null) return true;
  return target instanceof HTMLElement && target.matches('input, select, textarea, [contenteditable]');
}
