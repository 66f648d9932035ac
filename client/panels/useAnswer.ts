import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Answer, Ask, Question } from '#shared/session/views/questions.ts';
import type { ViewSource } from '../source/viewSource.ts';

/** The status of a question: not asked, in progress, answered or refused, or not delivered. */
export type Asking<A extends Ask> =
  | { readonly state: 'idle' | 'asking' | 'failed' }
  | { readonly state: 'answered'; readonly answer: Answer<A> };

/** Asks the source whenever the question, who asks it or what it depends on changes; an older answer never replaces a newer one. */
export function useAnswer<A extends Ask>(
  source: ViewSource,
  question: Extract<Question, { ask: A }> | null,
  dependsOn: string,
): Asking<A> {
  const asking = useSignal<Asking<A>>({ state: 'idle' });
  const key =
    question === null ? null : `${JSON.stringify([question, source.view.peek()?.viewer])}@${dependsOn}`;
  useEffect(() => {
    if (question === null) {
      asking.value = { state: 'idle' };
      return;
    }
    let isCurrent = true;
    asking.value = { state: 'asking' };
    void source.ask<A>(question).then((answer) => {
      if (isCurrent) asking.value = answer === null ? { state: 'failed' } : { state: 'answered', answer };
    });
    return () => {
      isCurrent = false;
    };
  }, [source, key]);
  return asking.value;
}
