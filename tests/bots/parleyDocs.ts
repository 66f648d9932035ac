import { bargain } from '#shared/bots/answers.ts';
import { keepsItsWord, mannerOf, trustNeeded } from '#shared/bots/manners.ts';
import { isAgainstObjective, isTowardsObjective } from '#shared/bots/objectives.ts';
import { habitOf, offeredFor } from '#shared/bots/offers.ts';
import { actionIds, type Order } from '#shared/model/actions.ts';
import { type ObjectiveId, objectiveIds } from '#shared/scenario/schema.ts';
import { type Clause, refrainActions } from '#shared/session/vocabulary/clauses.ts';
import { MICRO } from '#shared/model/micro.ts';
import { type DispositionId, dispositionIds } from '#shared/session/vocabulary/actors.ts';
import type { SpokenDeed, TalkMove } from '#shared/session/vocabulary/moves.ts';
import type { SessionState } from '#shared/session/vocabulary/state.ts';
import { calm, offered } from './bargainTable.ts';
import {
  aimingAt,
  ask,
  commit,
  HER,
  ME,
  resolved,
  says,
  tableWith,
  talkTo,
  trust,
  whisper,
} from './parleyTable.ts';

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
  return tableOf([head, ...rows]);
}

function tableOf([first = [], ...rows]: readonly (readonly string[])[]): string {
  return [first, first.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/** The second table of docs/bots.md: how each character treats agreements, everybody trusting everybody at .50. */
export function agreementsTable(): string {
  const rows = dispositionIds.map((disposition) => {
    const manner = mannerOf(disposition);
    const yes = (is: boolean): string => (is ? 'yes' : 'no');
    const owes = (towards: string): Clause => ({
      kind: 'carryOut',
      action: 'roll-back',
      towards,
      byRound: 2,
    });
    const signs = (clauses: readonly Clause[], measuresBy: readonly string[]): string =>
      yes(
        bargain(disposition, { ...calm, measuresBy, agreements: [offered(clauses)] })?.type ===
          'signAgreement',
      );
    return [
      `\`${disposition}\``,
      yes(manner.bindsItself),
      habitOf(disposition).join(', ') || '–',
      signs([owes('a')], ['b']),
      signs([owes('b')], []),
      signs([owes('a'), owes('b')], ['b']),
      yes(manner.leaves),
    ];
  });
  return tableOf([agreementsHead, ...rows]);
}

const agreementsHead = [
  'disposition',
  'binds itself',
  'offers by habit',
  'lets a measure on it be lifted',
  'lifts its own for nothing',
  'lifts its own for one on it',
  'gives notice to who strikes it',
] as const;

/** The third table of docs/bots.md: what each objective makes a bot want, refuse and propose. */
export function objectivesTable(): string {
  const deeds: readonly SpokenDeed[] = [
    ...actionIds.map((action) => ({ does: 'act', action, target: 'b' }) as const),
    ...refrainActions.map((action) => ({ does: 'refrain', action, target: 'b' }) as const),
  ];
  const named = (picks: (deed: SpokenDeed) => boolean): string =>
    deeds
      .filter(picks)
      .map(({ does, action }) => (does === 'act' ? `\`${action}\`` : `not \`${action}\``))
      .join(', ') || '–';
  const view = (id: ObjectiveId) => [
    { id, reached: 0, goal: 1, barred: false, done: false, about: ['b'] } as const,
  ];
  const rows = objectiveIds.map((id) => [
    `\`${id}\``,
    named((deed) => isTowardsObjective(view(id), deed)),
    named((deed) => isAgainstObjective(view(id), deed)),
    offeredFor(id),
  ]);
  return tableOf([
    ['objective', 'brings it nearer', 'refuses, for reasons it keeps to itself', 'proposes'],
    ...rows,
  ]);
}

const plan: Order = { action: 'open-standards' };

function cellsOf(disposition: DispositionId): readonly string[] {
  // Its objectives have no say in any of this.
  const table = aimingAt(tableWith(disposition, trust(MICRO / 2)), 'camp-leader', 'shield');
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
