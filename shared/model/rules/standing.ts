import { num } from '../../lib/at.ts';
import { MICRO } from '../micro.ts';
import type { Parameters } from '../parameters.ts';
import type { Bloc, Setting, World } from '../world.ts';
import type { Cells } from './cells.ts';
import { cellsFor } from './cells.ts';
import type { Profiles } from './profiles.ts';
import { profilesFor } from './profiles.ts';

/**
 * A bloc in working form; its current depth or points are in `Cells.bonds` at `slot`, those in `record` are from the round's
 * start.
 */
export interface WorkingBloc {
  readonly slot: number;
  record: Bloc;
}

/** A world in working form: its numbers in units, and its blocs. Only the rules of a running round hold one. */
export interface Standing extends Cells {
  readonly n: number;
  readonly p: Parameters;
  readonly profiles: Profiles;
  /** Ascending by id; changes in step 3 of a round. */
  blocs: WorkingBloc[];
}

/** Puts a world into working form, in the given cells. */
export function standingOf(
  setting: Setting,
  world: World,
  cells: Cells = cellsFor(setting.seats.length),
): Standing {
  cells.dials[0] = world.regime / MICRO;
  cells.dials[1] = world.institutions / MICRO;
  cells.dials[2] = world.opacity / MICRO;
  cells.dials[3] = world.competition / MICRO;
  fill(cells.development, world.development);
  fill(cells.defence, world.defence);
  fill(cells.localization, world.localization);
  fill(cells.force, world.force);
  fill(cells.shock, world.shock);
  fill(cells.trust, world.trust);
  fill(cells.restriction, world.restriction);
  fill(cells.barrier, world.barrier);
  cells.bonds.fill(0);
  const blocs = world.blocs.map((record, slot) => ({ slot, record }));
  for (const { slot, record } of blocs) cells.bonds[slot] = bondOf(record) / MICRO;
  const { all, dials, development, defence, localization, force, shock, trust, restriction, barrier } = cells;
  return {
    all,
    dials,
    development,
    defence,
    localization,
    force,
    shock,
    trust,
    restriction,
    barrier,
    bonds: cells.bonds,
    n: setting.seats.length,
    p: setting.parameters,
    profiles: profilesFor(setting.seats),
    blocs,
  };
}

/** The number that a bloc carries: depth of a camp, points of a group. */
function bondOf(bloc: Bloc): number {
  return bloc.kind === 'exclusive' ? bloc.depth : bloc.coordination;
}

function fill(window: Float64Array, stored: readonly number[]): void {
  if (stored.length !== window.length)
    throw new Error(`${stored.length} numbers where ${window.length} belong`);
  let k = 0;
  for (const value of stored) {
    window[k] = value / MICRO;
    k += 1;
  }
}

/** Copies the upper triangle of the barriers, where the rules work, to the lower one. */
export function mirrorBarriers({ n, barrier }: Standing): void {
  for (let i = 0; i < n; i++) {
    for (let j = i + 1; j < n; j++) barrier[j * n + i] = num(barrier, i * n + j);
  }
}
