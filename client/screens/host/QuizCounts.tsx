import type { QuizStanding } from '#shared/session/views/questions.ts';
import { quizAnswers, rightAnswers } from '#shared/session/vocabulary/quiz.ts';
import type { View } from '#shared/session/views/tableView.ts';
import { isQuizOpen } from '../../panels/help/QuizCard.tsx';
import { quizNumbers, quizWords } from '../../panels/help/quizWords.ts';
import { useLookedUp } from '../../panels/useLookedUp.ts';
import type { ViewSource } from '../../source/viewSource.ts';
import '../../styles/quiz.css';

/** Answers do not show on the table, so the counts are loaded again at intervals. */
const LOOK_EVERY_MS = 4000;

interface Props {
  readonly view: View;
  readonly source: ViewSource;
}

/** The class's answers to the rules check: counts per answer, without names. */
export function QuizCounts({ view, source }: Props) {
  const { host } = quizWords();
  const isOpen = view.viewer.kind === 'host' && isQuizOpen(view);
  const asked = useLookedUp<'quiz'>(source, isOpen ? { ask: 'quiz' } : null, '', LOOK_EVERY_MS) ?? [];
  if (asked.length === 0) return null;
  const most = Math.max(...asked.map(({ counts }) => counts?.reduce((sum, count) => sum + count, 0) ?? 0));
  return (
    <details class="quiz">
      <summary>
        <b>{host.title}</b>
        <span class="num">{most}</span>
      </summary>
      <p class="panel-note">{most === 0 ? host.none : host.note}</p>
      {asked.map((standing) => (
        <Counts key={standing.question} standing={standing} />
      ))}
    </details>
  );
}

function Counts({ standing }: { readonly standing: QuizStanding }) {
  const { host, questions } = quizWords();
  const { ask, answers, because } = questions[standing.question];
  return (
    <section class="quiz-question">
      <h3>{ask}</h3>
      <ul>
        {quizAnswers.map((answer, place) => {
          const isRight = rightAnswers[standing.question] === answer;
          return (
            <li key={answer} class={isRight ? 'quiz-count is-right' : 'quiz-count'}>
              <span>
                {answers[answer]}
                {isRight && <small>{host.rules}</small>}
              </span>
              <b class="num">{standing.counts?.[place] ?? 0}</b>
            </li>
          );
        })}
      </ul>
      <p class="quiz-because">{because(quizNumbers)}</p>
    </section>
  );
}
