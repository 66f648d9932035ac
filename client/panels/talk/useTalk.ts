import { useEffect, useRef } from 'preact/hooks';
import type { View } from '#shared/session/views/tableView.ts';
import { announce } from '../../components/Announcer.tsx';
import { readStored, writeStored } from '../../lib/stored.ts';
import { words } from '../../text/language.ts';
import type { PlayState } from '../playState.ts';
import { isOurs, speakerName, spokenWords, type Thread, threadsOf, unreadOf } from './talkThreads.ts';

/** The unread messages: how many, and their channel; null if there are none or several channels. */
export interface Unread {
  readonly count: number;
  readonly thread: string | null;
}

/** Counts unread messages, stores on this device what was read, and announces new messages to screen readers. */
export function useTalk(view: View, ui: PlayState, code: string | null): Unread {
  const key = code === null ? null : `crossroads.read:${code}:${view.own?.seat ?? ''}`;
  useEffect(() => {
    if (key !== null) ui.read.value = marksFrom(readStored(key));
  }, [key]);
  const read = ui.read.value;
  useEffect(() => {
    if (key !== null && Object.keys(read).length > 0) writeStored(key, JSON.stringify(read));
  }, [read]);
  const threads = threadsOf(view);
  useSpoken(view, threads);
  const waiting = threads
    .map((thread) => ({ key: thread.key, count: unreadOf(view, thread, read) }))
    .filter(({ count }) => count > 0);
  const thread = waiting.length === 1 ? (waiting[0]?.key ?? null) : null;
  return { count: waiting.reduce((sum, { count }) => sum + count, 0), thread };
}

function useSpoken(view: View, threads: readonly Thread[]): void {
  const last = (list: readonly { readonly id: number }[] | undefined): number => list?.at(-1)?.id ?? 0;
  const now = { open: last(view.table.messages), own: last(view.own?.messages) };
  const heard = useRef(now);
  useEffect(() => {
    const before = heard.current;
    heard.current = now;
    const news = threads.flatMap((thread) => {
      const isPublic = ['plenary', 'communique', 'announcement'].includes(thread.channel.kind);
      const after = isPublic ? before.open : before.own;
      return thread.messages
        .filter((message) => message.id > after && !isOurs(view, message))
        .map((message) => ({ thread, message }));
    });
    const { talk } = words.value;
    const sentences = news.map(({ thread, message }) =>
      talk.heard(
        speakerName(view, message),
        thread.channel.kind === 'bilateral' ? talk.privately : thread.name,
        spokenWords(view, message),
      ),
    );
    if (sentences.length > 0) announce(sentences.slice(-3).join(' '));
  }, [now.open, now.own]);
}

/** Ignores what another program or an older page stored under the key. */
function marksFrom(stored: string | null): Readonly<Record<string, number>> {
  try {
    const marks: unknown = JSON.parse(stored ?? '{}');
    if (typeof marks !== 'object' || marks === null) return {};
    return Object.fromEntries(Object.entries(marks).filter(([, id]) => typeof id === 'number'));
  } catch {
    return {};
  }
}
