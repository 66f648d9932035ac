import { OPEN_ENTRY } from '#shared/session/vocabulary/entry.ts';
import type { RehearsalApi } from './api.ts';
import { ApiNo, rehearsalApi } from './api.ts';
import { type Crowd, gather } from './crowd.ts';
import { joinDevice } from './device.ts';
import { hostSession, type HostPace } from './hostHand.ts';
import { ownServer, type OwnServer } from './ownServer.ts';
import { quietAcks } from './quiet.ts';
import { type RehearsalReport, rehearsalReportOf } from './report.ts';
import { logChecks } from './logChecks.ts';
import { newTally } from './tally.ts';

/** The options of a rehearsal. */
export interface RehearsalWish {
  /** The server and the session to join; null starts a server in a child process and hosts there. */
  readonly target: { readonly origin: string; readonly code: string } | null;
  /** How many sessions on its own server. */
  readonly sessions: number;
  /** People in each session. */
  readonly delegates: number;
  readonly drop: number;
  readonly badLink: boolean;
  readonly withinMs: number;
  readonly awayMs: number;
  readonly thinkMs: number;
  readonly seed: number;
  readonly scenario: string;
  readonly plan: string;
  readonly pace: HostPace;
}

/** Tells the person who rehearses what happens. */
export type TellRehearsal = (sentence: string) => void;

/** Rehearses a session, or several on its own server, and reports what it found. Rejects with an `ApiNo`. */
export async function rehearse(wish: RehearsalWish, told: TellRehearsal): Promise<RehearsalReport> {
  const own = wish.target === null ? await ownServer() : null;
  const origin = own?.origin ?? wish.target?.origin ?? '';
  const crowds: Crowd[] = [];
  try {
    const api = rehearsalApi(origin);
    const quiet = await quietTimes(origin, api, told);
    const hosted = own === null ? null : await opened(own, api, wish);
    const codes = hosted?.codes ?? [wish.target?.code ?? ''];
    if (hosted === null) for (const code of codes) await api.look(code);
    const tally = newTally();
    // On its own server a projector watches each session, as in a classroom.
    const screens = await Promise.all((hosted?.codes ?? []).map((code) => joinDevice(origin, code, null)));
    const gathering = codes.map((code, index) =>
      gather({ ...wish, origin, code, first: index * wish.delegates }, tally),
    );
    crowds.push(...(await Promise.all(gathering)));
    told(
      `${tally.joined} people have joined.${hosted === null ? ' Start the session when you are ready.' : ''}`,
    );
    await Promise.all([
      ...crowds.map((crowd) => crowd.play()),
      ...(hosted?.hosts.map((token, index) =>
        hostSession(origin, hosted.codes[index] ?? '', token, wish.pace),
      ) ?? []),
    ]);
    for (const screen of screens) screen.leave();
    const checks = await logChecks(api, crowds, tally);
    const memoryMb = (await own?.memoryMb()) ?? null;
    return rehearsalReportOf(tally, {
      sessions: codes.length,
      asked: codes.length * wish.delegates,
      quiet,
      checks,
      memoryMb,
    });
  } finally {
    await Promise.all(crowds.map((crowd) => crowd.close()));
    await own?.close();
  }
}

/** How long an order takes where nobody else plays; nothing, with a sentence, where the server opens no practice now. */
export async function quietTimes(
  origin: string,
  api: RehearsalApi,
  told: TellRehearsal,
): Promise<readonly number[]> {
  try {
    return await quietAcks(origin, api);
  } catch (error) {
    if (!(error instanceof ApiNo) || error.code === 'offline') throw error;
    told(`There is no quiet table to compare with: ${error.message}.`);
    return [];
  }
}

async function opened(
  own: OwnServer,
  api: RehearsalApi,
  wish: RehearsalWish,
): Promise<{ readonly codes: readonly string[]; readonly hosts: readonly string[] }> {
  const cookie = await api.enterHost(own.secret);
  const codes: string[] = [];
  const hosts: string[] = [];
  for (let session = 0; session < wish.sessions; session++) {
    const { scenario, plan, delegates } = wish;
    // All of them come from this computer, so the server must expect that many.
    const entry = { ...OPEN_ENTRY, expected: Math.max(1, delegates) };
    const code = await api.open(cookie, { scenario, plan, entry });
    codes.push(code);
    hosts.push((await api.hostPass(cookie, code)).token);
  }
  return { codes, hosts };
}
