import { negotiateForBots, type RefusedBot, sealForBots } from '#shared/run/playBots.ts';
import type { LiveSession } from './session.ts';
import type { ServerLog } from '../lib/serverLog.ts';

/** How long after a failed write the bots try again. */
const RETRY_MS = 1000;

/**
 * Plays the bots of a session: when decisions open (or a bot takes over a seat during one), each unsealed bot seat seals its
 * character's order, by the same command as people. Returns the way to stop.
 */
export function keepBots(session: LiveSession, log: ServerLog): () => void {
  let isStopped = false;
  let isPlaying = false;
  let isDue = false;
  let timer: NodeJS.Timeout | undefined;
  const refused = ({ seat, refusal }: RefusedBot): void =>
    log.warn({ session: session.id, disposition: seat.bot, refusal }, 'a bot was refused');
  const play = async (): Promise<void> => {
    isDue = true;
    if (isPlaying || isStopped) return;
    isPlaying = true;
    let isDone = true;
    // An offer that arrives while they play is answered in the next turn.
    while (isDue) {
      isDue = false;
      await negotiateForBots(session, () => isStopped);
      isDone = await sealForBots(session, refused, () => isStopped);
    }
    isPlaying = false;
    if (!isDone) timer = setTimeout(() => void play(), RETRY_MS).unref();
  };
  const unsubscribe = session.subscribe(() => void play());
  void play();
  return () => {
    isStopped = true;
    clearTimeout(timer);
    unsubscribe();
  };
}
