import { MAX_REFLECTION } from '#shared/session/vocabulary/debrief.ts';
import type { ViewSource } from '../../source/viewSource.ts';
import { asOneText, words } from '../../text/language.ts';
import type { StepProps } from './stepProps.ts';
import { draftsAt } from './noteDrafts.ts';
import { useNoteSender, writes } from './notes.ts';
import { useMyNotes } from './useFindings.tsx';

/** So what: a private text that the host reads only if the writer agrees; the projector only counts. */
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
  const { reflection: typed, shared } = draftsAt(source);
  const { send, problem, sent, busy } = useNoteSender(source);
  const notes = useMyNotes(source, true, sent);
  const kept = notes?.reflection ?? null;
  const isShared = notes?.reflectionShared ?? false;
  const shares = shared.value ?? isShared;
  const text = typed.value ?? kept ?? '';
  const isKept = text === kept && shares === isShared;
  const submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    await send({ type: 'writeReflection', text: null, ...(shares ? { shared: true } : {}) }, text);
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
      <ShareTick shares={shares} choose={(choice) => (shared.value = choice)} />
      <button type="submit" class="btn primary lg" disabled={busy || text.trim() === '' || isKept}>
        {reflect.save}
      </button>
      {problem !== null && <p role="alert">{problem}</p>}
      <p class="debrief-note" role="status">
        {asOneText(isKept && kept !== null ? reflect.saved : '', shares ? reflect.forHost : reflect.forSelf)}
      </p>
    </form>
  );
}

interface ShareProps {
  readonly shares: boolean;
  readonly choose: (shares: boolean) => void;
}

/** Whether the host may read it; by default not. */
function ShareTick({ shares, choose }: ShareProps) {
  return (
    <label class="tick">
      <input type="checkbox" checked={shares} onChange={(event) => choose(event.currentTarget.checked)} />
      <span>{words.value.debrief.reflect.share}</span>
    </label>
  );
}
