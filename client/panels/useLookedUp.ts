import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Answer, Ask, Question } from '#shared/session/views/questions.ts';
import type { ViewSource } from '../source/viewSource.ts';

type Given<A extends Ask> = Extract<Answer<A>, { readonly ok: true }>;

/**
 * Looks up what no view contains: asks again whenever the question or what it depends on changes, and every `everyMs` if the table
 * does not show such changes. The last answer stays until the next arrives; without a question there is no answer, however late
 * one arrives.
 */
export function useLookedUp<A extends Ask>(
  source: ViewSource,
  question: Extract<Question, { ask: A }> | null,
  dependsOn: string,
  everyMs: number | null = null,
): Given<A>['answer'] | null {
  const last = useSignal<Given<A>['answer'] | null>(null);
  const asked = question === null ? null : JSON.stringify(question);
  useEffect(() => {
    if (question === null) {
      last.value = null;
      return;
    }
    let isOver = false;
    const look = (): void => {
      void source.ask<A>(question).then((reply) => {
        if (!isOver && reply !== null && reply.ok) last.value = reply.answer;
      });
    };
    look();
    const beat = everyMs === null ? undefined : setInterval(look, everyMs);
    return () => {
      isOver = true;
      clearInterval(beat);
    };
  }, [source, asked, dependsOn, everyMs]);
  return question === null ? null : last.value;
}
