import { mixChanceFor } from '#shared/bots/chance.ts';
import { assignMix, type Mix } from '#shared/bots/mixes.ts';
import { newHeader } from '#shared/log/header.ts';
import type { Scenario } from '#shared/scenario/schema.ts';
import type { Actor } from '#shared/session/vocabulary/actors.ts';
import type { Command } from '#shared/session/vocabulary/commands.ts';
import { planSession } from '#shared/session/open.ts';
import type { SessionState } from '#shared/session/vocabulary/state.ts';
import { LocalSession } from '#shared/run/localSession.ts';
import { negotiateForBots, type RefusedBot, sealForBots } from '#shared/run/playBots.ts';
import { BUILD } from '../config.ts';
import { sha256 } from '../store/digest.ts';
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

/** Tells the terminal of a bot that the rules refused: a fault of the program. */
function tellTerminal({ seat, refusal }: RefusedBot): void {
  console.error(`The bot ${seat.bot} at ${seat.id} was refused: ${refusal}.`);
}

const host: Actor = { kind: 'host', host: 'command-line' };

/** Lets bots play a whole session. Time follows the plan instead of the clock, so equal input gives an equal log, byte for byte. */
export async function playSession(input: PlayInput): Promise<PlayedSession> {
  const time = { now: 0 };
  const session = openTable(input, time);
  await seatBots(session, input);
  await accepted(session, host, 'start', { type: 'startSession' });
  while (session.state.phase.name !== 'ended') {
    if (input.talk === true) await negotiated(session);
    await sealForBots(session, tellTerminal);
    const because = session.state.phase.name === 'decision' ? 'allSealed' : 'deadline';
    if (because === 'deadline') time.now = session.clock.deadlineMs ?? time.now;
    await accepted(session, { kind: 'clock' }, `close-${session.headSeq}`, { type: 'closePhase', because });
  }
  return { log: session.logText(), state: session.state };
}

/** Lets the bots negotiate until none of them adds anything. */
async function negotiated(session: LocalSession): Promise<void> {
  for (let head = -1; head !== session.headSeq; ) {
    head = session.headSeq;
    await negotiateForBots(session, () => false);
  }
}

function openTable(input: PlayInput, time: { readonly now: number }): LocalSession {
  const options = { plan: input.plan, openDeck: false, practice: false, coverEmptySeats: true };
  const basis = planSession({ scenario: input.scenario, options, seed: input.seed });
  const header = newHeader(basis, { build: BUILD, created: time.now }, sha256);
  return new LocalSession({ header, digest: sha256, now: () => time.now });
}

async function seatBots(session: LocalSession, { mix, seed }: PlayInput): Promise<void> {
  const { seats } = session.state;
  const characters = assignMix(mix, seats.length, mixChanceFor(seed));
  for (const [index, { id: seat }] of seats.entries()) {
    const disposition = characters[index] ?? 'hold';
    await accepted(session, host, `cover-${seat}`, { type: 'coverSeat', seat, disposition });
  }
}

async function accepted(session: LocalSession, actor: Actor, key: string, command: Command): Promise<void> {
  const outcome = await session.submit(actor, key, command);
  if (!outcome.ok) throw new CommandFailed(`The rules refused ${command.type}: ${outcome.refusal.code}.`);
}
