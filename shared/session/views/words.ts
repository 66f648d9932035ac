import type { Viewer } from '../vocabulary/actors.ts';
import type { TextOf } from '../vocabulary/codedTalk.ts';
import type { SessionState } from '../vocabulary/state.ts';
import { type WordJudged, wordsJudgedIn } from '../topics/wordsGiven.ts';
import { answered } from './answered.ts';
import { hostReadsTalk } from './host.ts';
import type { Answer } from './questions.ts';

/** What was said and done, and what was said and not done, as far as these eyes may read what was said. */
export function wordsFor(state: SessionState, viewer: Viewer, textOf: TextOf): Answer<'words'> {
  const judged = wordsJudgedIn(state, textOf).filter((word) => mayRead(state, viewer, word));
  return answered<'words'>(
    judged.map(({ round, by, to, deed, due, source, done, heard }) => ({
      round,
      by,
      to,
      deed,
      due,
      source,
      done,
      isPrivate: heard !== null,
    })),
  );
}

function mayRead(state: SessionState, viewer: Viewer, { heard }: WordJudged): boolean {
  if (heard === null) return true;
  switch (viewer.kind) {
    case 'delegate':
      return heard.includes(viewer.seat);
    case 'host':
      return hostReadsTalk(state);
    case 'participantAfterEnd':
      return state.basis.options.privateTalkOpens || (viewer.seat !== null && heard.includes(viewer.seat));
    case 'observer':
      return false;
  }
}
