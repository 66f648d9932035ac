import type { HostPass, SeatPass } from '#shared/wire/api.ts';
import { hasTexts } from './hasTexts.ts';
import { forget, keep, kept } from './kept.ts';

const seatKey = (code: string): string => `crossroads:seat:${code}`;
const hostKey = (code: string): string => `crossroads:host:${code}`;

/** Stores a seat's pass on this device, so that a reload returns to the seat; at an event, also under the event's code. */
export function keepSeatPass(pass: SeatPass): void {
  for (const code of [pass.code, pass.event]) if (code !== undefined) write(seatKey(code), pass);
}

/** The pass of this device's seat in a session, if any. */
export function seatPassOf(code: string): SeatPass | null {
  return read(seatKey(code), ['code', 'seat', 'delegate', 'token']);
}

/** Forgets the seat, for a device that another person uses next. */
export function forgetSeatPass(code: string): void {
  forget(seatKey(seatPassOf(code)?.code ?? code));
  forget(seatKey(code));
}

/** Stores the host's pass for one session on this device. */
export function keepHostPass(pass: HostPass): void {
  write(hostKey(pass.code), pass);
}

/** The host's pass for a session, if this device has one. */
export function hostPassOf(code: string): HostPass | null {
  return read(hostKey(code), ['code', 'token']);
}

function write(key: string, pass: SeatPass | HostPass): void {
  keep(key, JSON.stringify(pass));
}

function read<Key extends string>(key: string, fields: readonly Key[]): Readonly<Record<Key, string>> | null {
  return guarded(() => {
    const stored: unknown = JSON.parse(kept(key) ?? 'null');
    return hasTexts(stored, fields) ? stored : null;
  }, null);
}

/** The stored text may belong to another program: then there is no pass, and play continues. */
function guarded<Value>(use: () => Value, otherwise: Value): Value {
  try {
    return use();
  } catch {
    return otherwise;
  }
}
