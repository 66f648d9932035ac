import { at, num } from '../lib/at.ts';
import type { Derived } from './indicators.ts';
import { toUnits } from './micro.ts';
import type { Setting, World } from './world.ts';

/** The three layers of the network, and by that the three paths of fragmentation. [cai-zhang §1.3] */
export const fragmentationPaths = ['technical', 'political', 'commercial'] as const;
/** A path of fragmentation. */
export type FragmentationPath = (typeof fragmentationPaths)[number];

/** How open the three layers of every link are, 0..1, one entry a pair: (0,1), (0,2) … (n−2,n−1). [cai-zhang §1.3] [model D.4] */
export type LinkLayers = Readonly<Record<FragmentationPath, readonly number[]>>;

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

/** How far a layer of the network is closed, 0..1: the mean over all pairs. */
export function closedShare(open: readonly number[]): number {
  return 1 - open.reduce((sum, one) => sum + one, 0) / Math.max(1, open.length);
}

/** How far apart states are in digital development: the mean distance of two of them, in micro-units, not rounded. */
export function developmentGap({ development }: World): number {
  let sum = 0;
  let pairs = 0;
  development.forEach((mine, i) => {
    for (const theirs of development.slice(i + 1)) {
      sum += mine < theirs ? theirs - mine : mine - theirs;
      pairs += 1;
    }
  });
  return pairs === 0 ? 0 : sum / pairs;
}
