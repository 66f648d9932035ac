import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { RehearsalApi } from './api.ts';
import { type Device, joinDevice } from './device.ts';

/** First orders that are not counted: a server that has just started is still finding its pace. */
const WARM_UP = 4;

/**
 * How long an order takes to be acknowledged, ms, where nobody else sits: one person alone against bots, an order in
 * each round of a practice session. What a crowd's times are read beside. Rejects with an `ApiNo` where the server
 * opens no practice session now.
 */
export async function quietAcks(origin: string, api: RehearsalApi): Promise<readonly number[]> {
  const pass = await api.practise();
  const device = await joinDevice(origin, pass.code, pass.token);
  const times: number[] = [];
  while (device.isOpen() && device.seen()?.phase !== 'ended') {
    if (device.seen()?.phase === 'decision') times.push(await sealed(device));
    if (device.seen()?.phase === 'reveal') {
      await device.give(randomUUID(), { type: 'closePhase', because: 'host' });
    }
    // A room hears no more than twenty messages a second from one device.
    await wait(150);
  }
  device.leave();
  return times.slice(WARM_UP);
}

async function sealed(device: Device): Promise<number> {
  const start = performance.now();
  await device.give(randomUUID(), { type: 'sealOrders', order: { action: 'hold' } });
  const took = performance.now() - start;
  while (device.seen()?.phase === 'decision') await wait(20);
  return took;
}
