import { keepingWord } from '#shared/bots/promisedOrders.ts';
import { mayTellOfDialogue } from '#shared/bots/parley.ts';
import { chanceFor } from '#shared/bots/chance.ts';
import { dispositionOf } from '#shared/bots/dispositions.ts';
import { keepingDialogues } from '#shared/bots/speech.ts';
import { HOLD, type Order } from '#shared/model/actions.ts';
import { maxTargets } from '#shared/model/legality.ts';
import type { DispositionId } from '#shared/session/vocabulary/actors.ts';
import { circumstancesNow } from '#shared/session/topics/agreements/circumstances.ts';
import { bindingIn } from '#shared/session/topics/agreements/pledges.ts';
import { barredByCharter } from '#shared/session/topics/blocRules.ts';
import { attemptSeed } from '#shared/session/topics/round.ts';
import type { SeatState, SessionState } from '#shared/session/vocabulary/state.ts';
import { sightOf } from '#shared/session/view.ts';
import { agreementsOpenTo } from '#shared/session/views/agreements.ts';
import { bargainForBots, speaksForSeat } from './botBargains.ts';
import { deckNow, keepingSpoken, parleySight } from './botParley.ts';
import { talkForBots } from './botTalk.ts';
import { heardBy, sayAsBot } from './keptTalk.ts';
import type { LiveSession } from './session.ts';
import type { ServerLog } from '../lib/serverLog.ts';

/** How long after a failed write the bots try again. */
const RETRY_MS = 1000;

/**
 * Plays the bots of a session: when decisions open (or a bot takes over a seat during one), each unsealed bot seat seals its
 * character's order, by the same command as people. Returns the way to stop.
 */
export function keepBots(session: LiveSession, log: ServerLog): () => void {
  let isStopped = false;
  let isPlaying = false;
  let isDue = false;
  let timer: NodeJS.Timeout | undefined;
  const play = async (): Promise<void> => {
    isDue = true;
    if (isPlaying || isStopped) return;
    isPlaying = true;
    let isDone = true;
    // An offer that arrives while they play is answered in the next turn.
    while (isDue) {
      isDue = false;
      await negotiateForBots(session, () => isStopped);
      isDone = await sealForBots(session, log, () => isStopped);
    }
    isPlaying = false;
    if (!isDone) timer = setTimeout(() => void play(), RETRY_MS).unref();
  };
  const unsubscribe = session.subscribe(() => void play());
  void play();
  return () => {
    isStopped = true;
    clearTimeout(timer);
    unsubscribe();
  };
}

/** Lets every bot sign, propose, announce and answer, as far as the phase allows. */
export async function negotiateForBots(session: LiveSession, isStopped: () => boolean): Promise<void> {
  await bargainForBots(session, isStopped);
  await talkForBots(session, (seat) => botOrder(session, seat), isStopped);
}

/** Seals for every bot that has not sealed yet, one after another. False if one could not be stored and should try again. */
export async function sealForBots(
  session: LiveSession,
  log: ServerLog,
  isStopped: () => boolean = () => false,
): Promise<boolean> {
  for (let seat = nextUnsealed(session); seat !== null; seat = nextUnsealed(session)) {
    if (isStopped()) return true;
    if (!(await sealFor(session, seat, log))) return false;
  }
  return true;
}

function nextUnsealed(session: LiveSession): SeatState | null {
  const { state } = session;
  if (state.phase.name !== 'decision' || state.paused !== null || session.isStopped) return null;
  return state.seats.find(({ id, bot }) => bot !== null && !Object.hasOwn(state.sealed, id)) ?? null;
}

/** Whether the seat has sealed now, or no longer needs to. */
async function sealFor(session: LiveSession, seat: SeatState, log: ServerLog): Promise<boolean> {
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
    log.warn(
      { session: session.id, disposition: seat.bot, refusal: outcome.refusal.code },
      'a bot was refused',
    );
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
async function proposeDialogue(session: LiveSession, seated: SeatState, order: Order): Promise<void> {
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
function botOrder(session: LiveSession, seat: SeatState): Order {
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
  return keepingWord(bot, order, { inForce, round, seat: seat.id, open, about: circumstancesNow(state) });
}
