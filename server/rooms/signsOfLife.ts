/** A socket that is asked for signs of life. The framework sets `pingCount` to 0 whenever it answers. */
export interface AskedSocket {
  pingCount?: number;
  readonly readyState: number;
  ping(): void;
  terminate(): void;
}

/** In how many parts all sockets are asked, at even times. */
export const PARTS = 50;

const OPEN = 1;

/**
 * Asks sockets for signs of life, a part of them at a time: six thousand at once, with their answers, hold everybody up for a third
 * of a second. Who owes `mostOwed` answers when the next is due is cut off.
 */
export class SignsOfLife {
  readonly #sockets: Iterable<AskedSocket>;
  readonly #mostOwed: number;
  #due: readonly AskedSocket[] = [];
  #part = 0;

  constructor(sockets: Iterable<AskedSocket>, mostOwed: number) {
    this.#sockets = sockets;
    this.#mostOwed = mostOwed;
  }

  /** Asks the next part; after `PARTS` calls everybody has been asked once who was there at the first of them. */
  askPart(): void {
    if (this.#part === 0) this.#due = [...this.#sockets];
    const placeOf = (part: number): number => Math.floor((part * this.#due.length) / PARTS);
    for (const socket of this.#due.slice(placeOf(this.#part), placeOf(this.#part + 1))) this.#ask(socket);
    this.#part = (this.#part + 1) % PARTS;
  }

  #ask(socket: AskedSocket): void {
    if (socket.readyState !== OPEN) return;
    const owed = socket.pingCount ?? 0;
    if (owed >= this.#mostOwed) {
      socket.terminate();
      return;
    }
    socket.pingCount = owed + 1;
    socket.ping();
  }
}
