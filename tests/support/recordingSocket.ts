import { afterAll, beforeAll } from 'vitest';

/** What one socket received; sockets are in the order in which they were opened. */
export interface Recording {
  readonly url: string;
  readonly frames: Uint8Array[];
}

/** The recordings of this process, which test files share one after the other. */
interface Recorder {
  readonly list: Recording[];
  isOn: boolean;
}

declare global {
  var socketRecorder: Recorder | undefined;
}

/** Protocol bytes of the frames that contain state: the whole, and changes. */
const STATE_FRAMES = [14, 15];

const recorder = (globalThis.socketRecorder ??= install());

/** The sockets that this test file has opened so far. */
export const recordings: readonly Recording[] = recorder.list;

/** Records all sockets that a test file opens. */
export function recordSockets(): void {
  beforeAll(() => {
    recorder.isOn = true;
  });
  afterAll(() => {
    recorder.isOn = false;
    recorder.list.length = 0;
  });
}

/**
 * Replaces the platform's WebSocket, so that frames are recorded before any library reads them. The SDK keeps the class that it
 * finds when it loads, so this file loads before every test file.
 */
function install(): Recorder {
  const made: Recorder = { list: [], isOn: false };
  globalThis.WebSocket = class extends globalThis.WebSocket {
    constructor(url: string | URL, protocols?: string | string[]) {
      super(url, protocols);
      if (!made.isOn) return;
      const recording: Recording = { url: String(url), frames: [] };
      made.list.push(recording);
      this.addEventListener('message', ({ data }) => {
        if (data instanceof ArrayBuffer) recording.frames.push(new Uint8Array(data.slice(0)));
      });
    }
  };
  return made;
}

/** The frames that contain state, as hex: what the other end could learn about the session from this socket. */
export function stateFrames(recording: Recording): string[] {
  const carrying = recording.frames.filter((frame) => STATE_FRAMES.includes(frame[0] ?? 0));
  return carrying.map((frame) => Buffer.from(frame).toString('hex'));
}
