import { draw } from '#shared/model/chance.ts';
import { maxTargets } from '#shared/model/legality.ts';
import type { Parameters } from '#shared/model/parameters.ts';
import type { RoundPlan } from '#shared/model/rules/moves.ts';
import type { Setting, World } from '#shared/model/world.ts';

/** A plain array type whose reads the compiler trusts: the kernel checks nothing. */
interface Numbers {
  readonly length: number;
  [index: number]: number;
}
