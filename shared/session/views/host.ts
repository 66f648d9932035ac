import { at } from '../../lib/at.ts';
import type { Viewer } from '../vocabulary/actors.ts';
import type { SessionState } from '../vocabulary/state.ts';
import { allSecretAgreements } from './agreements.ts';
import { answered, refused } from './answered.ts';
import { objectiveViews } from './objectives.ts';
import type { Answer } from './questions.ts';
import type { TextOf } from '../vocabulary/codedTalk.ts';
import { messageViews } from './talk.ts';
import { tenths } from './tenths.ts';

/** Whether this session was opened so that the host can read private talk while it runs. */
export function hostReadsTalk({ basis }: Pick<SessionState, 'basis'>): boolean {
  return basis.options.hostReadsTalk;
}

/** Points and objectives of every seat, for the host alone. */
export function standingsOf(state: SessionState, viewer: Viewer): Answer<'standings'> {
  if (viewer.kind !== 'host') return refused('notYours');
  return answered<'standings'>(
    state.seats.map(({ id }, index) => ({
      seat: id,
      score: tenths(at(state.world.score, index)),
      objectives: objectiveViews(state, index, true),
    })),
  );
}

/** What was said, for the host alone: public talk, and private talk only if everybody was told. */
export function heardOf(state: SessionState, viewer: Viewer, textOf: TextOf): Answer<'heard'> {
  if (viewer.kind !== 'host') return refused('notYours');
  const readsAll = hostReadsTalk(state);
  const messages = state.messages.filter(({ to }) => to === null || readsAll);
  return answered<'heard'>({
    messages: messageViews(messages, textOf).map((view, index) => ({ ...view, to: at(messages, index).to })),
    secretAgreements: readsAll ? allSecretAgreements(state) : [],
  });
}

/** The host's answer in words to a person's last question, for that person alone. */
export function handAnswerOf(state: SessionState, viewer: Viewer, textOf: TextOf): Answer<'handAnswer'> {
  if (viewer.kind !== 'delegate') return refused('notYours');
  const given = state.handAnswers.find(({ delegate }) => delegate === viewer.delegate);
  return answered<'handAnswer'>(given === undefined ? null : textOf(given.text.id));
}
