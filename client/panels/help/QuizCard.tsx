import { useSignal } from '@preact/signals';
import type { QuizStanding } from '#shared/session/views/questions.ts';
import { type QuizAnswer, quizAnswers, rightAnswers } from '#shared/session/vocabulary/quiz.ts';
import type { View } from '#shared/session/views/tableView.ts';
import { outcomeSentence } from '../../components/refusalWords.ts';
import type { ViewSource } from '../../source/viewSource.ts';
import { Fold } from '../Fold.tsx';
import type { PlayState } from '../playState.ts';
import { quizNumbers, quizWords } from './quizWords.ts';
import { useLookedUp } from '../useLookedUp.ts';
import '../../styles/quiz.css';

interface QuizProps {
  readonly view: View;
  readonly source: ViewSource;
  readonly ui: PlayState;
}

/** Whether the rules check is open: before the first decisions, for people at the table. */
export function isQuizOpen({ table, viewer, card }: View): boolean {
  if (viewer.kind === 'observer' || viewer.kind === 'participantAfterEnd' || card.practice) return false;
  if (table.phase === 'lobby') return true;
  return table.round === 1 && (table.phase === 'briefing' || table.phase === 'negotiation');
}

/** The optional rules check: folded until somebody opens it, one question under the other, each explained after the answer. */
export function QuizCard({ view, source, ui }: QuizProps) {
  const words = quizWords();
  const { asked, problem, give } = useQuiz(view, source);
  if (view.viewer.kind !== 'delegate' || asked.length === 0) return null;
  const done = asked.filter(({ own }) => own !== null).length;
  const right = asked.filter(({ own }) => own?.right === true).length;
  return (
    <Fold ui={ui} name="quiz" class="quiz">
      <summary>
        <b>{words.title}</b>
        <span class="num">
          {done === asked.length ? words.rightOf(right, asked.length) : words.progress(done, asked.length)}
        </span>
      </summary>
      <p class="panel-note">{words.note}</p>
      {asked.map((standing) => (
        <Question key={standing.question} standing={standing} give={(answer) => give(standing, answer)} />
      ))}
      {problem !== null && <p role="alert">{problem}</p>}
    </Fold>
  );
}

interface QuestionProps {
  readonly standing: QuizStanding;
  readonly give: (answer: QuizAnswer) => void;
}

function Question({ standing, give }: QuestionProps) {
  const words = quizWords();
  const { ask, answers, because } = words.questions[standing.question];
  const { own } = standing;
  return (
    <fieldset class="quiz-question">
      <legend>{ask}</legend>
      {quizAnswers.map((answer) => (
        <button
          key={answer}
          type="button"
          class="quiz-answer"
          aria-pressed={own?.answer === answer}
          aria-disabled={own !== null}
          onClick={() => own === null && give(answer)}
        >
          {answers[answer]}
          {own?.answer === answer && <small>{words.yours}</small>}
        </button>
      ))}
      <p class="quiz-because" aria-live="polite">
        {own !== null && (
          <>
            <b>{own.right ? words.right : words.wrong}</b>{' '}
            {!own.right && `${words.answerIs(answers[rightAnswers[standing.question]])} `}
            {because(quizNumbers)}
          </>
        )}
      </p>
    </fieldset>
  );
}

function useQuiz(view: View, source: ViewSource) {
  const given = useSignal(0);
  const problem = useSignal<string | null>(null);
  const isOpen = isQuizOpen(view) && source.status.value !== 'recorded';
  const asked = useLookedUp<'quiz'>(source, isOpen ? { ask: 'quiz' } : null, `${given.value}`) ?? [];
  const give = ({ question }: QuizStanding, answer: QuizAnswer): void => {
    void source.send({ type: 'answerQuiz', question, answer }).then((outcome) => {
      problem.value = outcomeSentence(outcome);
      given.value += 1;
    });
  };
  return { asked, problem: problem.value, give };
}
