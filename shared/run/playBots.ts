import { keepingWord } from '../bots/promisedOrders.ts';
import { mayTellOfDialogue } from '../bots/parley.ts';
import { promisedBridge } from '../bots/aims.ts';
import { readingOf } from '../bots/reading.ts';
import { chanceFor } from '../bots/chance.ts';
import { dispositionOf } from '../bots/dispositions.ts';
import { keepingDialogues } from '../bots/speech.ts';
import { HOLD, type Order } from '../model/actions.ts';
import { maxTargets } from '../model/legality.ts';
import type { DispositionId } from '../session/vocabulary/actors.ts';
import { circumstancesNow } from '../session/topics/agreements/circumstances.ts';
import { bindingIn } from '../session/topics/agreements/pledges.ts';
import { barredByCharter } from '../session/topics/blocRules.ts';
import { attemptSeed } from '../session/topics/round.ts';
import type { SeatState, SessionState } from '../session/vocabulary/state.ts';
import { sightOf } from '../session/view.ts';
import { agreementsOpenTo } from '../session/views/agreements.ts';
import { bargainForBots, speaksForSeat } from './botBargains.ts';
import { deckNow, keepingSpoken, parleySight } from './botParley.ts';
import { talkForBots } from './botTalk.ts';
import { heardBy, sayAsBot } from './keptTalk.ts';
import type { RunningSession } from './runningSession.ts';
import type { SubmitRefusal } from './answers.ts';

/** A bot whose order the rules did not accept: a fault of its character. */
export interface RefusedBot {
  readonly seat: SeatState;
  readonly refusal: SubmitRefusal['code'];
}

/** Lets every bot sign, propose, announce and answer, as far as the phase allows. */
export async function negotiateForBots(session: RunningSession, isStopped: () => boolean): Promise<void> {
  await bargainForBots(session, isStopped);
  await talkForBots(session, (seat) => botOrder(session, seat), isStopped);
}

/** Seals for every bot that has not sealed yet, one after another. False if one could not be stored and should try again. */
export async function sealForBots(
  session: RunningSession,
  onRefused: (refused: RefusedBot) => void = () => undefined,
  isStopped: () => boolean = () => false,
): Promise<boolean> {
  for (let seat = nextUnsealed(session); seat !== null; seat = nextUnsealed(session)) {
    if (isStopped()) return true;
    if (!(await sealFor(session, seat, onRefused))) return false;
  }
  return true;
}

function nextUnsealed(session: RunningSession): SeatState | null {
  const { state } = session;
  if (state.phase.name !== 'decision' || state.paused !== null || session.isStopped) return null;
  return state.seats.find(({ id, bot }) => bot !== null && !Object.hasOwn(state.sealed, id)) ?? null;
}

/** Whether the seat has sealed now, or no longer needs to. */
async function sealFor(
  session: RunningSession,
  seat: SeatState,
  onRefused: (refused: RefusedBot) => void,
): Promise<boolean> {
  const opened = session.phaseOpenedAt;
  for (const [attempt, order] of [botOrder(session, seat), HOLD].entries()) {
    const outcome = await session.submit(
      { kind: 'bot', seat: seat.id, disposition: seat.bot ?? 'hold' },
      `seal-${session.headSeq}-${attempt}`,
      { type: 'sealOrders', order },
      () => session.phaseOpenedAt === opened,
    );
    if (outcome.ok) await proposeDialogue(session, seat, order);
    if (outcome.ok || session.phaseOpenedAt !== opened) return true;
    if (outcome.refusal.code === 'seatNotCovered') return true;
    if (outcome.refusal.code === 'notStored' || outcome.refusal.code === 'sessionPaused') return false;
    onRefused({ seat, refusal: outcome.refusal.code });
  }
  return false;
}

/** The characters that announce a sealed dialogue to its partners; the others let the partners find out. */
const outspoken: readonly DispositionId[] = [
  'unconditional-cooperator',
  'conditional-cooperator',
  'generous-reciprocator',
  'hedger',
  'bridge',
];

/** Tells the people at the target seats of a dialogue, in private and in a set phrase. Stays silent while talk is closed. */
async function proposeDialogue(session: RunningSession, seated: SeatState, order: Order): Promise<void> {
  const { id, bot } = seated;
  if (!speaksForSeat(session.state, seated)) return;
  if (bot === null || order.action !== 'dialogue' || !outspoken.includes(bot)) return;
  const { world, attempt, seats } = session.state;
  const opened = session.phaseOpenedAt;
  for (const target of order.targets) {
    if (seats.find((seat) => seat.id === target)?.bot !== null) continue;
    const sight = parleySight(session, seated, order);
    if (sight === null || !mayTellOfDialogue(sight, target)) continue;
    const channel = { kind: 'bilateral', with: target } as const;
    await sayAsBot(
      session,
      { kind: 'bot', seat: id, disposition: bot },
      `dialogue-${world.round + 1}-${attempt}-${target}`,
      { type: 'say', channel, text: null, phrase: 'proposeDialogue', mentions: [] },
      () => session.phaseOpenedAt === opened,
    );
  }
}

/** How often a bot tries again when a charter bars its choice. */
const SECOND_THOUGHTS = 12;

/**
 * The order that a character wants and its charters allow: it draws again after a barred order, and holds if it wants nothing
 * else.
 */
function unbarredOrder(state: SessionState, seat: string, wish: () => Order): Order {
  for (let thought = 0; thought < SECOND_THOUGHTS; thought += 1) {
    const order = wish();
    if (barredByCharter(state, seat, order) === null) return order;
  }
  return HOLD;
}

/** The order of the character in a seat. Its random numbers depend on the session, the round, the attempt and the seat only. */
function botOrder(session: RunningSession, seat: SeatState): Order {
  const { state } = session;
  const index = state.seats.indexOf(seat);
  const seed = attemptSeed(state.basis.seed, state.attempt);
  const chance = chanceFor(seed, state.world.round + 1, index);
  const bot = seat.bot ?? 'hold';
  const round = state.world.round + 1;
  const wished = unbarredOrder(state, seat.id, () => dispositionOf(bot)(sightOf(state, index), chance));
  const heard = heardBy(session, seat.id);
  const talked = keepingDialogues(wished, { seat: seat.id, heard, reach: maxTargets(state.seats.length) });
  const order = keepingSpoken(session, seat, talked);
  const inForce = bindingIn(agreementsOpenTo(state, seat.id), round).filter(({ parties }) =>
    parties.includes(seat.id),
  );
  const { open } = deckNow(state, index);
  const about = circumstancesNow(state);
  const bridgeFor = (towards: string | null): Order | null =>
    promisedBridge(readingOf(sightOf(state, index)), towards);
  return keepingWord(bot, order, { inForce, round, seat: seat.id, open, about, bridgeFor });
}
