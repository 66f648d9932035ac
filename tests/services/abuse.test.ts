import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { abuses, type Victim } from '../support/abuse.ts';
import { isCalm, pairsWith, toldPairs } from '../support/acknowledged.ts';
import { ChaosServer } from '../support/chaosTable.ts';
import { hostCookieOf, openServedTable, type ServedTable } from '../support/servedTable.ts';

let server: ChaosServer;
let bystanders: ServedTable;
let abused: ServedTable;

beforeAll(async () => {
  server = new ChaosServer();
  await server.start();
  const cookie = await hostCookieOf(server);
  bystanders = await openServedTable(server.origin, cookie, 3);
  abused = await openServedTable(server.origin, cookie, 6);
});
afterAll(async () => {
  await server?.remove();
});

test.each(Object.keys(abuses))(
  '%s: the acknowledgements of another table take at most three times as long',
  async (kind) => {
    const { origin, code, tokens } = abused;
    const abuser = await begun(kind, { origin, code, tokens });
    const hold = async (): Promise<void> => {
      abuser.child.kill('SIGSTOP');
      await sleep(300);
    };
    const pairs = await pairsWith(bystanders.rooms.slice(0, 2), hold, () => {
      abuser.child.kill('SIGCONT');
    });
    // On a busy computer the abuser, which gives way to everything else, may take its time.
    await vi.waitFor(() => expect(abuser.sent(), kind).toBeGreaterThan(50), 60_000);
    abuser.child.kill('SIGKILL');
    await once(abuser.child, 'exit');
    expect(isCalm(pairs), `${kind}: ${toldPairs(pairs)}`).toBe(true);
    console.info(`${kind}, ${abuser.sent()} sent: ${toldPairs(pairs)}`);
  },
  240_000,
);

/** Starts an abuse and waits until it is under way. */
async function begun(kind: string, victim: Victim): Promise<{ child: ChildProcess; sent: () => number }> {
  const script = join(import.meta.dirname, '..', 'support', 'abuse.ts');
  const child = spawn(process.execPath, [script, kind, JSON.stringify(victim)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let sent = 0;
  child.stdout.on('data', (chunk: Buffer) => {
    sent = Number(chunk.toString().trim().split('\n').at(-1));
  });
  await once(child.stdout, 'data');
  return { child, sent: () => sent };
}
