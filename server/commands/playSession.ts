import { mixChanceFor } from '#shared/bots/chance.ts';
import { assignMix, type Mix } from '#shared/bots/mixes.ts';
import { newHeader } from '#shared/log/header.ts';
import type { Scenario } from '#shared/scenario/schema.ts';
import { planSession } from '#shared/session/open.ts';
import type { SessionState } from '#shared/session/vocabulary/state.ts';
import { LocalSession } from '#shared/run/localSession.ts';
import type { RefusedBot } from '#shared/run/playBots.ts';
import { accepted, coverSeats, playOn } from '#shared/run/playOn.ts';
import { BUILD } from '../config.ts';
import { sha256 } from '../store/digest.ts';

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

const HOST = 'command-line';

/** Lets bots play a whole session. Time follows the plan instead of the clock, so equal input gives an equal log, byte for byte. */
export async function playSession(input: PlayInput): Promise<PlayedSession> {
  const session = openTable(input);
  const { seats } = session.state;
  await coverSeats(session, assignMix(input.mix, seats.length, mixChanceFor(input.seed)), HOST);
  await accepted(session, { kind: 'host', host: HOST }, 'start', { type: 'startSession' });
  await playOn(session, { talk: input.talk === true, onRefused: tellTerminal });
  return { log: session.logText(), state: session.state };
}

function openTable(input: PlayInput): LocalSession {
  const options = { plan: input.plan, openDeck: false, practice: false, coverEmptySeats: true };
  const basis = planSession({ scenario: input.scenario, options, seed: input.seed });
  const header = newHeader(basis, { build: BUILD, created: 0 }, sha256);
  return new LocalSession({ header, digest: sha256 });
}
