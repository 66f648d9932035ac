import { type SpeechSight, speechOf } from '../bots/speech.ts';
import { parleyOf } from '../bots/parley.ts';
import { maxTargets } from '../model/legality.ts';
import type { Order } from '../model/actions.ts';
import type { SeatId } from '../model/world.ts';
import type { SeatState, SessionState } from '../session/vocabulary/state.ts';
import { type ChannelKind, closedBecause } from '../session/vocabulary/talk.ts';
import type { DispositionId } from '../session/vocabulary/actors.ts';
import type { CommandOf } from '../session/vocabulary/commands.ts';
import { parleySight, toldWhatItReads } from './botParley.ts';
import { speaksForSeat } from './botBargains.ts';
import { heardBy, sayAsBot } from './keptTalk.ts';
import type { RunningSession } from './runningSession.ts';
import { isSilent } from '../session/topics/talk.ts';

/** The most that a bot says in one go; the session's next line wakes it again. */
const MOST_AT_ONCE = 4;

/** Lets every bot announce its intentions and answer people, by the same command. Ignores refusals. */
export async function talkForBots(
  session: RunningSession,
  orderOf: (seat: SeatState) => Order,
  isStopped: () => boolean,
): Promise<void> {
  for (const { id } of session.state.seats) {
    for (let step = 0; step < MOST_AT_ONCE && !isStopped(); step += 1) {
      if (!(await talkFor(session, id, orderOf))) break;
    }
  }
}

async function talkFor(
  session: RunningSession,
  id: SeatId,
  orderOf: (seat: SeatState) => Order,
): Promise<boolean> {
  const { state } = session;
  const seat = state.seats.find((candidate) => candidate.id === id);
  if (!seat || seat.bot === null || session.isStopped || !isTalking(state)) return false;
  if (!speaksForSeat(state, seat)) return false;
  const command = wordsOf(session, seat, seat.bot, orderOf(seat));
  if (command === null || closedFor(state, command.channel.kind)) return false;
  const opened = session.phaseOpenedAt;
  const outcome = await sayAsBot(
    session,
    { kind: 'bot', seat: id, disposition: seat.bot },
    `say-${session.headSeq}`,
    command,
    () => session.phaseOpenedAt === opened,
  );
  return outcome.ok;
}

/** Announcements and answers to set phrases first, then moves. */
function wordsOf(
  session: RunningSession,
  seat: SeatState,
  disposition: DispositionId,
  order: Order,
): CommandOf<'say'> | null {
  const speech = speechOf(disposition, speechSight(session, seat, order));
  if (speech !== null) return speech;
  const sight = parleySight(session, seat, order);
  return sight === null ? null : parleyOf(disposition, sight);
}

function isTalking({ phase, paused }: SessionState): boolean {
  return paused === null && (phase.name === 'negotiation' || phase.name === 'decision');
}

function closedFor(state: SessionState, kind: ChannelKind): boolean {
  const { phase, paused, talk } = state;
  const moment = { phase: phase.name, paused: paused !== null, silent: isSilent(state), mode: talk.mode };
  return closedBecause(kind, moment) !== null;
}

/** What a bot may know when it speaks. */
function speechSight(session: RunningSession, seat: SeatState, order: Order): SpeechSight {
  const { state } = session;
  const sealed = state.sealed[seat.id]?.order ?? null;
  return {
    seat: seat.id,
    people: state.seats.filter(({ bot }) => bot === null).map(({ id }) => id),
    heard: heardBy(session, seat.id),
    order: sealed ?? order,
    hasSealed: sealed !== null,
    negotiating: state.phase.name === 'negotiation',
    reach: maxTargets(state.seats.length),
    told: toldWhatItReads(session, seat),
  };
}
