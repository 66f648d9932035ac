import { at } from '../lib/at.ts';
import { HOLD, type Order } from '../model/actions.ts';
import { isSameCircle } from '../model/sameCircle.ts';
import type { BlocId, SeatId, World } from '../model/world.ts';
import type { Digest } from '../log/chain.ts';
import type { LogLine, SessionLog } from '../log/line.ts';
import { foldLine, replay } from '../log/replay.ts';
import type { Actor } from '../session/vocabulary/actors.ts';
import type { CommandType } from '../session/vocabulary/commands.ts';
import type { SeatState, SessionState } from '../session/vocabulary/state.ts';
import type { SubmitRefusal } from './answers.ts';
import { LocalSession } from './localSession.ts';

/** What is different from the record: the orders of some seats in one round, counted from 1. */
export interface BranchChange {
  readonly round: number;
  readonly orders: Readonly<Record<SeatId, Order>>;
}

/** A recorded command that the changed world refuses. An order became *hold* instead; everything else is left out. */
export interface LeftOut {
  /** Number of the line in the record. */
  readonly seq: number;
  readonly actor: Actor;
  readonly command: CommandType;
  readonly refusal: SubmitRefusal['code'];
}

/** A branch of a record: the session with the change, and what of the record could not follow. */
export interface Branch {
  readonly session: LocalSession;
  readonly leftOut: readonly LeftOut[];
}

/** Why there is no branch: the record has not resolved that round, or the rules refuse the changed order of a seat. */
export type BranchFault =
  | { readonly code: 'roundNotPlayed' }
  | { readonly code: 'orderRefused'; readonly seat: SeatId; readonly refusal: SubmitRefusal['code'] };

/** The record with the change, up to the line that resolves the round; `closing` is that line's place in `lines`. */
export interface Fork {
  readonly session: LocalSession;
  readonly closing: number;
}

/**
 * The record up to the end of a round with the changed orders in place, the round resolved. Without a change it equals the record
 * to the last byte.
 */
export function forkAfter(log: SessionLog, change: BranchChange, digest: Digest): Fork | BranchFault {
  const closing = closingLine(log.lines, change.round);
  if (closing === null) return { code: 'roundNotPlayed' };
  const { header, texts } = log;
  const session = new LocalSession({ header, digest, lines: log.lines.slice(0, closing), texts });
  const line = at(log.lines, closing);
  session.atMs = line.at;
  for (const [seat, order] of Object.entries(change.orders)) {
    const refusal = seal(session, seat, order, change.round);
    if (refusal !== null) return { code: 'orderRefused', seat, refusal };
  }
  session.judge(line.actor, line.key, line.command);
  return { session, closing };
}

/**
 * The record with the change, everybody else as recorded to the end: every later command is judged again at its own time. Without a
 * change it equals the record to the last byte. Chance is addressed, so what differs is due to the change.
 */
export function branchAsRecorded(
  log: SessionLog,
  change: BranchChange,
  digest: Digest,
): Branch | BranchFault {
  const fork = forkAfter(log, change, digest);
  if ('code' in fork) return fork;
  const { session, closing } = fork;
  const leftOut: LeftOut[] = [];
  let recorded = at(
    replay({ header: log.header, lines: log.lines.slice(0, closing + 1) }).states,
    closing + 1,
  );
  for (const line of log.lines.slice(closing + 1)) {
    const fault = follow(session, line, recorded);
    if (fault !== null) leftOut.push(fault);
    recorded = foldLine(recorded, line);
  }
  return { session, leftOut };
}

/** The place of the line that resolved a round in the attempt that counts; null if the record did not get that far. */
function closingLine(lines: readonly LogLine[], round: number): number | null {
  const resolves = ({ events }: LogLine): boolean =>
    events.some((event) => event.type === 'roundResolved' && event.round === round);
  const place = lines.findLastIndex(resolves);
  if (place < 0) return null;
  const isUndone = lines
    .slice(place + 1)
    .some(({ events }) => events.some((event) => event.type === 'roundRewound' && event.toRound <= round));
  return isUndone ? null : place;
}

/** Judges a recorded command in the branch; the fault if it could not be followed. */
function follow(session: LocalSession, line: LogLine, recorded: SessionState): LeftOut | null {
  session.atMs = line.at;
  const { actor, key, command, seq } = line;
  const translated =
    command.type === 'sealOrders'
      ? { ...command, order: inTheseBlocs(command.order, recorded, session.state) }
      : command;
  const outcome = session.judge(actor, key, translated);
  if (outcome.ok) return null;
  if (command.type === 'sealOrders') session.judge(actor, key, { ...command, order: HOLD });
  return { seq, actor, command: command.type, refusal: outcome.refusal.code };
}

/**
 * Seals an order in place of the recorded one: by the seat's bot or its head of delegation, or by a bot for a moment where only a
 * majority may. The refusal if the rules do not allow the order.
 */
function seal(
  session: LocalSession,
  seat: SeatId,
  order: Order,
  round: number,
): SubmitRefusal['code'] | null {
  const chair = session.state.seats.find(({ id }) => id === seat);
  if (chair === undefined) return 'unknownSeat';
  const key = `what-if-${round}-${seat}`;
  const sealed = session.judge(speakerFor(chair), `${key}-seal`, { type: 'sealOrders', order });
  if (sealed.ok) return null;
  if (sealed.refusal.code !== 'majoritySeals') return sealed.refusal.code;
  const server: Actor = { kind: 'server' };
  session.judge(server, `${key}-cover`, { type: 'coverSeat', seat, disposition: 'hold' });
  const bot: Actor = { kind: 'bot', seat, disposition: 'hold' };
  const again = session.judge(bot, `${key}-bot`, { type: 'sealOrders', order });
  session.judge(server, `${key}-back`, { type: 'handBackSeat', seat });
  return again.ok ? null : again.refusal.code;
}

function speakerFor({ id: seat, bot, delegates }: SeatState): Actor {
  if (bot !== null) return { kind: 'bot', seat, disposition: bot };
  const head = delegates.find(({ role }) => role === 'head') ?? delegates[0];
  return head === undefined
    ? { kind: 'bot', seat, disposition: 'hold' }
    : { kind: 'delegate', delegate: head.id, seat };
}

/** The order with the bloc that it names in the record named as the branch numbers it; unchanged if the branch has no such bloc. */
function inTheseBlocs(order: Order, recorded: SessionState, { world }: SessionState): Order {
  if (!('bloc' in order) || order.bloc === undefined) return order;
  return { ...order, bloc: sameBloc(recorded.world, world, order.bloc) };
}

function sameBloc(recorded: World, world: World, id: BlocId): BlocId {
  const meant = recorded.blocs.find((bloc) => bloc.id === id);
  if (meant === undefined) return id;
  const inPlace = world.blocs.find((bloc) => bloc.id === id);
  if (inPlace !== undefined && isSameCircle(inPlace, meant)) return id;
  return world.blocs.find((bloc) => isSameCircle(bloc, meant))?.id ?? id;
}
