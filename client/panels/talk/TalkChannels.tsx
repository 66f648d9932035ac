import type { ComponentChildren } from 'preact';
import type { View } from '#shared/session/views/tableView.ts';
import type { ViewSource } from '../../source/viewSource.ts';
import { words } from '../../text/language.ts';
import type { PlayState } from '../playState.ts';
import { type Thread, unreadOf } from './talkThreads.ts';
import { MATRIX } from './TalkMatrix.tsx';

interface ChannelsProps {
  readonly view: View;
  readonly source: ViewSource;
  readonly ui: PlayState;
  readonly threads: readonly Thread[];
  /** The key of what lies open. */
  readonly open: string | null;
}

/** The channels: while one plays, with what is unread in each; in a record, with how much was said. */
export function TalkChannels({ view, source, ui, threads, open }: ChannelsProps) {
  const { talk } = words.value;
  const isRecord = source.said !== null;
  return (
    <nav class="talk-channels" aria-label={talk.channels}>
      <ul>
        {isRecord && (
          <li data-kind="matrix">
            <Channel ui={ui} to={MATRIX} name={talk.whoWithWhom} isOpen={open === MATRIX} />
          </li>
        )}
        {threads.map((thread) => (
          <li key={thread.key} data-kind={thread.channel.kind}>
            <Channel ui={ui} to={thread.key} name={thread.name} isOpen={open === thread.key}>
              {isRecord ? (
                <Count count={thread.messages.length} says={talk.messages(thread.messages.length)} />
              ) : (
                <Unread count={unreadOf(view, thread, ui.read.value)} />
              )}
            </Channel>
          </li>
        ))}
      </ul>
    </nav>
  );
}

interface ChannelProps {
  readonly ui: PlayState;
  readonly to: string;
  readonly name: string;
  readonly isOpen: boolean;
  readonly children?: ComponentChildren;
}

function Channel({ ui, to, name, isOpen, children }: ChannelProps) {
  return (
    <button
      type="button"
      aria-current={isOpen ? 'true' : undefined}
      onClick={() => {
        ui.thread.value = to;
      }}
    >
      <span>{name}</span>
      {children}
    </button>
  );
}

function Unread({ count }: { readonly count: number }) {
  if (count === 0) return null;
  return (
    <b class="badge">
      <span class="visually-hidden">{words.value.talk.unread(count)}</span>
      <span aria-hidden="true">{count}</span>
    </b>
  );
}

function Count({ count, says }: { readonly count: number; readonly says: string }) {
  return (
    <small class="num talk-count">
      <span class="visually-hidden">{says}</span>
      <span aria-hidden="true">{count}</span>
    </small>
  );
}
