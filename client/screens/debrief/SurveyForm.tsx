import type { SurveyAnswers } from '#shared/session/vocabulary/survey.ts';
import type { ViewSource } from '../../source/viewSource.ts';
import { words } from '../../text/language.ts';
import { draftsAt } from './noteDrafts.ts';
import { useNoteSender } from './notes.ts';
import { useMyNotes } from './useFindings.tsx';

interface FormProps {
  readonly source: ViewSource;
  readonly when: 'before' | 'after';
}

/** Three sentences, five points each; answers can be changed. */
export function SurveyForm({ source, when }: FormProps) {
  const { survey } = words.value.debrief;
  const { send, problem, sent, busy } = useNoteSender(source);
  const known = useMyNotes(source, true, sent)?.[when] ?? null;
  const chosen = draftsAt(source)[when];
  const value = (item: number): number | null => chosen.value[item] ?? known?.[item] ?? null;
  const all = survey.items.map((_item, item) => value(item)).filter((one) => one !== null);
  const submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    const answers: SurveyAnswers = all;
    await send({ type: 'answerSurvey', text: null }, answers.join(' '));
  };
  return (
    <form class="survey" onSubmit={(event) => void submit(event)}>
      {survey.items.map((sentence, item) => (
        <fieldset key={sentence}>
          <legend>{sentence}</legend>
          <Scale
            name={`${when}-${item}`}
            value={value(item)}
            choose={(point) => (chosen.value = { ...chosen.value, [item]: point })}
          />
        </fieldset>
      ))}
      <button type="submit" class="btn primary lg" disabled={busy || all.length < survey.items.length}>
        {survey.send}
      </button>
      {problem !== null && <p role="alert">{problem}</p>}
      {problem === null && known !== null && (
        <p class="debrief-note" role="status">
          {survey.sent}
        </p>
      )}
    </form>
  );
}

interface ScaleProps {
  readonly name: string;
  readonly value: number | null;
  readonly choose: (point: number) => void;
}

function Scale({ name, value, choose }: ScaleProps) {
  const { scale } = words.value.debrief.survey;
  return (
    <div class="survey-scale">
      {scale.map((label, place) => (
        <label key={label}>
          <input
            type="radio"
            name={name}
            class="visually-hidden"
            checked={value === place + 1}
            onChange={() => choose(place + 1)}
          />
          <span class="num" aria-hidden="true">
            {place + 1}
          </span>
          <small>{label}</small>
        </label>
      ))}
    </div>
  );
}
