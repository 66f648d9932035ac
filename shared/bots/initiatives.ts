import type { SeatId } from '../model/world.ts';
import { wordsGiven, wordsJudged } from '../session/topics/wordsGiven.ts';
import type { DispositionId } from '../session/vocabulary/actors.ts';
import type { TalkMove } from '../session/vocabulary/moves.ts';
import { grievanceAt, hasMeasure, isBlow, strikersOf } from './grievances.ts';
import { wishesOf } from './objectives.ts';
import type { ParleySight } from './parleySight.ts';
import { haveSpokenOfDialogue } from './pending.ts';
import { spare } from './replies.ts';
import { temperOf } from './speech.ts';

/** What a character would say to a state unasked, the most pressing first: it protests, warns, makes good, offers, asks. */
export function initiativesOf(
  disposition: DispositionId,
  sight: ParleySight,
  to: SeatId,
): readonly TalkMove[] {
  const temper = temperOf(disposition);
  if (temper === 'silent' || disposition === 'random') return [];
  const all = [
    ...protests(sight, to),
    ...parting(sight, to),
    ...warning(sight, to),
    ...(temper === 'kind' ? [...makingGood(sight, to), ...wayOut(sight, to)] : []),
    ...wishesOf(sight, to),
    ...(temper === 'hard' ? [] : invitation(sight, to)),
  ];
  return sight.phase === 'negotiation'
    ? all
    : all.filter(({ kind }) => kind === 'reproach' || kind === 'reason');
}

/** It protests when hit, when an agreement with it was broken, and when a word was not kept. */
function protests(sight: ParleySight, to: SeatId): readonly TalkMove[] {
  const fact = grievanceAt(sight, to);
  const last = sight.sight.round - 1;
  const hit: readonly TalkMove[] = fact?.fact === 'order' ? [{ kind: 'reproach', to, fact }] : [];
  const broken = sight.agreements.flatMap(({ id, judgements }): TalkMove[] =>
    judgements.some(
      ({ round, evidence }) =>
        round === last &&
        evidence.some(({ kept, seat, towards }) => !kept && seat === to && towards.includes(sight.seat)),
    )
      ? [{ kind: 'reproach', to, fact: { fact: 'broken', by: to, round: last, agreement: id } }]
      : [],
  );
  const unkept = wordsJudged(sight.played, wordsGiven(sight.heard)).flatMap((word): TalkMove[] =>
    word.by === to && word.to === sight.seat && word.round === last && !word.done
      ? [{ kind: 'reproach', to, fact: { fact: 'unkept', by: to, round: last, deed: word.deed } }]
      : [],
  );
  return [...hit, ...broken, ...unkept].slice(0, 2);
}

/** Whoever has given notice tells the other parties why: who struck it; that state has read a protest. */
function parting(sight: ParleySight, to: SeatId): readonly TalkMove[] {
  const { seat, agreements } = sight;
  const strikers = strikersOf(sight);
  const left = agreements.filter(
    ({ leaver, parties, status, changedIn }) =>
      leaver === seat && parties.includes(to) && (status === 'inForce' || changedIn === sight.sight.round),
  );
  return left.flatMap(({ parties }): TalkMove[] => {
    const by = strikers.find((striker) => parties.includes(striker));
    const fact = by === undefined || by === to ? null : grievanceAt(sight, by);
    return fact === null ? [] : [{ kind: 'reason', to, reason: { why: 'fact', fact } }];
  });
}

/** Who means to strike says what would follow from another blow before it does. */
function warning(sight: ParleySight, to: SeatId): readonly TalkMove[] {
  if (sight.level === 'plainMoves' || !isBlow(sight.order, to)) return [];
  const strike = { does: 'act', action: 'restrict' } as const;
  return [{ kind: 'warn', to, ifYou: { ...strike, target: sight.seat }, thenWe: { ...strike, target: to } }];
}

/** It says what it does about the harm it did in the last round. */
function makingGood(sight: ParleySight, to: SeatId): readonly TalkMove[] {
  const { order, seat } = sight;
  const mine = sight.played.at(-1)?.orders[seat];
  const hasHarmed = (mine !== undefined && isBlow(mine, to)) || hasMeasure(sight, seat, to);
  if (!hasHarmed) return [];
  const { round } = sight.sight;
  if (order.action === 'roll-back')
    return [{ kind: 'amends', to, deed: { does: 'act', action: 'roll-back', target: to }, round }];
  if (order.action === 'dialogue' && order.targets.includes(to) && !haveSpokenOfDialogue(sight, to))
    return [{ kind: 'amends', to, deed: { does: 'act', action: 'dialogue', target: to }, round }];
  return [];
}

/** It offers a dialogue for a measure that is lifted. */
function wayOut(sight: ParleySight, to: SeatId): readonly TalkMove[] {
  const { seat, level } = sight;
  if (!hasMeasure(sight, to, seat) || isBlow(sight.order, to)) return [];
  const { round, rounds } = sight.sight;
  const lift = { does: 'act', action: 'roll-back', target: seat } as const;
  if (level === 'plainMoves') return [{ kind: 'ask', to, deed: lift, round }];
  if (round >= rounds) return [];
  const talk = { does: 'act', action: 'dialogue', target: to } as const;
  return [{ kind: 'offer', to, ifYou: lift, thenWe: talk, byRound: round + 1 }];
}

/** Who means to talk asks for an answer; who means to commit asks who can to join. */
function invitation(sight: ParleySight, to: SeatId): readonly TalkMove[] {
  const { order, seat } = sight;
  const { round } = sight.sight;
  if (order.action === 'dialogue' && order.targets.includes(to))
    return haveSpokenOfDialogue(sight, to)
      ? []
      : [{ kind: 'ask', to, deed: { does: 'act', action: 'dialogue', target: seat }, round }];
  if (order.action === 'commit')
    return [{ kind: 'ask', to, deed: { does: 'act', action: 'commit', target: null }, round }];
  return grievanceAt(sight, to) === null ? [] : [{ kind: 'ask', to, deed: spare(seat), round }];
}
