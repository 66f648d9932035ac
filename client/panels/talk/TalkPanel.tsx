import { useEffect } from 'preact/hooks';
import type { View } from '#shared/session/views/tableView.ts';
import type { Mute } from '#shared/session/vocabulary/talk.ts';
import type { ViewSource } from '../../source/viewSource.ts';
import { words } from '../../text/language.ts';
import type { PlayState } from '../playState.ts';
import { recordedThreads } from './recordedThreads.ts';
import { RoundChoice } from './RoundChoice.tsx';
import { TalkChannels } from './TalkChannels.tsx';
import { TalkComposer } from './TalkComposer.tsx';
import { MATRIX, TalkMatrix } from './TalkMatrix.tsx';
import { TalkMessages } from './TalkMessages.tsx';
import { silencedBy, type Thread, threadsOf } from './talkThreads.ts';
import { PHONE, useMedia } from '../../components/useMedia.ts';
import { useMute } from './useMute.ts';
import '../../styles/play-talk.css';

interface TalkProps {
  readonly view: View;
  readonly source: ViewSource;
  readonly ui: PlayState;
}

/**
 * Talk: the channels with what is new in them, and the one that lies open; on a phone one after the other. A record shows all of
 * it.
 */
export function TalkPanel({ view, source, ui }: TalkProps) {
  const isPhone = useMedia(PHONE);
  const wanted = ui.thread.value ?? (isPhone ? null : 'plenary');
  const threads = shownThreads(view, source, ui, wanted);
  const open = threads.find(({ key }) => key === wanted) ?? null;
  const mute = useMute(view, source);
  const last = open?.messages.at(-1)?.id ?? 0;
  useEffect(() => {
    if (open !== null && last > 0) ui.read.value = { ...ui.read.peek(), [open.key]: last };
  }, [open?.key, last]);
  const isCounting = source.said !== null && wanted === MATRIX;
  return (
    <div class="talk">
      {(!isPhone || (open === null && !isCounting)) && (
        <TalkChannels view={view} source={source} ui={ui} threads={threads} open={wanted} />
      )}
      {open !== null && (
        <section class="talk-thread" aria-label={open.name}>
          <ThreadHead ui={ui} name={open.name} note={open.readers} isPhone={isPhone} />
          {source.said !== null && <RoundChoice view={view} ui={ui} />}
          <TalkMessages key={open.key} view={view} source={source} ui={ui} thread={open} />
          <ThreadFoot view={view} source={source} ui={ui} thread={open} mute={mute} />
        </section>
      )}
      {isCounting && (
        <section class="talk-thread" aria-label={words.value.talk.whoWithWhom}>
          <ThreadHead
            ui={ui}
            name={words.value.talk.whoWithWhom}
            note={words.value.talk.countsNote}
            isPhone={isPhone}
          />
          <RoundChoice view={view} ui={ui} />
          <TalkMatrix view={view} ui={ui} counts={source.said?.counts.value ?? []} />
        </section>
      )}
    </div>
  );
}

function shownThreads(
  view: View,
  { said }: ViewSource,
  ui: PlayState,
  wanted: string | null,
): readonly Thread[] {
  if (said === null) return threadsOf(view);
  const round = ui.talkRound.value;
  const messages = said.messages.value.filter((one) => round === null || one.round === round);
  return recordedThreads(view, messages, wanted);
}

interface HeadProps {
  readonly ui: PlayState;
  readonly name: string;
  readonly note: string;
  readonly isPhone: boolean;
}

function ThreadHead({ ui, name, note, isPhone }: HeadProps) {
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
      <h2>{name}</h2>
      <p>{note}</p>
    </header>
  );
}

interface FootProps extends TalkProps {
  readonly thread: Thread;
  readonly mute: Mute | null;
}

function ThreadFoot({ view, source, ui, thread, mute }: FootProps) {
  if (source.said !== null || thread.channel.kind === 'announcement') return null;
  const silenced = silencedBy(view, thread.channel, mute);
  if (silenced === null) return <TalkComposer view={view} source={source} ui={ui} thread={thread} />;
  return <p class="talk-closed">{silenced}</p>;
}
