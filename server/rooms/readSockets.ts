import { WebSocketTransport } from '@colyseus/ws-transport';

/** Most bytes that wait for a socket to read them: some ten whole tables. */
const MOST_UNREAD_BYTES = 512 * 1024;

const LOOK_EVERY_MS = 1000;

/**
 * The sockets of the server. One that asks or answers pings but does not read is cut off: what waits for it would fill the
 * memory that everybody shares. Its person comes back by a fresh join.
 */
export class ReadSockets extends WebSocketTransport {
  constructor(options: ConstructorParameters<typeof WebSocketTransport>[0]) {
    super(options);
    const looking = setInterval(() => this.#cutOff(), LOOK_EVERY_MS).unref();
    this.server?.once('close', () => clearInterval(looking));
  }

  /** How many live connections are open. */
  openSockets(): number {
    return this.wss.clients.size;
  }

  #cutOff(): void {
    for (const socket of this.wss.clients) if (socket.bufferedAmount > MOST_UNREAD_BYTES) socket.terminate();
  }
}
