import type { Answer, Answers, Ask, QuestionRefusal } from './questions.ts';

/** An answer with its value. */
export function answered<A extends Ask>(value: Answers[A]): Answer<A> {
  return { ok: true, answer: value };
}

/** An answer with a refusal. */
export function refused(refusal: QuestionRefusal): { readonly ok: false; readonly refusal: QuestionRefusal } {
  return { ok: false, refusal };
}
