import { Client, type Room } from '@colyseus/sdk';
import type { WireTable } from './unmirror.ts';

/**
 * Why a room could not be joined: the session does not exist, the pass is invalid (without a pass: nobody may watch), too many
 * watch already, this client was refused too often lately, or nothing answers now. The last three can be tried again.
 */
export type JoinFailure = 'gone' | 'refused' | 'crowded' | 'tooMany' | 'offline';

/** An open connection to one session's room. */
export interface JoinedRoom {
  /** Called for the first and every later state. */
  onTable(listener: (table: WireTable) => void): void;
  /** Called once, when the connection ends for any reason. */
  onClosed(listener: (code: number) => void): void;
  /** Called after the server was suspended or stopped for a while. */
  onGap(listener: () => void): void;
  /** Asks the room and waits for its answer; rejects if none comes. */
  request<Reply>(type: string, payload: unknown): Promise<Reply>;
  leave(): void;
}

const ANSWER_WITHIN_MS = 8000;

/**
 * Joins the room of a session with a seat's or host's token, or as an observer with null. The SDK's own reconnection is off: after
 * a restart of the server its old decoder would misread the rebuilt state, so every return is a fresh join.
 */
export async function joinRoom(
  origin: string,
  code: string,
  token: string | null,
): Promise<{ ok: true; room: JoinedRoom } | { ok: false; failure: JoinFailure }> {
  try {
    const room = await new Client(origin).joinById<WireTable>(code, { token });
    room.reconnection.enabled = false;
    return { ok: true, room: joined(room) };
  } catch (error) {
    return { ok: false, failure: failureOf(error) };
  }
}

function joined(room: Room<unknown, WireTable>): JoinedRoom {
  return {
    onTable: (listener) => void room.onStateChange((state) => listener(state)),
    onClosed: (listener) => {
      let open = true;
      const close = (code: number): void => {
        if (open) listener(code);
        open = false;
      };
      room.onLeave(close);
      room.onDrop(close);
      room.onError(() => undefined);
    },
    onGap: (listener) => void room.onMessage('clock', () => listener()),
    request: async <Reply>(type: string, payload: unknown) => {
      const reply: Reply = await room.request(type, payload, { timeout: ANSWER_WITHIN_MS });
      return reply;
    },
    leave: () => void room.leave().catch(() => undefined),
  };
}

function failureOf(error: unknown): JoinFailure {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : null;
  if (code === 522) return 'gone';
  if (code === 525) return 'refused';
  if (code === 526) return 'crowded';
  if (code === 429) return 'tooMany';
  return 'offline';
}
