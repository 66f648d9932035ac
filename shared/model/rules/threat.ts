import { at, num } from '../../lib/at.ts';
import { familyOf } from '../actions.ts';
import { heading } from './book.ts';
import { type Pass, change } from './pass.ts';

/**
 * Felt threat becomes force and localization without any order; less where defence absorbs it, less while cooperating, not at all
 * while rolling back. [cai-zhang §2.2] [richardson-1960] [model D.3 step 12]
 */
export function reactToThreat(pass: Pass): void {
  const { n, p, book, standing } = pass;
  const { profiles, force, localization } = standing;
  const { fears } = pass.workspace;
  for (let i = 0; i < n; i++) fears[i] = fearOf(pass, i);
  const armed = heading(book, 'feltThreat', 'force');
  for (let i = 0; i < n; i++) {
    const rate = p.creepO * (0.5 + num(profiles.capability, i));
    change(pass, armed, i, rate * num(fears, i) * (1 - num(force, i)));
  }
  const walled = heading(book, 'feltThreat', 'localization');
  for (let i = 0; i < n; i++) {
    const rate = p.creepL * (0.5 + num(profiles.market, i));
    change(pass, walled, i, rate * num(fears, i) * (1 - num(localization, i)));
  }
}

/** The part of its fear that a state acts on. */
function fearOf({ p, moves, before, standing }: Pass, i: number): number {
  const { action } = at(moves, i);
  if (action === 'roll-back') return 0;
  const held = familyOf[action] === 'cooperate' ? p.fearCoop : 1;
  return num(before.threat, i) * (1 - 0.5 * num(standing.defence, i)) * held;
}
