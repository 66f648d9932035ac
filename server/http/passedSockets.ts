import type { IncomingMessage, Server as HttpServer } from 'node:http';
import { connect, type Socket } from 'node:net';
import { type Duplex, pipeline } from 'node:stream';
import type { Peer } from '../store/ownership.ts';
import type { HttpContext } from './context.ts';
import { CONNECT_WITHIN_MS, hostAndPort, SILENT_MS } from './peerLink.ts';
import { addressSealedIn, PEER_HEADER } from './peerSeal.ts';
import { withoutPath } from './publicAddress.ts';

/** What the sockets for other servers need. */
type Input = Pick<HttpContext, 'reach' | 'key' | 'time' | 'ownership' | 'peerLink' | 'isDraining'>;

/** The first part of a live connection's address is the id of the server that runs its room. */
const WITH_SERVER = /^\/([\w-]+)\/[\w-]+(?:\?|$)/;

const OUT_OF_REACH = 'HTTP/1.1 503 Service Unavailable\r\nConnection: close\r\nContent-Length: 0\r\n\r\n';

/**
 * Live connections to rooms of other servers, which reach this one where a proxy stands before all. Each is joined to a connection
 * to the other server, byte by byte; when one ends, so does the other. Whoever runs the room keeps the limits.
 */
export class PassedSockets {
  readonly #input: Input;
  readonly #open = new Set<Duplex>();

  /** Comes before everybody who listens for live connections of this server now. */
  constructor(http: HttpServer, input: Input) {
    this.#input = input;
    const listeners = http.listeners('upgrade');
    http.removeAllListeners('upgrade');
    http.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
      const peer = this.#isPassedOn(request) ? null : this.#peerOf(request);
      if (peer === null) for (const listener of listeners) listener.call(http, request, socket, head);
      else this.#join(peer, request, socket, head);
    });
  }

  /** How many are open. */
  count(): number {
    return this.#open.size;
  }

  /** Ends all; their clients come back by way of another server. */
  close(): void {
    for (const socket of this.#open) socket.destroy();
  }

  /** Another server has checked from where such a connection comes; and it goes on to no third one. */
  #isPassedOn(request: IncomingMessage): boolean {
    const { key, time } = this.#input;
    const { headers, url: path = '' } = request;
    const address = addressSealedIn(key, headers, { method: 'GET', path, atMs: time.timeOfDay() });
    delete headers[PEER_HEADER];
    if (address === null) return false;
    delete headers.host;
    delete headers.origin;
    return true;
  }

  /** The other server that a connection is for; null if it is for this one, or to be refused here. */
  #peerOf({ url = '', headers: { host, origin } }: IncomingMessage): Peer | null {
    const { ownership, reach, isDraining } = this.#input;
    const peers = ownership.peers();
    if (peers.length === 0 || isDraining()) return null;
    const [, id] = WITH_SERVER.exec(withoutPath(url, reach)) ?? [];
    const peer = peers.find((one) => one.id === id);
    return peer !== undefined && reach.isOwnHost(host) && reach.isOwnPage(origin, host) ? peer : null;
  }

  #join(peer: Peer, request: IncomingMessage, socket: Duplex, head: Buffer): void {
    const { hostname, port } = hostAndPort(peer);
    const there = connect({ host: hostname, port, noDelay: true, keepAlive: true });
    this.#open.add(socket);
    socket.once('close', () => {
      this.#open.delete(socket);
      there.destroy();
    });
    // Until they are joined; afterwards an error of one ends both.
    socket.on('error', () => socket.destroy());
    there.on('error', () => there.destroy());
    const giveUp = setTimeout(() => there.destroy(), CONNECT_WITHIN_MS);
    there.once('close', () => {
      clearTimeout(giveUp);
      if (there.bytesRead === 0 && !socket.destroyed) socket.end(OUT_OF_REACH, () => socket.destroy());
    });
    there.once('connect', () => {
      clearTimeout(giveUp);
      this.#send(there, request, head);
      there.setTimeout(SILENT_MS, () => there.destroy());
      pipeline(socket, there, () => undefined);
      pipeline(there, socket, () => undefined);
    });
  }

  #send(there: Socket, request: IncomingMessage, head: Buffer): void {
    const path = withoutPath(request.url ?? '/', this.#input.reach);
    const seal = this.#input.peerLink.seal('unknown', { method: 'GET', path });
    const headers = [...pairsOf(request.rawHeaders), ...Object.entries(seal)];
    const lines = [`GET ${path} HTTP/1.1`, ...headers.map(([name, value]) => `${name}: ${value}`)];
    there.write(`${lines.join('\r\n')}\r\n\r\n`, 'latin1');
    there.write(head);
  }
}

/** The headers of a request as they came, but for what only servers say. */
function pairsOf(raw: readonly string[]): readonly (readonly [string, string])[] {
  const pairs = raw.flatMap((name, index) =>
    index % 2 === 0 ? [[name, raw[index + 1] ?? ''] as const] : [],
  );
  return pairs.filter(([name]) => name.toLowerCase() !== PEER_HEADER);
}
