import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { View } from '#shared/session/views/tableView.ts';
import type { MoveKind, TalkMove } from '#shared/session/vocabulary/moves.ts';
import { announce } from '../../components/Announcer.tsx';
import { noSentence } from '../../components/outcomeSentence.ts';
import type { ViewSource } from '../../source/viewSource.ts';
import { words } from '../../text/language.ts';
import type { MoveDraft, PlayState } from '../playState.ts';
import { draftOf, moveOf, newDraft } from './moveDraft.ts';
import { promisedTwice } from './movePromises.ts';
import { type PartOption, type PartRow, rowsOf } from './moveRows.ts';
import { draftSentence, moveSentence } from './moveSentence.ts';
import { mentionsOf, suggestionsFor } from './moveSuggestions.ts';
import { kindsFor } from './spokenOptions.ts';
import type { Thread } from './talkThreads.ts';

interface BuilderProps {
  readonly view: View;
  readonly source: ViewSource;
  readonly ui: PlayState;
  readonly thread: Thread;
  /** Told once a sentence has been said. */
  readonly onSaid: () => void;
}

/** The sentence builder: first suggestions from what has just happened, then the parts; the sentence grows with every tap. */
export function MoveBuilder(props: BuilderProps) {
  const { view, ui, thread } = props;
  const { moves } = words.value;
  const draft = ui.moves.value[thread.key] ?? null;
  const change = (next: MoveDraft | null): void => keepSentence(ui, thread, next);
  return (
    <section key={draft === null ? 'begin' : 'make'} class="move-builder" aria-label={moves.build}>
      {draft === null ? (
        <Beginning view={view} thread={thread} begin={change} />
      ) : (
        <Making {...props} draft={draft} change={change} />
      )}
    </section>
  );
}

/** The play state keeps an unfinished sentence until it is said, whatever else is open. */
export function keepSentence(ui: PlayState, { key }: Pick<Thread, 'key'>, draft: MoveDraft | null): void {
  ui.moves.value = { ...ui.moves.peek(), [key]: draft };
}

interface BeginningProps {
  readonly view: View;
  readonly thread: Thread;
  readonly begin: (draft: MoveDraft) => void;
}

function Beginning({ view, thread, begin }: BeginningProps) {
  const { moves } = words.value;
  const { round } = view.table;
  const { rounds } = view.card.plan;
  const suggested = suggestionsFor(view, thread);
  // An offer's addressee needs time to do its part.
  const start = (kind: MoveKind): void =>
    begin(newDraft(kind, thread.channel, kind === 'offer' ? Math.min(round + 1, rounds) : round));
  return (
    <>
      {suggested.length > 0 && (
        <ul class="move-suggestions" aria-label={moves.suggested}>
          {suggested.map((move, place) => (
            <li key={place}>
              <button type="button" onClick={() => begin(draftOf(move, thread.channel, round))}>
                {moveSentence(view, view.own?.seat ?? '', move)}
              </button>
            </li>
          ))}
        </ul>
      )}
      <div class="move-chips" role="group" aria-label={moves.kind}>
        {kindsFor(view.card.talkLevel).map((kind) => (
          <button key={kind} type="button" class="chip" onClick={() => start(kind)}>
            {moves.kinds[kind]}
          </button>
        ))}
      </div>
    </>
  );
}

interface MakingProps extends BuilderProps {
  readonly draft: MoveDraft;
  readonly change: (draft: MoveDraft | null) => void;
}

function Making({ view, source, ui, thread, onSaid, draft, change }: MakingProps) {
  const opened = useSignal<string | null>(null);
  const box = useRef<HTMLDivElement>(null);
  const { problem, isBusy, send } = useSaying({ view, source, ui, thread, onSaid });
  const rows = rowsOf({ view, channel: thread.channel, draft });
  const open = opened.value ?? rows.find(({ chosen }) => chosen === null)?.key ?? null;
  const move = moveOf(draft);
  const twice = move === null ? null : promisedTwice(view, move);
  useFocusOn(box, `${open} ${JSON.stringify(draft)}`);
  return (
    <div ref={box} class="move-making">
      <p class="move-sentence" role="status" dir="auto">
        {draftSentence(view, draft)}
      </p>
      <Rows
        rows={rows}
        open={open}
        reopen={(key) => (opened.value = key)}
        pick={(option) => {
          opened.value = null;
          change(option.draft);
        }}
      />
      {twice !== null && (
        <p class="move-twice" role="status">
          {twice}
        </p>
      )}
      {problem !== null && <p role="alert">{problem}</p>}
      <Acts
        again={() => change(null)}
        say={move === null || isBusy ? null : () => send(move)}
        isBusy={isBusy}
      />
    </div>
  );
}

interface ActsProps {
  readonly again: () => void;
  /** Null while a part is missing. */
  readonly say: (() => void) | null;
  readonly isBusy: boolean;
}

function Acts({ again, say, isBusy }: ActsProps) {
  const { moves, talk } = words.value;
  return (
    <div class="move-acts">
      <button type="button" class="btn quiet" onClick={again}>
        {moves.again}
      </button>
      <button type="button" class="btn primary" disabled={say === null} onClick={() => say?.()}>
        {isBusy ? talk.sending : moves.sayIt}
      </button>
    </div>
  );
}

/** After a choice the keyboard continues at the next one; nothing moves when the builder first appears. */
function useFocusOn(box: { readonly current: HTMLDivElement | null }, moment: string): void {
  const seen = useRef<string | null>(null);
  useEffect(() => {
    const isFirst = seen.current === null;
    seen.current = moment;
    const inside = box.current?.contains(document.activeElement) === true;
    if (isFirst || inside || document.activeElement !== document.body) return;
    const next =
      box.current?.querySelector<HTMLElement>('.move-part.is-open button') ??
      box.current?.querySelector<HTMLElement>('.btn.primary');
    next?.focus({ preventScroll: true });
  }, [moment]);
}

interface RowsProps {
  readonly rows: readonly PartRow[];
  readonly open: string | null;
  readonly reopen: (key: string) => void;
  readonly pick: (option: PartOption) => void;
}

/** One part is open with its choices; a chosen part is one chip, which a tap opens again. */
function Rows({ rows, open, reopen, pick }: RowsProps) {
  const { moves } = words.value;
  const folded = rows.filter(({ key }) => key !== open);
  return (
    <>
      <div class="move-chips">
        {folded.map(
          ({ key, label, chosen }) =>
            chosen !== null && (
              <button
                key={key}
                type="button"
                class="chip is-part"
                aria-label={moves.change(label, chosen)}
                onClick={() => reopen(key)}
              >
                {chosen}
              </button>
            ),
        )}
      </div>
      {rows.map((row) => row.key === open && <OpenPart key={row.key} row={row} pick={pick} />)}
    </>
  );
}

function OpenPart({ row, pick }: Pick<RowsProps, 'pick'> & { readonly row: PartRow }) {
  return (
    <fieldset class="move-part is-open">
      <legend>{row.label}</legend>
      {row.options.length === 0 && <p class="note">{words.value.moves.nothingThere}</p>}
      {row.options.map((option) => (
        <button
          key={option.key}
          type="button"
          class="chip"
          aria-pressed={option.isChosen}
          onClick={() => pick(option)}
        >
          {option.label}
        </button>
      ))}
    </fieldset>
  );
}

/** Says a move on a channel; clears the builder once it is said. */
export function useSaying({ view, source, ui, thread, onSaid }: BuilderProps) {
  const problem = useSignal<string | null>(null);
  const isBusy = useSignal(false);
  const say = async (move: TalkMove): Promise<void> => {
    if (isBusy.value) return;
    isBusy.value = true;
    const { channel } = thread;
    const mentions = mentionsOf(channel, move);
    const command = { type: 'say', channel, text: null, phrase: null, mentions, move } as const;
    problem.value = noSentence(await source.send(command));
    isBusy.value = false;
    if (problem.value !== null) return;
    keepSentence(ui, thread, null);
    onSaid();
    announce(words.value.moves.saidAloud(moveSentence(view, view.own?.seat ?? '', move)));
  };
  return { problem: problem.value, isBusy: isBusy.value, send: (move: TalkMove) => void say(move) };
}
