import { useSignal } from '@preact/signals';
import type { SeatId } from '#shared/model/world.ts';
import type { MessageView, View } from '#shared/session/views/tableView.ts';
import type { PhraseId } from '#shared/session/vocabulary/talk.ts';
import { announce } from '../../components/Announcer.tsx';
import type { ViewSource } from '../../source/viewSource.ts';
import { words } from '../../text/language.ts';
import { mayPrepareDialogue, prepareDialogue } from '../orders/prepareDialogue.ts';
import type { PlayState } from '../playState.ts';
import { noSentence } from '../../components/outcomeSentence.ts';
import { draftOf } from './moveDraft.ts';
import { keepSentence, useSaying } from './MoveBuilder.tsx';
import { moveSentence } from './moveSentence.ts';
import { answersTo, suggestionsFor } from './moveSuggestions.ts';
import { silencedBy, type Thread } from './talkThreads.ts';

const replies = ['agree', 'cannotAgree', 'thankYou'] as const satisfies readonly PhraseId[];

/** How many sentences are laid before who wrote free words to a bot. */
const MOST_UNDERSTOOD = 3;

interface AnswerProps {
  readonly view: View;
  readonly source: ViewSource;
  readonly ui: PlayState;
  readonly thread: Thread;
  /** The addressee and the message of an answer. */
  readonly to: SeatId;
  readonly message: MessageView;
}

/** One tap to answer a message to the own seat: with the dialogue card, or in a set phrase. */
export function TalkAnswer(props: AnswerProps) {
  const { view, source, ui, thread, to, message } = props;
  const { talk } = words.value;
  const problem = useSignal<string | null>(null);
  const isBusy = useSignal(false);
  const { channel } = thread;
  const isHint = message.phrase === 'readsSentences';
  if (silencedBy(view, channel, null) !== null) return null;
  const reply = async (phrase: PhraseId): Promise<void> => {
    if (isBusy.value) return;
    isBusy.value = true;
    const mentions = channel.kind === 'plenary' ? [to] : [];
    problem.value = noSentence(await source.send({ type: 'say', channel, text: null, phrase, mentions }));
    isBusy.value = false;
  };
  return (
    <div class="talk-answer" role="group" aria-label={talk.answers}>
      {isHint && <Understood {...props} />}
      {!isHint && mayPrepareDialogue(view) && <WithDialogue view={view} ui={ui} to={to} />}
      {message.move !== null && <MoveAnswers {...props} />}
      {(message.move === null && !isHint ? replies : []).map((phrase) => (
        <button key={phrase} type="button" class="chip" onClick={() => void reply(phrase)}>
          {talk.phrases[phrase]}
        </button>
      ))}
      {problem.value !== null && <p role="alert">{problem.value}</p>}
    </div>
  );
}

/** Sentences that a bot does understand, whole: one tap lays one into the builder. */
function Understood({ view, ui, thread, to }: AnswerProps) {
  const between = { ...thread, channel: { kind: 'bilateral', with: to } as const };
  return (
    <>
      {suggestionsFor(view, between)
        .slice(0, MOST_UNDERSTOOD)
        .map((move, place) => (
          <button
            key={place}
            type="button"
            class="chip"
            onClick={() => keepSentence(ui, thread, draftOf(move, thread.channel, view.table.round))}
          >
            {moveSentence(view, view.own?.seat ?? '', move)}
          </button>
        ))}
    </>
  );
}

/** Prepares the dialogue card, aimed at the speaker. */
function WithDialogue({ view, ui, to }: Pick<AnswerProps, 'view' | 'ui' | 'to'>) {
  const { talk } = words.value;
  return (
    <button
      type="button"
      class="chip coop"
      onClick={() => {
        prepareDialogue(view, ui, to);
        ui.tab.value = 'now';
        announce(talk.answerReady);
      }}
    >
      <svg width="18" height="14" viewBox="0 0 18 14" aria-hidden="true">
        <path class="answer-mark" d="M7 1L2 6l5 5M2 6h9a5 5 0 0 1 5 5v2" />
      </svg>
      {talk.answerWith}
    </button>
  );
}

/** The answers to a move: consent in one tap, anything else through the builder, where its reason is chosen. */
function MoveAnswers({ view, source, ui, thread, message }: AnswerProps) {
  const { kinds } = words.value.moves;
  const { problem, send } = useSaying({ view, source, ui, thread, onSaid: () => undefined });
  return (
    <>
      {answersTo(view, message).map((move, place) => (
        <button
          key={place}
          type="button"
          class="chip"
          onClick={() =>
            move.kind === 'agree'
              ? send(move)
              : keepSentence(ui, thread, draftOf(move, thread.channel, view.table.round))
          }
        >
          {kinds[move.kind]}
        </button>
      ))}
      {problem !== null && <p role="alert">{problem}</p>}
    </>
  );
}
