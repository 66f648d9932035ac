import type { Actor, DispositionId } from '../session/vocabulary/actors.ts';
import type { Command } from '../session/vocabulary/commands.ts';
import type { LocalSession } from './localSession.ts';
import { negotiateForBots, type RefusedBot, sealForBots } from './playBots.ts';

/** How a session is played to its end by bots. */
export interface PlayOn {
  /** Whether the bots negotiate: offers, signatures, announcements. */
  readonly talk: boolean;
  /** Is told of a bot whose order the rules refused. */
  readonly onRefused?: (refused: RefusedBot) => void;
}

/** Gives every seat without a bot the character at its place in `characters`. */
export async function coverSeats(
  session: LocalSession,
  characters: readonly DispositionId[],
  host: string,
): Promise<void> {
  for (const [index, { id: seat, bot }] of session.state.seats.entries()) {
    const disposition = characters[index] ?? 'hold';
    if (bot === null)
      await accepted(session, { kind: 'host', host }, `cover-${seat}`, {
        type: 'coverSeat',
        seat,
        disposition,
      });
  }
}

/** Lets the bots of a started session play it to its end. Time follows the plan: no phase takes longer than it may. */
export async function playOn(session: LocalSession, how: PlayOn): Promise<void> {
  while (session.state.phase.name !== 'ended') {
    if (how.talk) await negotiated(session);
    await sealForBots(session, how.onRefused);
    const because = session.state.phase.name === 'decision' ? 'allSealed' : 'deadline';
    if (because === 'deadline') session.atMs = session.clock.deadlineMs ?? session.atMs;
    const key = `close-${session.headSeq}`;
    await accepted(session, { kind: 'clock' }, key, { type: 'closePhase', because });
  }
}

/** Lets the bots negotiate until none of them adds anything. */
async function negotiated(session: LocalSession): Promise<void> {
  for (let head = -1; head !== session.headSeq; ) {
    head = session.headSeq;
    await negotiateForBots(session, () => false);
  }
}

/** Gives a command that the rules accept by design; throws if they refuse it. */
export async function accepted(
  session: LocalSession,
  actor: Actor,
  key: string,
  command: Command,
): Promise<void> {
  const outcome = await session.submit(actor, key, command);
  if (!outcome.ok) throw new Error(`The rules refused ${command.type}: ${outcome.refusal.code}.`);
}
