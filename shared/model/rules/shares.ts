import { at, num } from '../../lib/at.ts';
import { ruleWeight } from '../ruleWeight.ts';
import { engages, type Move } from './moves.ts';
import type { Pass, ActingShares } from './pass.ts';

/** The shares of the world that act in each way this pass; the world-wide numbers respond to them. [model D.3 step 5] */
export function actingSharesOf(pass: Pass): ActingShares {
  const { n, standing, moves } = pass;
  const { weight, rulemaking } = standing.profiles;
  const { dialogue, hostility } = pass.workspace;
  let committed = 0;
  let all = 0;
  let opening = 0;
  for (let i = 0; i < n; i++) {
    const move = at(moves, i);
    const say = ruleWeight(num(weight, i), num(rulemaking, i), num(pass.development0, i));
    all += say;
    if (move.action === 'commit') committed += say;
    if (move.action === 'open-standards') opening += num(weight, i);
    dialogue[i] = (num(weight, i) * dialogueOf(pass, i, move)) / n;
    hostility[i] = (num(weight, i) * hostilityOf(move)) / n;
  }
  return { participation: committed / all, opening: opening / n, dialogue, hostility };
}

/** How much a move lowers rivalry; a dialogue by the share of its targets that answer. */
function dialogueOf({ moves, p }: Pass, seat: number, { action, targets }: Move): number {
  if (action === 'bridge') return 1;
  if (action === 'roll-back') return 0.7;
  if (action !== 'dialogue') return 0;
  const answered = targets.filter((target) => engages(moves, target, seat)).length / targets.length;
  return p.dlgUnanswered * (1 - answered) + p.dlgAnswered * answered;
}

/** How much a move raises rivalry. */
function hostilityOf({ action }: Move): number {
  if (action === 'restrict' || action === 'build-force') return 1;
  return action === 'localize' ? 0.5 : 0;
}
