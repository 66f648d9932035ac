import { mixChanceFor } from '#shared/bots/chance.ts';
import { assignMix, type Mix } from '#shared/bots/mixes.ts';
import { newHeader } from '#shared/log/header.ts';
import { assembleLog } from '#shared/log/write.ts';
import type { Scenario } from '#shared/scenario/schema.ts';
import type { Actor } from '#shared/session/vocabulary/actors.ts';
import type { Command } from '#shared/session/vocabulary/commands.ts';
import { planSession } from '#shared/session/open.ts';
import type { SessionState } from '#shared/session/vocabulary/state.ts';
import { negotiateForBots, sealForBots } from '../live/bots.ts';
import { BUILD } from '../config.ts';
import type { ServerLog } from '../lib/serverLog.ts';
import { LiveSession } from '../live/session.ts';
import { timeFrom } from '../lib/serverTime.ts';
import { sha256 } from '../store/digest.ts';
import { HeldLog, type LogKeeper } from '../store/heldLog.ts';
import { CommandFailed } from '../lib/commandFailed.ts';

/** The inputs of a session that bots play. */
export interface PlayInput {
  readonly scenario: Scenario;
  /** Id of one of the scenario's plans. */
  readonly plan: string;
  readonly seed: number;
  readonly mix: Mix;
  /** Whether the bots negotiate: offers, signatures, announcements; by default they do not. */
  readonly talk?: boolean;
}

/** A finished session, with the text of its log. */
export interface PlayedSession {
  readonly log: string;
  readonly state: SessionState;
}

/** Prints errors of the program to the terminal, and no warnings. */
const terminalLog: ServerLog = {
  info: () => undefined,
  warn: () => undefined,
  error: (...facts: readonly unknown[]) => console.error(...facts),
};
const ID = 'play';
const host: Actor = { kind: 'host', host: 'command-line' };

/** Lets bots play a whole session. Time follows the plan instead of the clock, so equal input gives an equal log, byte for byte. */
export async function playSession(input: PlayInput): Promise<PlayedSession> {
  const store = new HeldLog();
  const time = { now: 0 };
  const session = openTable(input, store, time);
  await seatBots(session, input);
  await accepted(session, host, 'start', { type: 'startSession' });
  while (session.state.phase.name !== 'ended') {
    if (input.talk === true) await negotiated(session);
    await sealForBots(session, terminalLog);
    const because = session.state.phase.name === 'decision' ? 'allSealed' : 'deadline';
    if (because === 'deadline') time.now = session.clock.deadlineMs ?? time.now;
    await accepted(session, { kind: 'clock' }, `close-${session.headSeq}`, { type: 'closePhase', because });
  }
  return { log: await logOf(session, store), state: session.state };
}

/** Lets the bots negotiate until none of them adds anything. */
async function negotiated(session: LiveSession): Promise<void> {
  for (let head = -1; head !== session.headSeq; ) {
    head = session.headSeq;
    await negotiateForBots(session, () => false);
  }
}

function openTable(input: PlayInput, store: LogKeeper, time: { readonly now: number }): LiveSession {
  const options = { plan: input.plan, openDeck: false, practice: false, coverEmptySeats: true };
  const basis = planSession({ scenario: input.scenario, options, seed: input.seed });
  return new LiveSession({
    id: ID,
    code: 'PLAYED',
    header: newHeader(basis, { build: BUILD, created: time.now }, sha256),
    lines: [],
    texts: [],
    store,
    log: terminalLog,
    time: timeFrom(() => time.now),
  });
}

async function seatBots(session: LiveSession, { mix, seed }: PlayInput): Promise<void> {
  const { seats } = session.state;
  const characters = assignMix(mix, seats.length, mixChanceFor(seed));
  for (const [index, { id: seat }] of seats.entries()) {
    const disposition = characters[index] ?? 'hold';
    await accepted(session, host, `cover-${seat}`, { type: 'coverSeat', seat, disposition });
  }
}

async function logOf(session: LiveSession, store: LogKeeper): Promise<string> {
  const { header } = session;
  const lines = await store.read(ID);
  const head = lines.at(-1)?.hash ?? header.hash;
  const footer = { end: true, count: lines.length, head, status: 'ended' } as const;
  const texts = lines.map(({ text }) => text);
  return assembleLog(header, texts, footer, []);
}

async function accepted(session: LiveSession, actor: Actor, key: string, command: Command): Promise<void> {
  const outcome = await session.submit(actor, key, command);
  if (!outcome.ok) throw new CommandFailed(`The rules refused ${command.type}: ${outcome.refusal.code}.`);
}
