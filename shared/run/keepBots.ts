import type { Later } from './later.ts';
import { negotiateForBots, type RefusedBot, sealForBots } from './playBots.ts';
import type { RunningSession } from './runningSession.ts';

/** How long after a failed write the bots try again. */
const RETRY_MS = 1000;

/** What the bots of a session need from whoever runs it. */
export interface BotKeeping {
  readonly later: Later;
  /** Is told of a bot whose order the rules refused. */
  readonly onRefused: (refused: RefusedBot) => void;
}

/**
 * Plays the bots of a session: when decisions open (or a bot takes over a seat during one), each unsealed bot seat seals its
 * character's order, by the same command as people. Returns the way to stop.
 */
export function keepBots(session: RunningSession, { later, onRefused }: BotKeeping): () => void {
  let isStopped = false;
  let isPlaying = false;
  let isDue = false;
  let cancel = (): void => undefined;
  const play = async (): Promise<void> => {
    isDue = true;
    if (isPlaying || isStopped) return;
    isPlaying = true;
    let isDone = true;
    // An offer that arrives while they play is answered in the next turn.
    while (isDue) {
      isDue = false;
      const opened = session.phaseOpenedAt;
      await negotiateForBots(session, () => isStopped);
      // A phase that opened meanwhile has seen no bargain yet; nobody seals before that.
      if (session.phaseOpenedAt !== opened) continue;
      isDone = await sealForBots(session, onRefused, () => isStopped);
    }
    isPlaying = false;
    if (!isDone) cancel = later(RETRY_MS, () => void play());
  };
  const unsubscribe = session.subscribe(() => void play());
  void play();
  return () => {
    isStopped = true;
    cancel();
    unsubscribe();
  };
}
