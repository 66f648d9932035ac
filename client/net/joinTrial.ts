import { Client } from '@colyseus/sdk';
import { TRIAL_ROOM } from '#shared/wire/trial.ts';

/** A live connection that only tests the way to the server. */
export interface Trial {
  /** How far the server's clock is ahead of this device's, ms. */
  readonly offsetMs: number;
  /** Called with the number of devices that are testing now. */
  onDevices(listener: (count: number) => void): void;
  onClosed(listener: () => void): void;
  leave(): void;
}

/** Joins the trial room by a real socket; null if that fails. A mere watcher does not count as a device. */
export async function joinTrial(origin: string, watching: boolean): Promise<Trial | null> {
  try {
    const room = await new Client(origin).joinById<{ devices: number }>(TRIAL_ROOM, { watching });
    room.reconnection.enabled = false;
    const sentMs = Date.now();
    const { nowMs }: { nowMs: number } = await room.request('clock', {}, { timeout: 8000 });
    const offsetMs = nowMs - (sentMs + Date.now()) / 2;
    return {
      offsetMs,
      onDevices: (listener) => {
        listener(room.state.devices);
        room.onStateChange(({ devices }) => listener(devices));
      },
      onClosed: (listener) => {
        room.onLeave(listener);
        room.onDrop(listener);
        room.onError(() => undefined);
      },
      leave: () => void room.leave().catch(() => undefined),
    };
  } catch {
    return null;
  }
}
