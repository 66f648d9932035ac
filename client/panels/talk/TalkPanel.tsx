import { useEffect } from 'preact/hooks';
import type { View } from '#shared/session/views/tableView.ts';
import type { Mute } from '#shared/session/vocabulary/talk.ts';
import type { ViewSource } from '../../source/viewSource.ts';
import { words } from '../../text/language.ts';
import type { PlayState } from '../playState.ts';
import { TalkComposer } from './TalkComposer.tsx';
import { TalkMessages } from './TalkMessages.tsx';
import { silencedBy, type Thread, threadsOf, unreadOf } from './talkThreads.ts';
import { PHONE, useMedia } from '../../components/useMedia.ts';
import { useMute } from './useMute.ts';
import '../../styles/play-talk.css';

interface TalkProps {
  readonly view: View;
  readonly source: ViewSource;
  readonly ui: PlayState;
}

/** Talk: the channels with what is new in them, and the one that lies open; on a phone one after the other. */
export function TalkPanel({ view, source, ui }: TalkProps) {
  const isPhone = useMedia(PHONE);
  const threads = threadsOf(view);
  const wanted = ui.thread.value ?? (isPhone ? null : 'plenary');
  const open = threads.find(({ key }) => key === wanted) ?? null;
  const mute = useMute(view, source);
  const last = open?.messages.at(-1)?.id ?? 0;
  useEffect(() => {
    if (open !== null && last > 0) ui.read.value = { ...ui.read.peek(), [open.key]: last };
  }, [open?.key, last]);
  return (
    <div class="talk">
      {(!isPhone || open === null) && <Channels view={view} ui={ui} threads={threads} open={open} />}
      {open !== null && (
        <section class="talk-thread" aria-label={open.name}>
          <ThreadHead ui={ui} thread={open} isPhone={isPhone} />
          <TalkMessages key={open.key} view={view} source={source} ui={ui} thread={open} />
          <ThreadFoot view={view} source={source} ui={ui} thread={open} mute={mute} />
        </section>
      )}
    </div>
  );
}

interface ChannelsProps {
  readonly view: View;
  readonly ui: PlayState;
  readonly threads: readonly Thread[];
  readonly open: Thread | null;
}

function Channels({ view, ui, threads, open }: ChannelsProps) {
  const { talk } = words.value;
  return (
    <nav class="talk-channels" aria-label={talk.channels}>
      <ul>
        {threads.map((thread) => {
          const unread = unreadOf(view, thread, ui.read.value);
          return (
            <li key={thread.key} data-kind={thread.channel.kind}>
              <button
                type="button"
                aria-current={open?.key === thread.key ? 'true' : undefined}
                onClick={() => {
                  ui.thread.value = thread.key;
                }}
              >
                <span>{thread.name}</span>
                {unread > 0 && (
                  <b class="badge">
                    <span class="visually-hidden">{talk.unread(unread)}</span>
                    <span aria-hidden="true">{unread}</span>
                  </b>
                )}
              </button>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}

interface HeadProps {
  readonly ui: PlayState;
  readonly thread: Thread;
  readonly isPhone: boolean;
}

function ThreadHead({ ui, thread, isPhone }: HeadProps) {
  const { talk } = words.value;
  return (
    <header>
      {isPhone && (
        <button
          type="button"
          class="btn quiet talk-back"
          onClick={() => {
            ui.thread.value = null;
          }}
        >
          <svg width="18" height="18" viewBox="0 0 18 18" aria-hidden="true">
            <path d="M11 3L5 9l6 6" />
          </svg>
          {talk.back}
        </button>
      )}
      <h2>{thread.name}</h2>
      <p>{thread.readers}</p>
    </header>
  );
}

interface FootProps extends TalkProps {
  readonly thread: Thread;
  readonly mute: Mute | null;
}

function ThreadFoot({ view, source, ui, thread, mute }: FootProps) {
  if (thread.channel.kind === 'announcement') return null;
  const silenced = silencedBy(view, thread.channel, mute);
  if (silenced === null) return <TalkComposer view={view} source={source} ui={ui} thread={thread} />;
  return <p class="talk-closed">{silenced}</p>;
}
