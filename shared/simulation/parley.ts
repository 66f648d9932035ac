import { initiativesOf } from '../bots/initiatives.ts';
import { keepingWordsGiven } from '../bots/keptWords.ts';
import type { ParleySight } from '../bots/parleySight.ts';
import { replyTo } from '../bots/replies.ts';
import { at } from '../lib/at.ts';
import type { Order } from '../model/actions.ts';
import type { SeatId } from '../model/world.ts';
import { circumstancesOf } from '../session/topics/agreements/circumstances.ts';
import type { HeardSpoken } from '../session/topics/wordsGiven.ts';
import { type DispositionId, dispositionIds } from '../session/vocabulary/actors.ts';
import type { TalkMove } from '../session/vocabulary/moves.ts';
import type { DecidedRound } from './playGame.ts';

/**
 * Most that a seat says unasked in a round: what a bot says to one person in a phase, for a class has no time to talk with
 * everybody.
 */
const MOST_UNASKED = 3;

/** A round as words are judged by it. */
type Played = ParleySight['played'][number];

/** What has been said in moves and done so far in a simulated game. */
export interface Parley {
  /** By seat index: what it has said or heard that somebody still has to keep, or that was due in the last round. */
  readonly heard: readonly (readonly HeardSpoken[])[];
  /** The rounds played, the first first. */
  readonly played: readonly Played[];
}

/** Nothing said yet. */
export function newParley(seats: number): Parley {
  return { heard: Array.from({ length: seats }, () => []), played: [] };
}

/** What a round of moves led to. */
export interface Parleyed {
  readonly orders: readonly Order[];
  readonly parley: Parley;
}

/**
 * One round in which seats speak to each other as a bot speaks to a person: each says the three things that press most by its
 * character, to whom they concern, and is answered. Only what gives or accepts a word is kept, for nothing else changes an order.
 * `characters` by seat index; who is no bot of a character, such as a follower of the preview, says nothing and hears nothing.
 *
 * @param wished - the orders that the seats mean to give.
 */
export function speakInMoves(
  characters: readonly string[],
  parley: Parley,
  moment: DecidedRound,
  wished: readonly Order[],
): Parleyed {
  const speakers = characters.map(dispositionNamed);
  const heard = parley.heard.map((mine) => mine.filter((one) => isPending(one, moment.round)));
  const sights = speakers.map((_, seat) => sightAt(moment, seat, at(wished, seat), parley.played, heard));
  for (const [i, speaker] of speakers.entries()) {
    if (speaker !== null) speak(speaker, i, speakers, sights, heard);
  }
  const orders = speakers.map((speaker, seat) => {
    const order = at(wished, seat);
    const { seat: id, heard: mine, played, sight } = at(sights, seat);
    if (speaker === null) return order;
    const { round, open } = sight;
    return keepingWordsGiven(speaker, order, { seat: id, heard: mine, played, round, open });
  });
  return { orders, parley: { heard, played: parley.played } };
}

/** The parley after the orders of a round are known. */
export function afterRound(
  parley: Parley,
  { setting, round }: DecidedRound,
  orders: readonly Order[],
): Parley {
  const bySeat = Object.fromEntries(setting.seats.map(({ id }, seat) => [id, at(orders, seat)]));
  return { ...parley, played: [...parley.played, { round, orders: bySeat }] };
}

function dispositionNamed(character: string): DispositionId | null {
  return dispositionIds.find((id) => id === character) ?? null;
}

/** `heard` is read when the sight is used, so it holds what was said a moment ago. */
function sightAt(
  moment: DecidedRound,
  seat: number,
  order: Order,
  played: readonly Played[],
  heard: readonly (readonly HeardSpoken[])[],
): ParleySight {
  const { setting, world, event, sights } = moment;
  return {
    seat: at(setting.seats, seat).id,
    people: setting.seats.map(({ id }) => id),
    sight: at(sights, seat),
    played,
    heard: at(heard, seat),
    agreements: [],
    objectives: [],
    later: [],
    about: circumstancesOf(world.blocs, setting.seats, event === null ? [] : [event]),
    order,
    hasSealed: false,
    isBanned: false,
    phase: 'negotiation',
    level: 'moves',
    isPrivateOpen: true,
  };
}

/** Something that a seat would say to another, by seat index. */
interface Matter {
  readonly to: number;
  readonly move: TalkMove;
}

function speak(
  speaker: DispositionId,
  from: number,
  speakers: readonly (DispositionId | null)[],
  sights: readonly ParleySight[],
  heard: readonly HeardSpoken[][],
): void {
  const me = at(sights, from);
  const matters = speakers.flatMap((other, to): Matter[] =>
    to === from || other === null
      ? []
      : initiativesOf(speaker, me, at(sights, to).seat).map((move) => ({ to, move })),
  );
  for (const { to, move } of inOrderOfUrgency(me, matters).slice(0, MOST_UNASKED)) {
    const other = at(speakers, to);
    if (other === null) continue;
    const you = at(sights, to);
    const both = [at(heard, from), at(heard, to)];
    const reply = replyTo(other, you, { from: me.seat, move, hearers: [me.seat, you.seat] });
    hear(both, me, you.seat, move);
    if (reply !== null) hear(both, you, me.seat, reply);
  }
}

/** Kinds of what is said unasked, the most pressing first, as a bot says them to one person. */
const urgencies: readonly TalkMove['kind'][] = ['reproach', 'warn', 'amends', 'offer', 'ask'];

/** The most pressing first; of what presses alike, what is for the heaviest state. */
function inOrderOfUrgency({ sight }: ParleySight, matters: readonly Matter[]): readonly Matter[] {
  const weight = ({ to }: Matter): number => at(sight.setting.seats, to).weight;
  const urgency = ({ move }: Matter): number => urgencies.indexOf(move.kind);
  return matters.toSorted((a, b) => urgency(a) - urgency(b) || weight(b) - weight(a) || a.to - b.to);
}

/** Keeps a move by which somebody gives their word, at both ends of the line. */
function hear(lists: readonly HeardSpoken[][], from: ParleySight, to: SeatId, move: TalkMove): void {
  if (move.kind !== 'agree' && move.kind !== 'announce' && move.kind !== 'amends') return;
  for (const list of lists) list.push(spoken(from, to, move, list.length + 1));
}

function spoken({ seat, sight }: ParleySight, to: SeatId, move: TalkMove, id: number): HeardSpoken {
  const message = {
    id,
    round: sight.round,
    phase: 'negotiation',
    channel: { kind: 'bilateral', with: to },
    seat,
    delegate: null,
    to: [seat, to],
    text: null,
    phrase: null,
    mentions: [],
  } as const;
  return { message, text: null, phrase: null, move };
}

/** Whether the word of a move is still to be kept, or was due in the last round, so that it can be held against its speaker. */
function isPending({ move, message }: HeardSpoken, round: number): boolean {
  const due = move === null ? message.round : dueIn(move, message.round);
  return due >= round - 1;
}

function dueIn(move: TalkMove, said: number): number {
  if (move.kind === 'announce' || move.kind === 'amends') return move.round;
  if (move.kind !== 'agree' || move.about === null) return said;
  if (move.about.kind === 'offer') return move.about.byRound;
  return move.about.kind === 'warn' ? said : move.about.round;
}
