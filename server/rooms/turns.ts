/** The most waiting questions of one asker; a screen asks a few, and all watchers count as one. */
const MOST_WAITING = 120;

/** After a question the server does other work for this multiple of the answer's time. */
const REST = 2;

/** The shortest pause that needs a timer, ms. */
const LEAST_REST_MS = 0.5;

/**
 * Schedules costly questions, so that commands are still judged at once however many questions arrive. Askers take turns, one
 * question each: an asker with many questions delays nobody else.
 */
export class Turns {
  readonly #waiting = new Map<string, (() => void)[]>();
  #isBusy = false;

  /** Does the work in this asker's turn. Null if too much of theirs waits already; rejects with what the work throws. */
  async take<Value>(asker: string, work: () => Value): Promise<Value | null> {
    const theirs = this.#waiting.get(asker) ?? [];
    if (theirs.length >= MOST_WAITING) return null;
    return new Promise((resolve, reject) => {
      theirs.push(() => {
        try {
          resolve(work());
        } catch (error) {
          reject(error);
        }
      });
      this.#waiting.set(asker, theirs);
      this.#next();
    });
  }

  #next(): void {
    const [first] = this.#waiting;
    if (this.#isBusy || first === undefined) return;
    const [asker, [work, ...later]] = first;
    this.#waiting.delete(asker);
    if (later.length > 0) this.#waiting.set(asker, later);
    this.#isBusy = true;
    const began = performance.now();
    work?.();
    const rest = (performance.now() - began) * REST;
    const goOn = (): void => {
      this.#isBusy = false;
      this.#next();
    };
    if (rest < LEAST_REST_MS) setImmediate(goOn);
    else setTimeout(goOn, rest);
  }
}
