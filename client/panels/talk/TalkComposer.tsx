import { type Signal, useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { View } from '#shared/session/views/tableView.ts';
import { MAX_MENTIONS, MAX_MESSAGE, type PhraseId, setPhrases } from '#shared/session/vocabulary/talk.ts';
import type { ViewSource } from '../../source/viewSource.ts';
import { words } from '../../text/language.ts';
import type { PlayState } from '../playState.ts';
import { seatName } from '../lookup.ts';
import { noSentence } from '../../components/outcomeSentence.ts';
import { PHONE, useMedia } from '../../components/useMedia.ts';
import { MoveBuilder } from './MoveBuilder.tsx';
import type { Thread } from './talkThreads.ts';

interface ComposerProps {
  readonly view: View;
  readonly source: ViewSource;
  readonly ui: PlayState;
  readonly thread: Thread;
}

/** What lies open under the messages; null while nobody has chosen, *shut* once it was closed. */
type Drawer = 'moves' | 'phrases' | 'mentions' | 'shut' | null;

/** Near the limit: from this many symbols before it, the remaining ones are counted. */
const WARN_FROM = 60;

/** The message field: words, sentences built from parts, set phrases in one tap, and the states that it names. */
export function TalkComposer({ view, source, ui, thread }: ComposerProps) {
  const { talk } = words.value;
  const form = useRef<HTMLFormElement>(null);
  const drawer = useSignal<Drawer>(null);
  const isPhone = useMedia(PHONE);
  // What was tapped last is gone with its drawer; the keyboard goes on from the drawer's button.
  const shut = (next: Drawer, hadFocus = true): void => {
    drawer.value = next;
    if (hadFocus) form.current?.querySelector('button')?.focus();
  };
  const { problem, isBusy, send } = useSending({ source, ui, thread }, (phrase) =>
    shut(null, phrase !== null),
  );
  const typed = ui.unsent.value[thread.key] ?? '';
  const mentions = ui.named.value[thread.key] ?? [];
  return (
    <form
      ref={form}
      class="talk-composer"
      onSubmit={(event) => {
        event.preventDefault();
        send(null);
      }}
    >
      <Extras
        {...{ view, source, ui, thread, drawer, mentions }}
        onPick={send}
        // On a phone the talk comes back to the eye; without free words it would be covered again at once.
        onSaid={() => shut(isPhone ? 'shut' : null)}
      />
      {problem !== null && <p role="alert">{problem}</p>}
      {mayWrite(view, thread) && (
        <div class="talk-write">
          <WordsField typed={typed} write={(text) => keepUnsent(ui, thread, text)} send={() => send(null)} />
          <button type="submit" class="btn primary" disabled={isBusy}>
            {isBusy ? talk.sending : talk.send}
          </button>
        </div>
      )}
    </form>
  );
}

/** Whether free words are allowed here: in every session to the own delegation. */
function mayWrite({ card }: View, { channel }: Thread): boolean {
  return card.talkLevel === 'words' || channel.kind === 'delegation';
}

/** Sends the written words, or a phrase instead, with the states that they name; calls `onSaid` once they are said. */
function useSending(
  { source, ui, thread }: Omit<ComposerProps, 'view'>,
  onSaid: (phrase: PhraseId | null) => void,
) {
  const problem = useSignal<string | null>(null);
  const isBusy = useSignal(false);
  const deliver = async (phrase: PhraseId | null): Promise<void> => {
    const typed = ui.unsent.value[thread.key] ?? '';
    const mentions = ui.named.value[thread.key] ?? [];
    if (isBusy.value || (phrase === null && typed.trim() === '')) return;
    isBusy.value = true;
    problem.value = await said(source, thread, { phrase, mentions, typed });
    isBusy.value = false;
    if (problem.value !== null) return;
    if (phrase === null) keepUnsent(ui, thread, '');
    keepNamed(ui, thread, []);
    onSaid(phrase);
  };
  return {
    problem: problem.value,
    isBusy: isBusy.value,
    send: (phrase: PhraseId | null) => void deliver(phrase),
  };
}

/** The play state keeps words until they are sent, whatever else is open. */
function keepUnsent(ui: PlayState, { key }: Thread, text: string): void {
  ui.unsent.value = { ...ui.unsent.peek(), [key]: text };
}

/** The same for the states that the message names. */
function keepNamed(ui: PlayState, { key }: Thread, seats: readonly string[]): void {
  ui.named.value = { ...ui.named.peek(), [key]: seats };
}

interface Utterance {
  readonly phrase: PhraseId | null;
  readonly mentions: readonly string[];
  readonly typed: string;
}

/** Says a phrase, or without one the typed words. Null if it was said, else the reason. */
async function said(source: ViewSource, { channel }: Thread, speech: Utterance): Promise<string | null> {
  const { phrase, mentions, typed } = speech;
  const command = { type: 'say', channel, text: null, phrase, mentions } as const;
  return noSentence(await source.send(command, phrase === null ? typed : undefined));
}

interface WordsProps {
  readonly typed: string;
  readonly write: (text: string) => void;
  readonly send: () => void;
}

/** Enter sends, Shift and Enter begins a new line; the Enter of an input method never arrives here (`composing.ts`). */
function WordsField({ typed, write, send }: WordsProps) {
  const { talk } = words.value;
  const left = MAX_MESSAGE - Array.from(typed).length;
  return (
    <div class="talk-field">
      <textarea
        class="input"
        rows={2}
        value={typed}
        maxLength={MAX_MESSAGE * 2}
        aria-label={talk.message}
        placeholder={talk.placeholder}
        onInput={(event) => write(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.shiftKey) return;
          event.preventDefault();
          send();
        }}
      />
      {left <= WARN_FROM && <span class="num">{talk.left(left)}</span>}
    </div>
  );
}

interface ExtrasProps {
  readonly view: View;
  readonly source: ViewSource;
  readonly ui: PlayState;
  readonly drawer: Signal<Drawer>;
  readonly mentions: readonly string[];
  readonly thread: Thread;
  readonly onPick: (phrase: PhraseId) => void;
  /** A built sentence has been said. */
  readonly onSaid: () => void;
}

/** The parts of a message besides words: built sentences, set phrases and named states, one drawer open at a time. */
function Extras({ view, source, ui, thread, drawer, mentions, onPick, onSaid }: ExtrasProps) {
  const writes = mayWrite(view, thread);
  const builds = thread.channel.kind !== 'delegation';
  // Without free words the builder opens by itself; it also stays open while a sentence is being built.
  const isMaking = (ui.moves.value[thread.key] ?? null) !== null;
  const isBuilding = builds && (drawer.value === 'moves' || (drawer.value === null && (!writes || isMaking)));
  useEffect(() => {
    if (isMaking) drawer.value = null;
  }, [isMaking]);
  return (
    <>
      {!writes && <p class="panel-note">{words.value.moves.only}</p>}
      <Toggles
        shown={[
          ...(builds ? (['moves'] as const) : []),
          'phrases',
          ...(writes ? (['mentions'] as const) : []),
        ]}
        open={isBuilding ? 'moves' : drawer.value}
        drawer={drawer}
        mentions={mentions}
      />
      {isBuilding && <MoveBuilder {...{ view, source, ui, thread, onSaid }} />}
      {drawer.value === 'phrases' && <Phrases onPick={onPick} />}
      {drawer.value === 'mentions' && <Mentions view={view} ui={ui} mentions={mentions} thread={thread} />}
    </>
  );
}

function Toggles({
  shown,
  open,
  drawer,
  mentions,
}: {
  readonly shown: readonly Exclude<Drawer, 'shut' | null>[];
  readonly open: Drawer;
  readonly drawer: Signal<Drawer>;
  readonly mentions: readonly string[];
}) {
  const { talk } = words.value;
  const labels = {
    moves: words.value.moves.build,
    phrases: talk.phrasesTitle,
    mentions: mentions.length > 0 ? `${talk.mention} (${mentions.length})` : talk.mention,
  };
  return (
    <div class="talk-toggles">
      {shown.map((which) => (
        <button
          key={which}
          type="button"
          class="chip"
          aria-expanded={open === which}
          onClick={() => {
            drawer.value = open === which ? 'shut' : which;
          }}
        >
          {labels[which]}
        </button>
      ))}
    </div>
  );
}

function Phrases({ onPick }: { readonly onPick: (phrase: PhraseId) => void }) {
  const { talk } = words.value;
  return (
    <ul class="talk-phrases" aria-label={talk.phrasesTitle}>
      {setPhrases.map((phrase) => (
        <li key={phrase}>
          <button type="button" onClick={() => onPick(phrase)}>
            {talk.phrases[phrase]}
          </button>
        </li>
      ))}
    </ul>
  );
}

interface MentionsProps {
  readonly view: View;
  readonly ui: PlayState;
  readonly mentions: readonly string[];
  readonly thread: Thread;
}

/** Every state as a chip; the message names a chosen one, and the map highlights it. */
function Mentions({ view, ui, mentions, thread }: MentionsProps) {
  const { talk } = words.value;
  const toggle = (seat: string): void => {
    const others = mentions.filter((one) => one !== seat);
    const named = others.length < mentions.length ? others : [...others, seat].slice(-MAX_MENTIONS);
    keepNamed(ui, thread, named);
    ui.lit.value = named;
  };
  return (
    <div class="talk-mentions" role="group" aria-label={talk.mention}>
      {view.card.seats.map(({ id }) => (
        <button
          key={id}
          type="button"
          class="chip"
          aria-pressed={mentions.includes(id)}
          onClick={() => toggle(id)}
        >
          {seatName(view, id)}
        </button>
      ))}
    </div>
  );
}
