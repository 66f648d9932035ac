import type { LogLine } from '#shared/log/line.ts';
import { faultForLog, type ServerLog } from '../lib/serverLog.ts';

/** Told after a line is durable and folded; `session.state` is the state after it. */
export type Listener = (line: LogLine) => void;

/** Who is told of a session's lines. A listener that fails is logged and keeps nobody else from being told. */
export class Listeners {
  readonly #session: string;
  readonly #log: ServerLog;
  readonly #all = new Set<Listener>();

  constructor(session: string, log: ServerLog) {
    this.#session = session;
    this.#log = log;
  }

  /** Adds one; returns the way to take it off again. */
  add(listener: Listener): () => void {
    this.#all.add(listener);
    return () => void this.#all.delete(listener);
  }

  /** Tells all of them of a line. */
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
