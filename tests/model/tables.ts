import type { Order } from '#shared/model/actions.ts';
import { apply } from '#shared/model/ledger.ts';
import { openWorld, profilesOf } from '#shared/model/opening.ts';
import { type Parameters, parametersFor } from '#shared/model/parameters.ts';
import { type RoundOutcome, resolveRound } from '#shared/model/resolve.ts';
import { smallRoster, standardOpening, standardRoster } from '#shared/model/roster.ts';
import type { SeatId, Setting, World } from '#shared/model/world.ts';
import type { RoundInput } from '#shared/model/roundInput.ts';

/** A table with its opening world. */
export interface Table {
  readonly setting: Setting;
  readonly world: World;
}

/** The reference table of n seats; six and eight are the small rosters. */
export function tableOf(n: number, changes: Partial<Parameters> = {}): Table {
  const seats = n === 6 || n === 8 ? smallRoster(n) : standardRoster(n, 1);
  const setting = { seats: profilesOf(seats), parameters: { ...parametersFor(n, 16, 1), ...changes } };
  return { setting, world: openWorld(setting, standardOpening(seats)) };
}

/** A round in which only these seats act. */
export function inputOf(orders: Readonly<Record<SeatId, Order>>, more: Partial<RoundInput> = {}): RoundInput {
  return { seed: 1, orders, events: [], pledges: [], recognitions: [], ...more };
}

/** A resolved round with the world after it. */
export interface Played extends RoundOutcome {
  readonly after: World;
}

/** Plays one round and applies it. */
export function play({ setting, world }: Table, input: RoundInput): Played {
  const outcome = resolveRound(setting, world, input);
  return { ...outcome, after: apply(world, outcome.entries) };
}

/** The index of a seat. */
export function seat({ setting }: Table, id: SeatId): number {
  return setting.seats.findIndex((profile) => profile.id === id);
}

/** The index of an ordered pair of seats. */
export function pair(table: Table, of: SeatId, towards: SeatId): number {
  return seat(table, of) * table.setting.seats.length + seat(table, towards);
}
