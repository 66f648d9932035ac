import { WebSocketTransport } from '@colyseus/ws-transport';
import { PARTS, SignsOfLife } from './signsOfLife.ts';
import { MOST_UNREAD_BYTES } from './unread.ts';

const LOOK_EVERY_MS = 1000;

/**
 * The sockets of the server. Cuts off one that asks or answers pings but does not read, because its backlog would fill the memory
 * that all share. Its person returns by a fresh join.
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

  protected override autoTerminateUnresponsiveClients(everyMs: number, mostOwed: number): void {
    const signs = new SignsOfLife(this.wss.clients, mostOwed);
    this.pingInterval = setInterval(() => signs.askPart(), everyMs / PARTS);
  }

  #cutOff(): void {
    for (const socket of this.wss.clients) if (socket.bufferedAmount > MOST_UNREAD_BYTES) socket.terminate();
  }
}
