import { trustNeeded, keepsItsWord } from '#shared/bots/answers.ts';
import { MICRO } from '#shared/model/micro.ts';
import type { Order } from '#shared/model/actions.ts';
import { type DispositionId, dispositionIds } from '#shared/session/vocabulary/actors.ts';
import type { TalkMove } from '#shared/session/vocabulary/moves.ts';
import type { SessionState } from '#shared/session/vocabulary/state.ts';
import { ask, commit, HER, ME, resolved, says, tableWith, talkTo, trust, whisper } from './parleyTable.ts';

const head = [
  'disposition',
  'gives its word from trust',
  'keeps it',
  'asked for a dialogue',
  'asked to commit',
  'asked to spare the speaker',
  'offered peace after a blow',
  'asked for its plans',
  'asked what it takes to sign',
  'reproached for its measure',
  'unasked, when hit',
] as const;

/** An answer's meaning in a word or two. */
function inBrief(move: TalkMove | null): string {
  if (move === null) return '–';
  if (move.kind !== 'refuse' && move.kind !== 'reason') return move.kind;
  const { reason } = move;
  const why = reason?.why === 'plain' ? reason.code : reason?.why === 'fact' ? reason.fact.fact : 'promised';
  return `${move.kind}: ${why}`;
}

/**
 * The table of docs/bots.md: each character's answers in one situation, in which everybody trusts everybody at .50 and the
 * character means to open its standards; its reaction to a blow is asked with a blow in hand against the attacker.
 */
export function parleyTable(): string {
  const rows = dispositionIds.map((disposition) => [`\`${disposition}\``, ...cellsOf(disposition)]);
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

const plan: Order = { action: 'open-standards' };

function cellsOf(disposition: DispositionId): readonly string[] {
  const table = tableWith(disposition, trust(MICRO / 2));
  const spare = { does: 'refrain', action: 'restrict', target: HER } as const;
  const lift = { does: 'act', action: 'roll-back', target: ME } as const;
  const answer = (move: TalkMove, from: SessionState = table, order: Order = plan): string =>
    inBrief(says(whisper(from, HER, ME, move), order));
  const hit = resolved(table, { [HER]: { action: 'restrict', targets: [ME] } });
  const strike: Order = { action: 'restrict', targets: [HER] };
  const needed = trustNeeded(disposition) / MICRO;
  const measure = { fact: 'measure', by: ME, on: HER } as const;
  return [
    needed > 1 ? 'never' : needed.toFixed(2),
    keepsItsWord(disposition) ? 'yes' : 'no',
    answer(ask(talkTo(HER))),
    answer(ask(commit)),
    answer(ask(spare)),
    answer({ kind: 'offer', to: ME, ifYou: spare, thenWe: lift, byRound: 2 }, hit, strike),
    answer({ kind: 'question', to: ME, about: { ask: 'plans', round: 1 } }),
    answer({ kind: 'question', to: ME, about: { ask: 'terms', agreement: null } }),
    answer({ kind: 'reproach', to: ME, fact: measure }),
    inBrief(says(hit, strike)),
  ];
}
