import {
  Agent,
  type ClientRequest,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type OutgoingHttpHeaders,
  request as askBy,
} from 'node:http';
import { pipeline } from 'node:stream';
import type { Request, Response } from 'express';
import type { z } from 'zod';
import type { Peer } from '../store/ownership.ts';
import { remoteAddressOf } from './errors.ts';
import type { HostKey } from './hostKey.ts';
import { PEER_HEADER, sealOn } from './peerSeal.ts';

/** A server that does not take a connection within this time is out of reach, ms. */
export const CONNECT_WITHIN_MS = 2000;

/** A connection without a byte either way for this long is given up, ms. Sockets are asked for a sign of life more often. */
export const SILENT_MS = 30_000;

/** A server that has not answered another server by then is not waited for, ms. */
const ANSWER_WITHIN_MS = 1000;

/** Headers that hold for one connection alone. */
const OF_CONNECTION = [
  'connection',
  'keep-alive',
  'proxy-authenticate',
  'proxy-authorization',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
  'expect',
];

/** What a request is sent on with. */
interface Body {
  /** What it said, where its body has been read already; null: its body is still to come. */
  readonly read: string | null;
}

/** Requests from this server to the others. */
export class PeerLink {
  readonly #agent = new Agent({ keepAlive: true, maxFreeSockets: 64 });
  readonly #key: HostKey;
  readonly #timeOfDay: () => number;

  constructor(key: HostKey, timeOfDay: () => number) {
    this.#key = key;
    this.#timeOfDay = timeOfDay;
  }

  /**
   * Sends a request on to another server and its answer back, both as they come. Resolves to the status of the answer once that has
   * begun, and to null if there is none: then nothing has been answered.
   */
  async passOn(peer: Peer, request: Request, response: Response, { read }: Body): Promise<number | null> {
    const { method, url } = request;
    const headers = {
      ...kept(request.headers),
      ...this.seal(remoteAddressOf(request), { method, path: url }),
    };
    const asking = this.#ask(peer, method, url, read === null ? headers : withBody(headers, read));
    response.once('close', () => {
      if (!response.writableFinished) asking.destroy();
    });
    if (read !== null || hasNoBody(request)) asking.end(read);
    else request.pipe(asking);
    const answer = await answerTo(asking);
    if (answer === null) {
      request.unpipe(asking).resume();
      return null;
    }
    for (const name of response.getHeaderNames()) response.removeHeader(name);
    for (const [name, value] of Object.entries(kept(answer.headers)))
      if (value !== undefined) response.setHeader(name, value);
    response.statusCode = answer.statusCode ?? 502;
    pipeline(answer, response, () => undefined);
    return response.statusCode;
  }

  /** Reads what another server tells servers alone; null if it does not answer at once, or not as expected. */
  async read<Value>(peer: Peer, path: string, expected: z.ZodType<Value>): Promise<Value | null> {
    const answer = await this.#call(peer, path, { method: 'GET' });
    return expected.safeParse(await answer?.json().catch(() => null)).data ?? null;
  }

  /** Tells another server something; whether it has heard is not known if it does not answer at once. */
  async tell(peer: Peer, path: string, body: unknown): Promise<void> {
    const headers = { 'content-type': 'application/json' };
    const answer = await this.#call(peer, path, { method: 'POST', headers, body: JSON.stringify(body) });
    await answer?.arrayBuffer().catch(() => null);
  }

  /** The header that tells another server whose request this is. */
  seal(
    address: string,
    request: { readonly method: string; readonly path: string },
  ): Readonly<Record<string, string>> {
    return { [PEER_HEADER]: sealOn(this.#key, address, { ...request, atMs: this.#timeOfDay() }) };
  }

  /** Closes idle connections to other servers. */
  close(): void {
    this.#agent.destroy();
  }

  async #call(
    peer: Peer,
    path: string,
    init: { readonly method: string; readonly headers?: Record<string, string>; readonly body?: string },
  ): Promise<globalThis.Response | null> {
    const headers = { ...init.headers, ...this.seal('unknown', { method: init.method, path }) };
    const signal = AbortSignal.timeout(ANSWER_WITHIN_MS);
    return fetch(`${peer.address}${path}`, { ...init, headers, signal }).catch(() => null);
  }

  #ask(peer: Peer, method: string, path: string, headers: OutgoingHttpHeaders): ClientRequest {
    const { hostname, port } = hostAndPort(peer);
    const options = { host: hostname, port, method, path, headers, agent: this.#agent, setHost: false };
    const asking = askBy({ ...options, timeout: SILENT_MS });
    asking.once('timeout', () => asking.destroy(new Error('the other server is silent')));
    asking.once('socket', (socket) => {
      if (!socket.connecting) return;
      const giveUp = setTimeout(() => asking.destroy(new Error('no connection')), CONNECT_WITHIN_MS);
      socket.once('connect', () => clearTimeout(giveUp));
      asking.once('close', () => clearTimeout(giveUp));
    });
    return asking;
  }
}

/** The host and port of another server. */
export function hostAndPort({ address }: Peer): { readonly hostname: string; readonly port: number } {
  const { hostname, port } = new URL(address);
  return { hostname: hostname.replace(/^\[(.*)\]$/, '$1'), port: Number(port === '' ? 80 : port) };
}

/** The headers of a request whose body was read, and unpacked, already. */
function withBody(headers: OutgoingHttpHeaders, read: string): OutgoingHttpHeaders {
  const { 'content-encoding': _packed, ...plain } = headers;
  return { ...plain, 'content-length': Buffer.byteLength(read) };
}

async function answerTo(asking: ClientRequest): Promise<IncomingMessage | null> {
  return new Promise((resolve) => {
    asking.once('response', resolve);
    asking.on('error', () => resolve(null));
    asking.once('close', () => resolve(null));
  });
}

/** Every body states its length; the guards see to it. */
function hasNoBody({ headers }: Request): boolean {
  return headers['content-length'] === undefined;
}

/** The headers that go on to the next server, or back to the client. */
function kept(headers: IncomingHttpHeaders): OutgoingHttpHeaders {
  const named = (headers.connection ?? '').split(',').map((name) => name.trim().toLowerCase());
  const dropped = new Set([...OF_CONNECTION, ...named]);
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !dropped.has(name)));
}
