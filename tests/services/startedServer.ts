import { expect, vi } from 'vitest';
import { parseLog } from '#shared/log/parse.ts';
import { verifyLog } from '#shared/log/verify.ts';
import { rehearsalApi } from '../../server/rehearse/api.ts';
import { hostSession } from '../../server/rehearse/hostHand.ts';
import { rehearse } from '../../server/rehearse/rehearse.ts';
import { isClean } from '../../server/rehearse/report.ts';
import { sha256 } from '../../server/store/digest.ts';
import type { RunningProgram } from '../support/runningProgram.ts';

/** A started server, from what it printed. */
interface StartedServer {
  readonly hostUrl: string;
  readonly origin: string;
  readonly secret: string;
}

/** Waits until a server has printed its addresses. */
export async function listening(running: RunningProgram): Promise<StartedServer> {
  await vi.waitFor(() => expect(running.said()).toContain('Stop with Ctrl-C'), { timeout: 180_000 });
  const hostUrl = /http:\/\/localhost:\d+\/host#[\w-]+/.exec(running.said())?.[0] ?? '';
  const { port, hash } = new URL(hostUrl);
  return { hostUrl, origin: `http://127.0.0.1:${port}`, secret: hash.slice(1) };
}

/** Opens a session, lets scripted people play it to its end over the network, and returns its record. */
export async function playSession({ origin, secret }: StartedServer): Promise<{ code: string; log: string }> {
  const api = rehearsalApi(origin);
  const cookie = await api.enterHost(secret);
  const [scenario, plan] = ['archipelago', '5x3'];
  const code = await api.open(cookie, { scenario, plan });
  const { token } = await api.hostPass(cookie, code);
  const pace = { phaseMs: 400, decisionMs: 20_000 };
  let hosting: Promise<void> = Promise.resolve();
  const times = { withinMs: 200, awayMs: 500, thinkMs: 200 };
  const people = { sessions: 1, delegates: 6, drop: 1, badLink: false, seed: 5 };
  const report = await rehearse(
    { target: { origin, code }, ...people, ...times, scenario, plan, pace },
    (told) => {
      if (told.includes('have joined')) hosting = hostSession(origin, code, token, pace);
    },
  );
  await hosting;
  expect(report).toMatchObject({ joined: 6, lost: 0, doubled: 0, wrong: [] });
  expect(isClean(report)).toBe(true);
  const log = await fetch(`${origin}/api/sessions/${code}/log`, { headers: { cookie } });
  return { code, log: await log.text() };
}

/** The lines of a record that verifies. */
export function linesOf(text: string): readonly unknown[] {
  const log = parseLog(text);
  if (!log.ok) throw new Error(log.failure.what);
  expect(verifyLog(log.value, sha256)).toMatchObject({ ok: true });
  return log.value.lines;
}
