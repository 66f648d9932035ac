import type { SurveyCounts, SurveyMoves } from '#shared/session/vocabulary/survey.ts';
import { words } from '../../text/language.ts';
import type { StepProps } from './stepProps.ts';

/** Before and after: for each sentence how many gave each answer, as counts in a row of five, and how many moved. */
export function AnswersStep({ view }: StepProps) {
  const { survey } = words.value.debrief;
  const { debrief } = view.table;
  return (
    <ol class="survey-answers">
      {survey.items.map((sentence, item) => (
        <li key={sentence}>
          <h2>{sentence}</h2>
          <Row name={survey.before} counts={debrief?.before ?? null} item={item} />
          <Row name={survey.after} counts={debrief?.after ?? null} item={item} />
          <Moved moved={debrief?.moved ?? null} item={item} />
        </li>
      ))}
      <li class="survey-ends" aria-hidden="true">
        <span>{survey.scale[0]}</span>
        <span>{survey.scale[4]}</span>
      </li>
    </ol>
  );
}

function Moved({ moved, item }: { readonly moved: SurveyMoves | null; readonly item: number }) {
  const { survey } = words.value.debrief;
  const move = moved?.[item];
  return move === undefined ? null : (
    <p class="survey-moved num">{survey.moved(move.more, move.same, move.less)}</p>
  );
}

interface RowProps {
  readonly name: string;
  readonly counts: SurveyCounts | null;
  readonly item: number;
}

function Row({ name, counts, item }: RowProps) {
  const { survey } = words.value.debrief;
  const row = counts?.[item] ?? null;
  const most = Math.max(1, ...(row ?? []));
  return (
    <div class="survey-row">
      <b>{name}</b>
      {row === null ? (
        <p class="debrief-note">{survey.few}</p>
      ) : (
        <ul>
          {row.map((count, place) => (
            <li
              key={place}
              class="num"
              style={{ '--share': `${count / most}` }}
              aria-label={survey.bar(survey.scale[place] ?? '', count)}
            >
              <i aria-hidden="true" />
              <span aria-hidden="true">{count}</span>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
