/** Most questions of one asker that wait; a screen asks a handful, and all who watch count as one. */
const MOST_WAITING = 120;

/** After a question the server does other things for so many times as long as the answer took. */
const REST = 2;

/** A rest that long is worth a timer, ms. */
const LEAST_REST_MS = 0.5;

/**
 * Lets costly questions take turns, so that however many are asked, commands are still judged at once. Askers come one after
 * another, each with one question: who asks a lot delays nobody else.
 */
export class Turns {
  readonly #waiting = new Map<string, (() => void)[]>();
  #isBusy = false;

  /** Does the work when it is this asker's turn. Null where too much of theirs waits already; rejects with what it throws. */
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
