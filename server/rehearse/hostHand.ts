import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { Command } from '#shared/session/vocabulary/commands.ts';
import { type Device, joinDevice } from './device.ts';

/** The pace of a scripted host, ms. */
export interface HostPace {
  /** Briefing and negotiation together, and again reveal and review. */
  readonly phaseMs: number;
  /** The time after which it closes an incomplete decision. */
  readonly decisionMs: number;
}

/** Hosts a session from the lobby to the end: starts it and closes each phase after its time. Resolves at the end. */
export async function hostSession(
  origin: string,
  code: string,
  token: string,
  pace: HostPace,
): Promise<void> {
  const device = await joinDevice(origin, code, token);
  await give(device, { type: 'startSession' });
  let moment = '';
  let since = Date.now();
  while (device.isOpen()) {
    await wait(100);
    const seen = device.seen();
    if (seen === null) continue;
    if (seen.phase === 'ended') break;
    const now = `${seen.phase} ${seen.round}`;
    if (now !== moment) {
      moment = now;
      since = Date.now();
    }
    const time = seen.phase === 'decision' ? pace.decisionMs : pace.phaseMs / 2;
    if (seen.phase !== 'lobby' && Date.now() - since > time) {
      await give(device, { type: 'closePhase', because: 'host' });
      since = Date.now();
    }
  }
  if (!device.isOpen()) throw new Error(`the host of ${code} lost the connection`);
  device.leave();
}

async function give(device: Device, command: Command): Promise<void> {
  const answer = await device.give(randomUUID(), command);
  // The clock may have closed the same phase a moment before.
  if (!answer.ok && answer.refusal?.code !== 'wrongPhase') {
    throw new Error(`the host was refused: ${answer.refusal?.code ?? answer.undelivered ?? 'no reason'}`);
  }
}
