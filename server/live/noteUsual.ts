import type { SessionBasis } from '#shared/session/vocabulary/state.ts';
import type { UsualScores } from '#shared/session/vocabulary/usual.ts';
import type { LiveSession } from './session.ts';

/** Where usual scores come from: measured in the background, so the answer may take a while. Null: not to be had. */
export type UsualOf = (basis: SessionBasis) => Promise<UsualScores | null>;

/**
 * Has the usual scores of a session measured as soon as it has begun, and notes them in its record. A session that had ended
 * when it was woken is left as it is. Returns the way to stop that.
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
