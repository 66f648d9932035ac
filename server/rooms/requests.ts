import { answer } from '#shared/session/answer.ts';
import { type Answer, type Ask, questionSchema } from '#shared/session/questions.ts';
import type { Refusal } from '#shared/session/refusals.ts';
import { commandMessage } from '#shared/wire/api.ts';
import type { LiveSession, Outcome, SubmitRefusal } from '../session.ts';
import { coverEmptySeats } from './coverEmptySeats.ts';
import { type Identity, actorFor, viewerOf } from './identity.ts';

/** The answer to a command: kept and done, refused by a rule, or not delivered (then nothing happened). */
export type Reply =
  | { readonly ok: true; readonly seq: number }
  | { readonly ok: false; readonly refusal: Refusal }
  | { readonly ok: false; readonly undelivered: 'malformed' | 'notStored' };

/** Judges a message that claims to be a command and hands it on as whoever the socket is. */
export async function commandFrom(
  session: LiveSession,
  identity: Identity,
  message: unknown,
): Promise<Reply> {
  const parsed = commandMessage.safeParse(message);
  if (!parsed.success) return { ok: false, undelivered: 'malformed' };
  const { key, command } = parsed.data;
  const actor = actorFor(identity, command, session.state);
  if (actor === null) return { ok: false, refusal: { code: 'notYourCommand' } };
  if (command.type === 'startSession' && session.state.plan.options.coverEmptySeats) {
    const covered = await coverEmptySeats(session, key);
    if (!covered.ok) return replyOf(covered);
  }
  return replyOf(await session.submit(actor, key, command));
}

/** Answers a question for the eyes of whoever the socket is; null for something that is no question. */
export function answerTo(session: LiveSession, identity: Identity, message: unknown): Answer<Ask> | null {
  const question = questionSchema.safeParse(message);
  if (!question.success) return null;
  return answer(session.state, viewerOf(identity, session.state), question.data);
}

function replyOf(outcome: Outcome): Reply {
  if (outcome.ok) return outcome;
  const refusal = ruleOf(outcome.refusal);
  return refusal === null ? { ok: false, undelivered: 'notStored' } : { ok: false, refusal };
}

/** The rule's own refusal; null where nothing was kept (the disk, or a session that has stopped). */
export function ruleOf(refusal: SubmitRefusal): Refusal | null {
  return isRule(refusal) ? refusal : null;
}

function isRule(refusal: SubmitRefusal): refusal is Refusal {
  return refusal.code !== 'notStored' && refusal.code !== 'sessionStopped';
}
