import { at, num } from '../lib/at.ts';
import type { Derived } from './indicators.ts';
import { toUnits } from './micro.ts';
import type { Setting, World } from './world.ts';

/** How open the three layers of every link are, 0..1, one entry a pair: (0,1), (0,2) … (n−2,n−1). [cai-zhang §1.3] [model D.4] */
export interface LinkLayers {
  readonly technical: readonly number[];
  readonly political: readonly number[];
  readonly commercial: readonly number[];
}

/** The layers of a world's links: barriers cut the first, localization and camps the second, restrictions and camps the third. */
export function linkLayersOf(setting: Setting, world: World, { boundary }: Derived): LinkLayers {
  const n = setting.seats.length;
  const p = setting.parameters;
  const walls = (k: number): number => 1 - p.bL * toUnits(at(world.localization, k));
  const bans = (k: number): number => 1 - p.bM * toUnits(at(world.restriction, k));
  const technical: number[] = [];
  const political: number[] = [];
  const commercial: number[] = [];
  for (let i = 0; i < n; i++) {
    for (let j = i + 1; j < n; j++) {
      const depth = num(boundary, i * n + j);
      technical.push(1 - toUnits(at(world.barrier, i * n + j)));
      political.push(walls(i) * walls(j) * (1 - p.bSepPol * depth));
      commercial.push(bans(i * n + j) * bans(j * n + i) * (1 - p.bSepCom * depth));
    }
  }
  return { technical, political, commercial };
}
