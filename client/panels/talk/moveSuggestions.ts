import type { SeatId } from '#shared/model/world.ts';
import { sameJson } from '#shared/lib/sameJson.ts';
import type { MessageView, View } from '#shared/session/views/tableView.ts';
import {
  isProposal,
  setsCondition,
  type SpokenFact,
  type TalkMove,
} from '#shared/session/vocabulary/moves.ts';
import type { Channel } from '#shared/session/vocabulary/talk.ts';
import { factsAbout, measureOn } from './spokenOptions.ts';
import type { Thread } from './talkThreads.ts';

/** The most suggested sentences at once. */
const MOST = 6;

/**
 * Whole sentences suggested by what has just happened, the most urgent first: an answer, a protest, a way out of a measure, a
 * common step.
 */
export function suggestionsFor(view: View, thread: Thread): readonly TalkMove[] {
  const { own, card } = view;
  const { channel, messages } = thread;
  if (own === null || channel.kind === 'delegation') return [];
  const to = channel.kind === 'bilateral' ? channel.with : null;
  const all = [
    ...answersTo(view, lastToMe(view, messages)),
    ...(to === null ? publicly(view) : between(view, own.seat, to)),
  ];
  const allowed = all.filter((move) => card.talkLevel !== 'plainMoves' || !setsCondition(move));
  const said = messages.filter(({ seat, round }) => seat === own.seat && round === view.table.round);
  return allowed.filter((move) => !said.some((message) => sameJson(message.move, move))).slice(0, MOST);
}

/** The last move that another seat addressed to the own one, unless the own seat has spoken to it since. */
function lastToMe(
  { own }: View,
  messages: readonly MessageView[],
): (MessageView & { move: TalkMove }) | null {
  const last = messages.findLast(
    ({ seat, move }) => move !== null && (seat === own?.seat || move.to === own?.seat),
  );
  if (!last || last.move === null || last.seat === null || last.seat === own?.seat) return null;
  return { ...last, move: last.move };
}

/** The possible answers to a move. */
export function answersTo(
  view: View,
  message: Pick<MessageView, 'seat' | 'move'> | null,
): readonly TalkMove[] {
  const to = message?.seat ?? null;
  const move = message?.move ?? null;
  if (to === null || move === null) return [];
  if (isProposal(move)) {
    const reason = { why: 'plain', code: 'otherPlans' } as const;
    return [
      { kind: 'agree', to, about: move },
      { kind: 'refuse', to, about: move, reason },
      { kind: 'undecided', to, about: move, reason: null },
    ];
  }
  if (move.kind === 'question') return answersToQuestion(view, to);
  if (move.kind !== 'reproach') return [];
  const deed = { does: 'act', action: 'dialogue', target: to } as const;
  return [
    { kind: 'amends', to, deed, round: view.table.round },
    { kind: 'reason', to, reason: { why: 'plain', code: 'threat' } },
  ];
}

function answersToQuestion(view: View, to: SeatId): readonly TalkMove[] {
  const { round } = view.table;
  return [
    { kind: 'announce', to, deed: { does: 'act', action: 'dialogue', target: to }, round },
    { kind: 'reason', to, reason: { why: 'plain', code: 'interest' } },
    { kind: 'reason', to, reason: { why: 'plain', code: 'secret' } },
  ];
}

function between(view: View, me: SeatId, to: SeatId): readonly TalkMove[] {
  const { round } = view.table;
  const next = Math.min(round + 1, view.card.plan.rounds);
  const lift = { does: 'act', action: 'roll-back', target: me } as const;
  const talk = { does: 'act', action: 'dialogue', target: to } as const;
  const spare = { does: 'refrain', action: 'restrict', target: me } as const;
  const spareThem = { does: 'refrain', action: 'restrict', target: to } as const;
  const hurt = factsAbout(view, to).find((fact) => isAgainst(fact, me));
  return [
    ...(measureOn(view, to, me)
      ? [{ kind: 'offer', to, ifYou: lift, thenWe: talk, byRound: next } as const]
      : []),
    ...(hurt === undefined ? [] : [{ kind: 'question', to, about: { ask: 'why', fact: hurt } } as const]),
    { kind: 'ask', to, deed: { does: 'act', action: 'dialogue', target: me }, round },
    { kind: 'offer', to, ifYou: spare, thenWe: spareThem, byRound: next },
    { kind: 'question', to, about: { ask: 'plans', round } },
    { kind: 'question', to, about: { ask: 'terms', agreement: null } },
  ];
}

function publicly(view: View): readonly TalkMove[] {
  const { round } = view.table;
  const me = view.own?.seat ?? '';
  const commit = { does: 'act', action: 'commit', target: null } as const;
  const protests = view.card.seats.flatMap(({ id: to }): TalkMove[] => {
    if (to === me) return [];
    const fact = factsAbout(view, to).find((one) => one.fact !== 'measure' && isAgainst(one, me));
    return fact === undefined ? [] : [{ kind: 'reproach', to, fact }];
  });
  return [
    ...protests.slice(0, 2),
    { kind: 'announce', to: null, deed: commit, round },
    { kind: 'ask', to: null, deed: commit, round },
    { kind: 'ask', to: null, deed: { does: 'refrain', action: 'restrict', target: null }, round },
  ];
}

/** Whether a fact is a blow to a seat. */
function isAgainst(fact: SpokenFact, me: SeatId): boolean {
  if (fact.fact === 'measure') return fact.on === me;
  const isBlow = fact.fact === 'order' && (fact.action === 'restrict' || fact.action === 'build-force');
  return fact.fact === 'broken' || (isBlow && fact.target === me);
}

/** The states that a message of a move names beside its words: in the plenary, the addressee. */
export function mentionsOf(channel: Channel, move: TalkMove): readonly SeatId[] {
  return channel.kind === 'plenary' && move.to !== null ? [move.to] : [];
}
