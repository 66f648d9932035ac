import { MAX_PULSE } from '#shared/session/vocabulary/debrief.ts';
import { words } from '../../text/language.ts';
import type { StepProps } from './stepProps.ts';
import { draftsAt } from './noteDrafts.ts';
import { useNoteSender, writes } from './notes.ts';
import { useMyNotes } from './useFindings.tsx';

/** Leave the role: one word, given on the person's own device; the projector only counts. */
export function LeaveStep({ view, source, onProjector }: StepProps) {
  const { pulse } = words.value.debrief;
  const given = view.table.debrief?.given.pulses ?? 0;
  const writer = writes(view, source) && onProjector !== true;
  return (
    <div class="pulse-step">
      {writer && <PulseForm source={source} />}
      <p class="debrief-count num" role="status">
        {pulse.count(given)}
      </p>
    </div>
  );
}

function PulseForm({ source }: Pick<StepProps, 'source'>) {
  const { pulse } = words.value.debrief;
  const typed = draftsAt(source).pulse;
  const { send, problem, sent, busy } = useNoteSender(source);
  const notes = useMyNotes(source, true, sent);
  const submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (await send({ type: 'givePulse', text: null }, typed.value)) typed.value = '';
  };
  const word = notes?.word ?? null;
  return (
    <form onSubmit={(event) => void submit(event)}>
      {word !== null && (
        <p class="own-word" role="status">
          {pulse.yours} <b>{word}</b>
        </p>
      )}
      <label class="visually-hidden" for="pulse">
        {pulse.field}
      </label>
      <div class="debrief-row">
        <input
          id="pulse"
          class="input"
          maxLength={MAX_PULSE}
          autocomplete="off"
          placeholder={pulse.field}
          value={typed.value}
          onInput={(event) => (typed.value = event.currentTarget.value)}
        />
        <button type="submit" class="btn primary lg" disabled={busy || typed.value.trim() === ''}>
          {word !== null ? pulse.change : pulse.give}
        </button>
      </div>
      {problem !== null && <p role="alert">{problem}</p>}
      <p class="debrief-note">{pulse.note}</p>
    </form>
  );
}

/** The words of the class: without names, not sized by count, in alphabetical order. */
export function WordsStep({ view }: StepProps) {
  const { pulse } = words.value.debrief;
  const all = view.table.debrief?.words ?? [];
  if (all.length === 0) return <p class="debrief-note">{pulse.few}</p>;
  return (
    <ul class="word-cloud" aria-label={pulse.cloud}>
      {all.map((word, place) => (
        <li key={`${word}${place}`} data-tone={place % 4}>
          {word}
        </li>
      ))}
    </ul>
  );
}
