import type { LogLine } from '#shared/log/line.ts';
import { faultForLog, type ServerLog } from '../lib/serverLog.ts';

/** Called after a line is durable and folded; `session.state` is the state after it. */
export type Listener = (line: LogLine) => void;

/** The listeners to a session's lines. A listener that fails is logged and does not stop the others. */
export class Listeners {
  readonly #session: string;
  readonly #log: ServerLog;
  readonly #all = new Set<Listener>();

  constructor(session: string, log: ServerLog) {
    this.#session = session;
    this.#log = log;
  }

  /** Adds a listener; returns the way to remove it. */
  add(listener: Listener): () => void {
    this.#all.add(listener);
    return () => void this.#all.delete(listener);
  }

  /** Passes a line to all of them. */
  tell(line: LogLine): void {
    for (const listener of this.#all) {
      try {
        listener(line);
      } catch (error) {
        this.#log.error({ session: this.#session, fault: faultForLog(error) }, 'a listener failed');
      }
    }
  }
}
