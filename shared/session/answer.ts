import { at } from '../lib/at.ts';
import { type Explanation, explain, parseSubject, type Subject } from '../model/explain.ts';
import { legalityOf } from '../model/legality.ts';
import { unpackLedger } from '../model/ledger.ts';
import { orderEffect, type Preview, preview } from '../model/preview.ts';
import type { Order } from '../model/actions.ts';
import type { SeatId } from '../model/world.ts';
import { assertNever } from '../lib/assertNever.ts';
import type { Viewer } from './actors.ts';
import type { Answer, Answers, Ask, Question, QuestionRefusal, RoundSummary } from './questions.ts';
import { inputOf } from './round.ts';
import type { SessionState } from './state.ts';
import { ownSeatOf } from './view.ts';

/**
 * Answers what a viewer asks, or says why not. The score and its parts belong to their seat until the session has ended;
 * everything else that happened in a resolved round is open to all.
 */
export function answer<A extends Ask>(
  state: SessionState,
  viewer: Viewer,
  question: Extract<Question, { ask: A }>,
): Answer<A>;
export function answer(state: SessionState, viewer: Viewer, question: Question): Answer<Ask> {
  switch (question.ask) {
    case 'why':
      return why(state, viewer, question.round, question.subject);
    case 'preview':
      return previewOf(state, viewer, question.order);
    case 'effect':
      return effectOf(state, viewer, question.round);
    case 'rounds':
      return answered<'rounds'>(state.rounds.map(summaryOf));
    default:
      return assertNever(question);
  }
}

function answered<A extends Ask>(value: Answers[A]): Answer<A> {
  return { ok: true, answer: value };
}

function refused(refusal: QuestionRefusal): { readonly ok: false; readonly refusal: QuestionRefusal } {
  return { ok: false, refusal };
}

function summaryOf({ round, event, orders, indicators }: SessionState['rounds'][number]): RoundSummary {
  return { round, event, orders, indicators };
}

function why(state: SessionState, viewer: Viewer, round: number, key: string): Answer<'why'> {
  const record = state.rounds[round - 1];
  if (record === undefined) return refused('unknownRound');
  const subject = parseSubject(key);
  if (subject === null || !isKnown(state, subject)) return refused('unknownSubject');
  if (!isOpenTo(state, viewer, subject)) return refused('notYours');
  const before = at(state.roundStarts, round - 1);
  const after = state.rounds.length === round ? state.world : at(state.roundStarts, round);
  const entries = unpackLedger(record.ledger);
  const explanation: Explanation = explain(state.plan.setting, before, entries, after, subject);
  return answered<'why'>(explanation);
}

function isKnown(state: SessionState, subject: Subject): boolean {
  const seated = (seat: SeatId) => state.seats.some(({ id }) => id === seat);
  if (subject.kind === 'trust') return seated(subject.of) && seated(subject.in) && subject.of !== subject.in;
  if (subject.kind === 'seat') return seated(subject.seat);
  if (subject.kind === 'pair') return seated(subject.a) && seated(subject.b) && subject.a !== subject.b;
  return true;
}

function isOpenTo(state: SessionState, viewer: Viewer, subject: Subject): boolean {
  if (subject.kind !== 'seat' || subject.quantity !== 'score') return true;
  return state.phase.name === 'ended' || ownSeatOf(viewer) === subject.seat;
}

function previewOf(state: SessionState, viewer: Viewer, order: Order): Answer<'preview'> {
  const seat = ownSeatOf(viewer);
  if (seat === null) return refused('notYours');
  const { name } = state.phase;
  if (name !== 'briefing' && name !== 'negotiation' && name !== 'decision') return refused('notNow');
  const { setting } = state.plan;
  const index = state.seats.findIndex(({ id }) => id === seat);
  if (legalityOf(setting, state.world, index, order) !== null) return refused('orderIllegal');
  const lines: Preview = preview(setting, state.world, {
    seat,
    order,
    lastOrders: state.rounds[state.rounds.length - 1]?.orders ?? {},
    event: state.event,
    pledges: [],
    recognitions: [],
    breaks: [],
  });
  return answered<'preview'>(lines);
}

function effectOf(state: SessionState, viewer: Viewer, round: number): Answer<'effect'> {
  const seat = ownSeatOf(viewer);
  if (seat === null) return refused('notYours');
  const record = state.rounds[round - 1];
  if (record === undefined) return refused('unknownRound');
  const before = at(state.roundStarts, round - 1);
  return answered<'effect'>(orderEffect(state.plan.setting, before, inputOf(state.plan, record), seat));
}
