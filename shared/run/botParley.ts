import { hasMoves, keepingWordsGiven } from '../bots/keptWords.ts';
import type { ParleySight } from '../bots/parleySight.ts';
import type { Order } from '../model/actions.ts';
import type { SeatId } from '../model/world.ts';
import { circumstancesNow } from '../session/topics/agreements/circumstances.ts';
import { type HeardSpoken, standingTalk } from '../session/topics/wordsGiven.ts';
import { type Deck, deckOf } from '../session/topics/deck.ts';
import { bannedUntil } from '../session/vocabulary/agreements.ts';
import type { SeatState, SessionState } from '../session/vocabulary/state.ts';
import { objectiveViews } from '../session/views/objectives.ts';
import { agreementsOpenTo } from '../session/views/agreements.ts';
import { sightOf } from '../session/view.ts';
import type { RunningSession } from './runningSession.ts';

type Spoken = Pick<RunningSession, 'state' | 'texts'>;

/** What a bot may know when it speaks in moves; null if nobody talks. Assembled field by field from what its seat sees. */
export function parleySight(session: Spoken, seat: SeatState, order: Order): ParleySight | null {
  const { state } = session;
  const phase = state.phase.name;
  if (phase !== 'negotiation' && phase !== 'decision') return null;
  const sealed = state.sealed[seat.id]?.order ?? null;
  return {
    seat: seat.id,
    people: state.seats.filter(({ bot }) => bot === null).map(({ id }) => id),
    sight: sightOf(state, state.seats.indexOf(seat)),
    objectives: objectiveViews(state, state.seats.indexOf(seat)),
    later: deckNow(state, state.seats.indexOf(seat)).later,
    played: state.rounds.map(({ round, orders }) => ({ round, orders })),
    heard: spokenTo(session, seat),
    agreements: agreementsOpenTo(state, seat.id),
    about: circumstancesNow(state),
    order: sealed ?? order,
    hasSealed: sealed !== null,
    isBanned: bannedUntil(state.agreements, seat.id, state.world.round + 1) !== null,
    phase,
    level: state.basis.options.talkLevel,
    isPrivateOpen: state.talk.mode === 'open',
  };
}

/** The cards of the seat with that index, and those it will be dealt. */
export function deckNow({ basis, world }: SessionState, index: number): Deck {
  return deckOf(basis.setting, basis.options.openDeck, world, world.round + 1, index);
}

/** The order of a bot that keeps its word from its moves; unchanged if it made none. */
export function keepingSpoken(session: Spoken, seat: SeatState, order: Order): Order {
  const heard = spokenTo(session, seat);
  if (seat.bot === null || !hasMoves(heard)) return order;
  const { state } = session;
  const { open, round } = sightOf(state, state.seats.indexOf(seat));
  const played = state.rounds.map((record) => ({ round: record.round, orders: record.orders }));
  return keepingWordsGiven(seat.bot, order, { seat: seat.id, heard, played, round, open });
}

/** The people whom a bot has told which words it understands. */
export function toldWhatItReads(session: Spoken, seat: SeatState): readonly SeatId[] {
  const telling = spokenTo(session, seat).filter(
    ({ message, phrase }) => message.seat === seat.id && phrase === 'readsSentences',
  );
  return telling.flatMap(({ message: { to, mentions } }) => to ?? mentions);
}

/** What a seat has heard in the rounds so far. */
function spokenTo({ state, texts }: Spoken, { id }: SeatState): readonly HeardSpoken[] {
  return standingTalk(state, texts.textOf).filter(({ message: { to } }) => to === null || to.includes(id));
}
