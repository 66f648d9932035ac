import type { Parameters } from '#shared/model/parameters.ts';
import type { RoundPlan } from '#shared/model/rules/moves.ts';
import type { World } from '#shared/model/world.ts';

/** The typed arrays of the kernel; opaque to its caller. */
export interface KernelRoom {
  readonly n: number;
}

export interface KernelSeats {
  readonly w: Float64Array;
  readonly cap: Float64Array;
  readonly mkt: Float64Array;
  readonly dep: Float64Array;
  readonly vul: Float64Array;
  readonly dip: Float64Array;
  readonly pos: Float64Array;
}

export interface KernelState {
  readonly trust: readonly number[];
  readonly restriction: readonly number[];
  readonly barrier: readonly number[];
  readonly score: readonly number[];
  readonly force: readonly number[];
  readonly shock: readonly number[];
  readonly indicators: readonly number[];
}

export function kernelRoom(n: number): KernelRoom;
export function load(room: KernelRoom, world: World): void;
export function unload(room: KernelRoom): KernelState;
export function kernelRound(
  room: KernelRoom,
  seats: KernelSeats,
  parameters: Parameters,
  plan: RoundPlan,
): void;
