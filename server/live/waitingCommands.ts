import type { Outcome } from '#shared/run/answers.ts';
import type { AskedCommand } from '#shared/run/sessionCore.ts';

/** A command that waits for its turn, and the way to answer it. */
export interface WaitingCommand {
  readonly given: Omit<AskedCommand, 'at'>;
  /** Whether the command still makes sense when its turn comes; null if nothing can cancel it. */
  readonly isStillApt: (() => boolean) | null;
  readonly answer: (outcome: Outcome) => void;
}

/** The most commands that are stored with one flush; later ones wait for the next. */
export const MOST_AT_ONCE = 64;

/** The commands of a session that are not yet judged, in the order they came. */
export class WaitingCommands {
  readonly #waiting: WaitingCommand[] = [];

  /** Adds a command at the end. */
  add(command: WaitingCommand): void {
    this.#waiting.push(command);
  }

  /**
   * Takes the commands that are judged and stored together next; none if nobody waits. A command that can be cancelled looks at the
   * session as it is stored, so it comes first in a batch.
   */
  next(): readonly WaitingCommand[] {
    const later = this.#waiting.findIndex(({ isStillApt }, place) => place > 0 && isStillApt !== null);
    return this.#waiting.splice(0, Math.min(later < 0 ? this.#waiting.length : later, MOST_AT_ONCE));
  }
}
