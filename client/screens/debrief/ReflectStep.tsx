import { MAX_REFLECTION } from '#shared/session/vocabulary/debrief.ts';
import type { ViewSource } from '../../source/viewSource.ts';
import { words } from '../../text/language.ts';
import type { StepProps } from './StepBody.tsx';
import { draftsAt } from './noteDrafts.ts';
import { useNoteSender, writes } from './notes.ts';
import { useMyNotes } from './useFindings.tsx';

/** So what: a few sentences to oneself; the projector only counts. */
export function ReflectStep({ view, source, onProjector }: StepProps) {
  const { reflect } = words.value.debrief;
  const given = view.table.debrief?.given.reflections ?? 0;
  return (
    <>
      {onProjector !== true && writes(view, source) && <ReflectForm source={source} />}
      {given > 0 && (
        <p class="debrief-count num" role="status">
          {reflect.count(given)}
        </p>
      )}
    </>
  );
}

function ReflectForm({ source }: { readonly source: ViewSource }) {
  const { reflect } = words.value.debrief;
  const typed = draftsAt(source).reflection;
  const { send, problem, sent, busy } = useNoteSender(source);
  const kept = useMyNotes(source, true, sent)?.reflection ?? null;
  const text = typed.value ?? kept ?? '';
  const submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    await send({ type: 'writeReflection', text: null }, text);
  };
  return (
    <form class="reflect" onSubmit={(event) => void submit(event)}>
      <label for="reflection">{reflect.field}</label>
      <textarea
        id="reflection"
        class="input"
        rows={7}
        maxLength={MAX_REFLECTION}
        value={text}
        onInput={(event) => (typed.value = event.currentTarget.value)}
      />
      <button type="submit" class="btn primary lg" disabled={busy || text.trim() === '' || text === kept}>
        {reflect.save}
      </button>
      {problem !== null && <p role="alert">{problem}</p>}
      <p class="debrief-note" role="status">
        {sent > 0 || kept !== null ? reflect.saved : reflect.note}
      </p>
    </form>
  );
}
