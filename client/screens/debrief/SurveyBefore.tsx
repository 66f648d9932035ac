import type { View } from '#shared/session/views/tableView.ts';
import type { ViewSource } from '../../source/viewSource.ts';
import { words } from '../../text/language.ts';
import { writes } from './notes.ts';
import { SurveyForm } from './SurveyForm.tsx';
import '../../styles/debrief.css';

/** The question before play, if the host wants it asked: in the lobby and in the first briefing. */
export function SurveyBefore({ view, source }: { readonly view: View; readonly source: ViewSource }) {
  const { survey } = words.value.debrief;
  if (!view.card.survey || view.table.round > 1 || !writes(view, source)) return null;
  return (
    <section class="survey-before">
      <h2>{survey.title}</h2>
      <p>{survey.line}</p>
      <SurveyForm source={source} when="before" />
    </section>
  );
}
