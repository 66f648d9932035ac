import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { MessageView, View } from '#shared/session/views/tableView.ts';
import type { SaidSoFar, ViewSource } from '../../source/viewSource.ts';
import { labelled, words } from '../../text/language.ts';
import { agreedInWords } from './agreedTalk.ts';
import { lastForMe } from './answering.ts';
import type { PlayState } from '../playState.ts';
import { seatName, seatNames } from '../lookup.ts';
import { TalkAnswer } from './TalkAnswer.tsx';
import { isOurs, namedStates, speakerName, spokenWords, type Thread } from './talkThreads.ts';

interface MessagesProps {
  readonly view: View;
  readonly source: ViewSource;
  readonly ui: PlayState;
  readonly thread: Thread;
}

/** The messages of one channel, the latest at the bottom. The keyboard can scroll the list. */
export function TalkMessages(props: MessagesProps) {
  const { view, ui, thread } = props;
  const { talk, agreements } = words.value;
  const list = useRef<HTMLOListElement>(null);
  const last = thread.messages.at(-1)?.id ?? 0;
  useEffect(() => {
    list.current?.scrollTo({ top: list.current.scrollHeight });
  }, [last]);
  const forMe = lastForMe(view, thread.messages);
  const { shown, earlier, showEarlier } = useLatest(thread);
  const isPrivate = !['plenary', 'communique', 'announcement'].includes(thread.channel.kind);
  return (
    <ol class="talk-messages" ref={list} tabIndex={0} aria-label={thread.name}>
      {isPrivate && <li class="talk-note">{recordNote(view)}</li>}
      {thread.channel.kind === 'bilateral' && (
        <li class="talk-note">{agreements.secretGuess[view.card.trustSeen]}</li>
      )}
      {thread.messages.length === 0 && <li class="talk-note">{talk.none}</li>}
      {earlier > 0 && (
        <li>
          <button type="button" class="btn quiet" onClick={showEarlier}>
            {talk.before(earlier)}
          </button>
        </li>
      )}
      {shown.map((message) => (
        <MessageItem key={message.id} {...props} message={message}>
          <MakeAgreement view={view} ui={ui} message={message} />
          {message === forMe && message.seat !== null && (
            <TalkAnswer {...props} to={message.seat} message={message} />
          )}
        </MessageItem>
      ))}
    </ol>
  );
}

/** How many messages are shown at first, and how many more at each press. */
const A_PAGE = 60;

/** The latest messages of a channel, and the way to those before them. */
function useLatest({ messages }: Thread) {
  const pages = useSignal(1);
  const count = Math.min(messages.length, pages.value * A_PAGE);
  return {
    shown: messages.slice(messages.length - count),
    earlier: Math.min(A_PAGE, messages.length - count),
    showEarlier: () => {
      pages.value += 1;
    },
  };
}

/** Who else reads a private channel, while the session runs and after it. */
function recordNote({ card }: View): string {
  const { talk } = words.value;
  if (card.hostReadsTalk) return card.privateTalkOpens ? talk.recordReadOpens : talk.recordRead;
  return card.privateTalkOpens ? talk.recordOpens : talk.record;
}

interface ItemProps {
  readonly view: View;
  readonly source: ViewSource;
  readonly ui: PlayState;
  readonly message: MessageView;
  readonly children?: ComponentChildren;
}

function MessageItem({ view, source, ui, message, children }: ItemProps) {
  const ours = isOurs(view, message);
  const named = namedStates(view, message);
  return (
    <li class={ours ? 'talk-message is-ours' : 'talk-message'}>
      <p class="talk-who">
        <b dir="auto">{speakerName(view, message)}</b>
        <When view={view} said={source.said} message={message} />
      </p>
      <p class="talk-words" dir="auto">
        {spokenWords(view, message)}
      </p>
      {named.length > 0 && <Named view={view} ui={ui} named={named} />}
      {children}
    </li>
  );
}

/** When it was said; in a record the way to that moment. */
function When({
  view,
  said,
  message,
}: Pick<ItemProps, 'view' | 'message'> & { readonly said: SaidSoFar | null }) {
  const { talk, play } = words.value;
  const when = talk.when(message.round, play.phases[message.phase].name);
  if (said === null) return <span>{when}</span>;
  return (
    <button type="button" class="talk-moment" onClick={() => said.goTo(message.id)}>
      <span>{when}</span>
      <span class="visually-hidden"> {labelled(talk.toMoment, spokenWords(view, message).slice(0, 40))}</span>
    </button>
  );
}

/** Makes, in one tap, a draft agreement from what two states have agreed to in words. */
function MakeAgreement({ view, ui, message }: Pick<ItemProps, 'view' | 'ui' | 'message'>) {
  const draft = agreedInWords(view, message);
  if (draft === null) return null;
  return (
    <p class="talk-answer">
      <button
        type="button"
        class="chip"
        onClick={() => {
          ui.offer.value = draft;
          ui.tab.value = 'agreements';
        }}
      >
        {words.value.moves.agreement}
      </button>
    </p>
  );
}

/** The states that a message names; one tap highlights them on the map, another ends that. */
function Named({ view, ui, named }: Pick<ItemProps, 'view' | 'ui'> & { readonly named: readonly string[] }) {
  const { talk } = words.value;
  return (
    <p class="talk-named" role="group" aria-label={talk.mentioned(seatNames(view, named))}>
      {named.map((seat) => {
        const isLit = ui.lit.value.includes(seat);
        return (
          <button
            key={seat}
            type="button"
            aria-pressed={isLit}
            onClick={() => {
              const others = ui.lit.value.filter((one) => one !== seat);
              ui.lit.value = isLit ? others : [...others, seat];
            }}
          >
            {seatName(view, seat)}
          </button>
        );
      })}
    </p>
  );
}
