import { familyOf, type Order } from '../model/actions.ts';
import type { SeatId } from '../model/world.ts';
import type { DispositionId } from '../session/vocabulary/actors.ts';
import type { CommandOf } from '../session/vocabulary/commands.ts';
import type { Channel, Message, PhraseId } from '../session/vocabulary/talk.ts';

/** What a bot may know when it speaks: what its seat has heard this round, and what it means to do itself. */
export interface SpeechSight {
  readonly seat: SeatId;
  /** Seats that people play: bots answer them, never each other. */
  readonly people: readonly SeatId[];
  /** What this seat has heard this round, its own words included, in order. */
  readonly heard: readonly Message[];
  /** The order it will seal if nothing changes, or has sealed. */
  readonly order: Order;
  readonly hasSealed: boolean;
  readonly negotiating: boolean;
  /** Most states that one order may name. */
  readonly reach: number;
  /** People whom it has told, in whatever round, which words it understands. */
  readonly told: readonly SeatId[];
}

/** A manner of speaking. */
export type Temper = 'kind' | 'wary' | 'hard' | 'bluffing' | 'silent';

/** How each character speaks: the kind say what they will do, the wary less, the hard refuse, a free-rider promises lightly. */
const tempers: Readonly<Record<DispositionId, Temper>> = {
  'unconditional-cooperator': 'kind',
  'conditional-cooperator': 'kind',
  'generous-reciprocator': 'kind',
  bridge: 'kind',
  hedger: 'wary',
  'worst-case-planner': 'hard',
  'free-rider': 'bluffing',
  'camp-builder': 'hard',
  securitizer: 'hard',
  random: 'wary',
  hold: 'silent',
  'look-ahead': 'wary',
};

/** How a character speaks. */
export function temperOf(disposition: DispositionId): Temper {
  return tempers[disposition];
}

/** Most answers of one bot to one state in a round, so that no chat of machines drowns the table. */
const MOST_ANSWERS = 4;

/**
 * What a bot says next, in a set phrase, or null: whoever means to commit says so to all before decisions, and a person who
 * speaks to a bot, or names it, is answered once. Pure, without dice.
 */
export function speechOf(disposition: DispositionId, sight: SpeechSight): CommandOf<'say'> | null {
  const temper = tempers[disposition];
  const told = tellingWhatItReads(sight);
  if (told !== null || temper === 'silent') return told;
  return announcement(temper, sight) ?? answerTo(temper, sight);
}

/** A bot reads no free words. Who writes them to it is told once, where they were written, what it does understand. */
function tellingWhatItReads(sight: SpeechSight): CommandOf<'say'> | null {
  const written = sight.heard.find(
    (message) =>
      isFreeWords(message) &&
      message.seat !== null &&
      sight.people.includes(message.seat) &&
      !sight.told.includes(message.seat) &&
      isForMe(sight, message),
  );
  const person = written?.seat ?? null;
  if (written === undefined || person === null) return null;
  return written.to === null
    ? saying({ kind: 'plenary' }, 'readsSentences', [person])
    : saying({ kind: 'bilateral', with: person }, 'readsSentences', []);
}

function isFreeWords({ text, phrase, coded }: Message): boolean {
  return text !== null && phrase === null && coded !== true;
}

/** The kind announce the commitment they mean to make; a free-rider announces one it may not. */
function announcement(temper: Temper, sight: SpeechSight): CommandOf<'say'> | null {
  const means = sight.order.action === 'commit' || temper === 'bluffing';
  if (!sight.negotiating || !means || temper === 'hard') return null;
  if (mine(sight).some(({ phrase, to }) => to === null && phrase === 'weWillCommit')) return null;
  // It promises only where others have begun: alone its word would move nobody.
  const others = sight.heard.some(
    ({ phrase, to, seat }) => to === null && phrase === 'weWillCommit' && seat !== sight.seat,
  );
  if (temper === 'bluffing' && !others) return null;
  return saying({ kind: 'plenary' }, 'weWillCommit', []);
}

/** The answer to the last unanswered words of a person that were meant for this seat. */
function answerTo(temper: Temper, sight: SpeechSight): CommandOf<'say'> | null {
  for (const message of sight.heard.toReversed()) {
    const { seat } = message;
    if (seat === null || !sight.people.includes(seat) || !isForMe(sight, message)) continue;
    if (isAnswered(sight, message, seat)) continue;
    const phrase = reply(temper, sight, message.phrase, seat);
    if (phrase === null) continue;
    return message.to === null
      ? saying({ kind: 'plenary' }, phrase, [seat])
      : saying({ kind: 'bilateral', with: seat }, phrase, []);
  }
  return null;
}

function isForMe({ seat }: SpeechSight, { channel, mentions }: Message): boolean {
  if (channel.kind === 'bilateral') return channel.with === seat;
  return channel.kind === 'plenary' && mentions.includes(seat);
}

/** Later words of this bot to that state answer everything before; past the limit all counts as answered. */
function isAnswered(sight: SpeechSight, { id, to }: Message, person: SeatId): boolean {
  const answers = mine(sight).filter((own) =>
    to === null ? own.to === null && own.mentions.includes(person) : own.to?.includes(person),
  );
  return answers.length >= MOST_ANSWERS || answers.some((own) => own.id > id);
}

function mine({ heard, seat }: SpeechSight): readonly Message[] {
  return heard.filter((message) => message.seat === seat);
}

/** What each phrase is answered with; thanks and consent are left to stand. */
function reply(temper: Temper, sight: SpeechSight, phrase: PhraseId | null, from: SeatId): PhraseId | null {
  switch (phrase) {
    case 'proposeDialogue':
      return willTalk(temper, sight, from) ? 'agree' : 'cannotAgree';
    case 'commitWithUs':
      return sight.order.action === 'commit' || temper === 'bluffing' ? 'agree' : 'cannotAgree';
    case 'askRestraint':
    case 'feelThreatened':
      return strikes(sight.order, from) || temper === 'hard' ? 'feelThreatened' : 'willNotRestrict';
    case 'liftMeasures':
      return sight.order.action === 'roll-back' ? 'agree' : 'cannotAgree';
    case 'proposeGroup':
      return sight.order.action === 'join-functional' ? 'agree' : 'cannotAgree';
    case 'agree':
    case 'cannotAgree':
    case 'thankYou':
    case 'readsSentences':
    case null:
      return null;
    case 'offerCapacity':
    case 'weWillCommit':
    case 'willNotRestrict':
      return 'thankYou';
  }
}

function strikes(order: Order, seat: SeatId): boolean {
  const targets = order.action === 'restrict' || order.action === 'build-force' ? order.targets : undefined;
  return targets?.includes(seat) ?? false;
}

/** Whether it will answer a dialogue: it means to already, or it is kind, free to turn to somebody else, and has not sealed. */
function willTalk(temper: Temper, sight: SpeechSight, from: SeatId): boolean {
  const { order } = sight;
  if (order.action === 'dialogue' && order.targets.includes(from)) return true;
  return (
    temper === 'kind' && !sight.hasSealed && isFreeToTalk(order) && agreedWith(sight).length < sight.reach
  );
}

/** A cooperative order that promises nothing to all can give way to a dialogue. */
export function isFreeToTalk({ action }: Order): boolean {
  return familyOf[action] === 'cooperate' && action !== 'commit' && action !== 'roll-back';
}

/** The states to which this seat has said yes when they proposed a dialogue this round. */
function agreedWith(sight: Pick<SpeechSight, 'seat' | 'heard'>): readonly SeatId[] {
  const { seat, heard } = sight;
  const agreed = heard.flatMap(({ id, channel, seat: speaker, phrase }) => {
    if (speaker !== seat || phrase !== 'agree' || channel.kind !== 'bilateral') return [];
    const other = channel.with;
    const asked = heard.findLast(
      (one) => one.id < id && one.seat === other && one.channel.kind === 'bilateral',
    );
    return asked?.phrase === 'proposeDialogue' ? [other] : [];
  });
  return [...new Set(agreed)];
}

/** The order of a bot that keeps the dialogues it has said yes to. */
export function keepingDialogues(
  order: Order,
  { seat, heard, reach }: Pick<SpeechSight, 'seat' | 'heard' | 'reach'>,
): Order {
  const agreed = agreedWith({ seat, heard });
  if (agreed.length === 0 || (!isFreeToTalk(order) && order.action !== 'dialogue')) return order;
  const others = order.action === 'dialogue' ? order.targets : [];
  return { action: 'dialogue', targets: [...new Set([...agreed, ...others])].slice(0, reach) };
}

function saying(channel: Channel, phrase: PhraseId, mentions: readonly SeatId[]): CommandOf<'say'> {
  return { type: 'say', channel, text: null, phrase, mentions };
}
