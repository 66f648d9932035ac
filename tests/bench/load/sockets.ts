import type { IncomingMessage, Server } from 'node:http';
import { peer } from '../peers.ts';

/** The parts of a `ws` socket that the benches use. */
export interface Socket {
  send(data: Uint8Array): void;
  close(): void;
  on(event: 'message', listener: (data: Buffer) => void): void;
  on(event: 'open' | 'close', listener: () => void): void;
  on(event: 'error', listener: (error: Error) => void): void;
}

/** The parts of the library `ws` that the benches use. */
export interface WebSocketLibrary {
  readonly WebSocket: new (url: string) => Socket;
  readonly WebSocketServer: new (options: {
    readonly server: Server;
  }) => {
    on(event: 'connection', listener: (socket: Socket, request: IncomingMessage) => void): unknown;
  };
}

interface Packer {
  readonly pack: (value: unknown) => Buffer;
  readonly unpack: (bytes: Uint8Array) => unknown;
}

/** Leading bytes of the relevant frames, as the room framework numbers them. */
const JOINED = 10;
const STATE = [14, 15];
const REQUEST = 21;
const RESPONSE = 22;

/** A device without a decoded table: it counts the frames it receives and can send commands. */
export class Seat {
  readonly #socket: Socket;
  readonly #ready: Promise<void>;
  #requests = 0;
  #answered: ((bytes: Buffer) => void) | null = null;
  #patched: (() => void) | null = null;
  /** State frames and their bytes since the whole table arrived. */
  frames = 0;
  bytes = 0;
  answerBytes = 0;
  isClosed = false;

  constructor(url: string, isRoom: boolean) {
    const { WebSocket } = peer('ws') as WebSocketLibrary;
    this.#socket = new WebSocket(url);
    this.#ready = new Promise((resolve, reject) => {
      if (!isRoom) this.#socket.on('open', resolve);
      this.#socket.on('error', reject);
      this.#socket.on('message', (data) => this.#receive(data, resolve));
    });
    this.#socket.on('close', () => {
      this.isClosed = true;
    });
  }

  /** Resolves when the device has joined the table. */
  ready(): Promise<void> {
    return this.#ready;
  }

  /** Sends a command and waits for the answer; rejects with the answer if it is a refusal. */
  async give(key: string, command: unknown): Promise<void> {
    const { pack, unpack } = peer('msgpackr') as Packer;
    this.#requests += 1;
    const head = [REQUEST, this.#requests % 100, 0xa7, ...Buffer.from('command')];
    const answer = this.#answer();
    this.#socket.send(Buffer.concat([Buffer.from(head), pack({ key, command })]));
    const bytes = await answer;
    const { ok } = unpack(bytes.subarray(3)) as { readonly ok: boolean };
    if (!ok) throw new Error(`refused: ${JSON.stringify(unpack(bytes.subarray(3)))}`);
  }

  /** Sends bytes and waits for the answer. */
  async say(data: Uint8Array): Promise<void> {
    const answer = this.#answer();
    this.#socket.send(data);
    await answer;
  }

  /** Resolves with the next frame of state. */
  patched(): Promise<void> {
    return new Promise((resolve) => {
      this.#patched = resolve;
    });
  }

  forget(): void {
    [this.frames, this.bytes, this.answerBytes] = [0, 0, 0];
  }

  close(): void {
    this.#socket.close();
  }

  #answer(): Promise<Buffer> {
    return new Promise((resolve) => {
      this.#answered = resolve;
    });
  }

  #receive(data: Buffer, joined: () => void): void {
    const kind = data[0] ?? 0;
    if (kind === JOINED) {
      this.#socket.send(Buffer.from([JOINED]));
      joined();
    } else if (kind === RESPONSE) {
      this.answerBytes += data.length;
      this.#answered?.(data);
    } else if (STATE.includes(kind)) {
      this.frames += 1;
      this.bytes += data.length;
      this.#patched?.();
    }
  }
}

interface Reservation {
  readonly sessionId: string;
  readonly processId: string;
  readonly roomId: string;
}

/** Connects a device to a seat through the usual way in. */
export async function sitDown(port: number, code: string, token: string): Promise<Seat> {
  const response = await fetch(`http://127.0.0.1:${port}/matchmake/joinById/${code}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ token }),
  });
  if (!response.ok) throw new Error(`no way in: ${response.status} ${await response.text()}`);
  const { sessionId, processId, roomId } = (await response.json()) as Reservation;
  const seat = new Seat(`ws://127.0.0.1:${port}/${processId}/${roomId}?sessionId=${sessionId}`, true);
  await seat.ready();
  return seat;
}
