/** What one socket received; sockets are in the order in which they were opened. */
export interface Recording {
  readonly url: string;
  readonly frames: Uint8Array[];
}

/** All sockets of this test file so far. */
export const recordings: Recording[] = [];

/** Protocol bytes of the frames that contain state: the whole, and changes. */
const STATE_FRAMES = [14, 15];

const Socket = globalThis.WebSocket;

/** Replaces the platform's WebSocket, so that every frame is recorded before any library reads it. Import it before the SDK. */
globalThis.WebSocket = class extends Socket {
  constructor(url: string | URL, protocols?: string | string[]) {
    super(url, protocols);
    const recording: Recording = { url: String(url), frames: [] };
    recordings.push(recording);
    this.addEventListener('message', ({ data }) => {
      if (data instanceof ArrayBuffer) recording.frames.push(new Uint8Array(data.slice(0)));
    });
  }
};

/** The frames that contain state, as hex: what the other end could learn about the session from this socket. */
export function stateFrames(recording: Recording): string[] {
  const carrying = recording.frames.filter((frame) => STATE_FRAMES.includes(frame[0] ?? 0));
  return carrying.map((frame) => Buffer.from(frame).toString('hex'));
}
