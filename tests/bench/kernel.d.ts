import type { Parameters } from '#shared/model/parameters.ts';
import type { RoundPlan } from '#shared/model/rules/moves.ts';
import type { World } from '#shared/model/world.ts';

export interface KernelRoom {
  readonly trust?: never;
  readonly T: Float64Array;
  readonly R: Float64Array;
  readonly tau: Float64Array;
  readonly score: Float64Array;
  readonly Phi: number;
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

export function kernelRoom(n: number): KernelRoom;
export function load(room: KernelRoom, world: World): void;
export function kernelRound(
  room: KernelRoom,
  seats: KernelSeats,
  parameters: Parameters,
  plan: RoundPlan,
): void;
