import type { SessionBasis } from '#shared/session/vocabulary/state.ts';
import type { UsualScores } from '#shared/session/vocabulary/usual.ts';
import type { LiveSession } from './session.ts';

/** The source of usual scores: measured in the background, so the answer may take a while. Null: not available. */
export type UsualOf = (basis: SessionBasis) => Promise<UsualScores | null>;

/**
 * Has the usual scores of a session measured as soon as it starts, and notes them in its record. Ignores a session that had
 * already ended when it woke. Returns the way to stop.
 */
export function keepUsual(session: LiveSession, usualOf: UsualOf): () => void {
  let isStopped = session.state.phase.name === 'ended';
  let isAsked = false;
  const ask = async (): Promise<void> => {
    const { basis, phase, usual } = session.state;
    if (isStopped || isAsked || phase.name === 'lobby' || usual !== undefined) return;
    isAsked = true;
    const measured = await usualOf(basis);
    if (measured === null || isStopped) return;
    await session.submit({ kind: 'server' }, 'usual', { type: 'noteUsual', usual: measured });
  };
  const unsubscribe = session.subscribe(() => void ask());
  void ask();
  return () => {
    isStopped = true;
    unsubscribe();
  };
}
