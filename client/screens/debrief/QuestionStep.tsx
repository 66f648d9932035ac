import { words } from '../../text/language.ts';
import type { StepProps } from './stepProps.ts';
import { SurveyForm } from './SurveyForm.tsx';
import { writes } from './notes.ts';

/** The same question again, on the person's own device; the projector shows the sentences and how many have answered. */
export function QuestionStep({ view, source, onProjector }: StepProps) {
  const { survey } = words.value.debrief;
  const given = view.table.debrief?.given.after ?? 0;
  return (
    <>
      {onProjector !== true && writes(view, source) ? (
        <SurveyForm source={source} when="after" />
      ) : (
        <ol class="survey-sentences">
          {survey.items.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ol>
      )}
      <p class="debrief-count num" role="status">
        {survey.count(given)}
      </p>
    </>
  );
}
