import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { RehearsalApi } from './api.ts';
import { type Device, joinDevice } from './device.ts';

/** How many first orders are not counted, because a freshly started server is still slow. */
const WARM_UP = 4;

/**
 * How long the server takes to acknowledge an order, ms, without load: one person against bots, one order in each round of a
 * practice session. The baseline for a crowd's times. Rejects with an `ApiNo` if the server opens no practice session now.
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
    // A room accepts at most twenty messages a second from one device.
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
