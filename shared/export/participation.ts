import { deedsOf } from '../session/vocabulary/agreements.ts';
import type { Command } from '../session/vocabulary/commands.ts';
import { moveRows } from './rows/moves.ts';
import type { PersonTold, SessionTold } from './told.ts';

/** What one person did in a session: counts that describe, never a grade. */
export interface Participation {
  readonly who: PersonTold;
  /** Orders that this person sealed and that counted. */
  readonly orders: number;
  readonly messages: number;
  /** Agreements and moves that this person offered. */
  readonly offers: number;
  readonly signatures: number;
  /** Of the state where the person sat last: judged rounds in which it kept or broke its agreements. */
  readonly kept: number;
  readonly broken: number;
  /** The rules check, and whether the person gave a word or shared a reflection; null beside names. [decision 0094] */
  readonly unnamed: {
    readonly quizRight: number;
    readonly quizAsked: number;
    readonly hasWord: boolean;
    readonly hasShared: boolean;
  } | null;
}

/** What each person did, in the order of joining. `orders`: by person, those that counted. */
export function participationIn(
  told: SessionTold,
  orders: readonly { readonly person: string | null }[],
): readonly Participation[] {
  const { state, people, names } = told;
  const offered = moveRows(told).filter(({ kind }) => kind === 'offer');
  const spoke = (message: number): string | null =>
    state.messages.find(({ id }) => id === message)?.delegate ?? null;
  return people.map((who) => {
    const { id, seat } = who;
    const deeds = seat === null ? { kept: 0, broken: 0 } : deedsOf(state.agreements, seat);
    return {
      who,
      orders: orders.filter(({ person }) => person === who.person).length,
      messages: state.messages.filter(({ delegate }) => delegate === id).length,
      offers:
        commandsOf(told, id, 'proposeAgreement') +
        offered.filter((move) => spoke(move.message) === id).length,
      signatures: commandsOf(told, id, 'signAgreement'),
      ...deeds,
      unnamed: names ? null : unnamedOf(told, id),
    };
  });
}

function unnamedOf({ state, textOf }: SessionTold, id: string): Participation['unnamed'] {
  const quiz = state.quiz.filter(({ delegate }) => delegate === id);
  const has = (notes: typeof state.debrief.pulses): boolean =>
    notes.some(({ delegate, text }) => delegate === id && textOf(text.id) !== null);
  return {
    quizRight: quiz.filter(({ right }) => right).length,
    quizAsked: quiz.length,
    hasWord: has(state.debrief.pulses),
    hasShared: has(state.debrief.reflections),
  };
}

function commandsOf({ lines }: SessionTold, person: string, type: Command['type']): number {
  return lines.filter(
    ({ line: { actor, command } }) =>
      actor.kind === 'delegate' && actor.delegate === person && command.type === type,
  ).length;
}
