import { HOLD, type Order } from '../model/actions.ts';
import { isSameCircle } from '../model/sameCircle.ts';
import type { BlocId, SeatId, World } from '../model/world.ts';
import type { Digest } from '../log/chain.ts';
import { lineKeyOf, type LogLine, type SessionLog } from '../log/line.ts';
import { foldLine } from '../log/replay.ts';
import { seekable } from '../log/seek.ts';
import type { Actor } from '../session/vocabulary/actors.ts';
import { type BranchChange, changesNothing } from '../session/vocabulary/branching.ts';
import type { Command, CommandType } from '../session/vocabulary/commands.ts';
import type { SeatState, SessionState } from '../session/vocabulary/state.ts';
import type { Outcome, SubmitRefusal } from './answers.ts';
import { branchHeader, chainedTo } from './branchHeader.ts';
import { type BranchFault, type BranchPlan, branchPlan, type OtherOrders, proposedIn } from './branchPlan.ts';
import { LocalSession } from './localSession.ts';

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
  /** The first round that may differ from the record. */
  readonly fromRound: number;
}

/**
 * The record with the change, up to the line that resolves the last round in which the change says what somebody does. Without a
 * change it equals the record to the last byte.
 */
export function forkAfter(log: SessionLog, change: BranchChange, digest: Digest): Branch | BranchFault {
  const plan = branchPlan(log, change);
  return 'code' in plan ? plan : judgedAgain(log, change, plan, plan.closing + 1, digest);
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
  const plan = branchPlan(log, change);
  return 'code' in plan ? plan : judgedAgain(log, change, plan, log.lines.length, digest);
}

/** What of the record is called otherwise in the branch, because something before it is missing there. */
interface Names {
  /** Agreements by their recorded ids; an agreement that the branch does not have is not among those proposed in it. */
  readonly agreements: Map<string, string>;
  /** The state of the record at the line. */
  readonly recorded: SessionState;
}

function judgedAgain(
  log: SessionLog,
  change: BranchChange,
  { from, seals, takesOut }: BranchPlan,
  upTo: number,
  digest: Digest,
): Branch | BranchFault {
  const header = branchHeader(log, change, digest);
  const lines = chainedTo(header, log, from, digest);
  const session = new LocalSession({ header, digest, lines, texts: log.texts });
  const before = log.lines.slice(0, from);
  let recorded = seekable({ header: log.header, lines: before }).stateAt(from);
  const agreements = new Map(recorded.agreements.map(({ id }) => [id, id]));
  const fromRound = session.state.world.round + 1;
  const leftOut: LeftOut[] = [];
  for (const [index, line] of log.lines.slice(from, upTo).entries()) {
    session.atMs = line.at;
    const others = seals.get(from + index);
    const refused = others === undefined ? null : sealAll(session, others);
    if (refused !== null) return refused;
    const fault = takesOut(line) ? null : follow(session, line, { agreements, recorded });
    if (fault !== null && !isReplaced(recorded, line, seals)) leftOut.push(fault);
    recorded = foldLine(recorded, line);
  }
  return { session, leftOut, fromRound: changesNothing(change) ? change.round : fromRound };
}

/** Judges a recorded command in the branch; the fault if it could not be followed. */
function follow(session: LocalSession, line: LogLine, names: Names): LeftOut | null {
  const { actor, key, command, seq } = line;
  const outcome = session.judge(actor, key, renamed(command, names, session.state));
  const proposed = proposedIn(line);
  if (outcome.ok) {
    const made = session.state.agreements.at(-1);
    if (proposed !== null && made !== undefined) names.agreements.set(proposed, made.id);
    return null;
  }
  if (command.type === 'sealOrders') session.judge(actor, key, { ...command, order: HOLD });
  return { seq, actor, command: command.type, refusal: outcome.refusal.code };
}

/** Whether the change seals something else than this recorded order, so that nobody misses it. */
function isReplaced({ phase }: SessionState, line: LogLine, seals: BranchPlan['seals']): boolean {
  if (line.command.type !== 'sealOrders' || !('round' in phase) || !('seat' in line.actor)) return false;
  const { seat } = line.actor;
  return [...seals.values()].some(
    ({ round, orders }) => round === phase.round && seat !== null && Object.hasOwn(orders, seat),
  );
}

/** The command with blocs and agreements as the branch calls them. */
function renamed(command: Command, { agreements, recorded }: Names, state: SessionState): Command {
  if (command.type === 'sealOrders')
    return { ...command, order: inTheseBlocs(command.order, recorded, state) };
  if (!('agreement' in command)) return command;
  return { ...command, agreement: agreements.get(command.agreement) ?? 'none' };
}

function sealAll(session: LocalSession, { round, orders }: OtherOrders): BranchFault | null {
  for (const [seat, order] of Object.entries(orders)) {
    const refusal = seal(session, seat, order, round);
    if (refusal !== null) return { code: 'orderRefused', seat, round, refusal };
  }
  return null;
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
  const give = (actor: Actor, what: string, command: Command): Outcome =>
    session.judge(actor, lineKeyOf(actor, `what-if-${session.headSeq}-${round}-${seat}-${what}`), command);
  const sealed = give(speakerFor(chair), 'seal', { type: 'sealOrders', order });
  if (sealed.ok) return null;
  if (sealed.refusal.code !== 'majoritySeals') return sealed.refusal.code;
  const server: Actor = { kind: 'server' };
  give(server, 'cover', { type: 'coverSeat', seat, disposition: 'hold' });
  const bot: Actor = { kind: 'bot', seat, disposition: 'hold' };
  const again = give(bot, 'bot', { type: 'sealOrders', order });
  give(server, 'back', { type: 'handBackSeat', seat });
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
