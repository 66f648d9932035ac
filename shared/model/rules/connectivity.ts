import { num } from '../../lib/at.ts';
import { pairMean } from './boundaries.ts';
import type { Standing } from './standing.ts';

/**
 * How well two states are connected: development carries the link, three layers of barriers cut it: technical, political
 * (localization and camp boundaries), commercial (restrictions and camp boundaries). [cai-zhang §1.3] [drake-2016] [model D.4]
 */
export function measureLinks(standing: Standing, boundary: Float64Array, links: Float64Array): void {
  const { n, p, development, localization, restriction, barrier } = standing;
  for (let i = 0; i < n; i++) {
    const behindMyWall = 1 - p.bL * num(localization, i);
    for (let j = i + 1; j < n; j++) {
      const pair = i * n + j;
      const back = j * n + i;
      const depth = num(boundary, pair);
      const technical = 1 - num(barrier, pair);
      const political = behindMyWall * (1 - p.bL * num(localization, j)) * (1 - p.bSepPol * depth);
      const restricted = (1 - p.bM * num(restriction, pair)) * (1 - p.bM * num(restriction, back));
      const commercial = restricted * (1 - p.bSepCom * depth);
      const carried = p.devBase + p.devW * Math.min(num(development, i), num(development, j));
      const link = carried * technical * political * commercial;
      links[pair] = link;
      links[back] = link;
    }
  }
}

/** The links of the same states in a world without any barrier but the natural one. [model D.4] */
export function measureOpenLinks({ n, p, development }: Standing, links: Float64Array): void {
  for (let i = 0; i < n; i++) {
    for (let j = i + 1; j < n; j++) {
      const carried = p.devBase + p.devW * Math.min(num(development, i), num(development, j));
      const link = carried * (1 - p.tau0);
      links[i * n + j] = link;
      links[j * n + i] = link;
    }
  }
}

/** A link weaker than this counts as none. */
const NO_LINK = 1e-9;

/** Stands for "no path" among lengths. */
const NO_WAY = 1e9;

/**
 * Connection of each pair along its best path, where a link of strength c has length 1/c: e = 1 / shortest length. Links are
 * symmetric, so are paths. [latora-marchiori-2001] [model D.4]
 */
export function findPaths(n: number, links: Float64Array, paths: Float64Array): void {
  if (isEven(n, links)) {
    paths.set(links);
    return;
  }
  for (let i = 0; i < n; i++) {
    for (let j = i + 1; j < n; j++) {
      const link = num(links, i * n + j);
      const direct = link > NO_LINK ? 1 / link : NO_WAY;
      paths[i * n + j] = direct;
      paths[j * n + i] = direct;
    }
  }
  findDetours(n, paths);
  for (let i = 0; i < n; i++) {
    for (let j = i + 1; j < n; j++) {
      const way = num(paths, i * n + j);
      const path = way < NO_WAY ? 1 / way : 0;
      paths[i * n + j] = path;
      paths[j * n + i] = path;
    }
    paths[i * n + i] = 0;
  }
}

/** Whether the longest link is at most twice the shortest, so that no detour helps. */
function isEven(n: number, links: Float64Array): boolean {
  let strongest = 0;
  let weakest = Infinity;
  for (let i = 0; i < n; i++) {
    for (let j = i + 1; j < n; j++) {
      const link = num(links, i * n + j);
      if (link > strongest) strongest = link;
      if (link < weakest) weakest = link;
    }
  }
  return weakest > NO_LINK && 1 / weakest <= 2 * (1 / strongest);
}

/** Floyd–Warshall, on the upper triangle mirrored. */
function findDetours(n: number, lengths: Float64Array): void {
  for (let k = 0; k < n; k++) {
    for (let i = 0; i < n; i++) {
      if (i === k) continue;
      const toK = num(lengths, i * n + k);
      for (let j = i + 1; j < n; j++) {
        const detour = toK + num(lengths, k * n + j);
        if (detour < num(lengths, i * n + j)) {
          lengths[i * n + j] = detour;
          lengths[j * n + i] = detour;
        }
      }
    }
  }
}

/** How well the world is connected: efficiency with and without barriers, 0..1. */
export interface Connections {
  readonly efficiency: number;
  readonly openEfficiency: number;
}

/** Finds links and paths, as they are and without barriers, and writes them into the given arrays. [model D.4] */
export function connect(standing: Standing, boundary: Float64Array, into: ConnectionArrays): Connections {
  const { n } = standing;
  measureLinks(standing, boundary, into.link);
  findPaths(n, into.link, into.path);
  measureOpenLinks(standing, into.openLink);
  findPaths(n, into.openLink, into.openPath);
  return {
    efficiency: pairMean(standing, into.path),
    openEfficiency: pairMean(standing, into.openPath),
  };
}

/** The array that connections are written into. */
export interface ConnectionArrays {
  readonly link: Float64Array;
  readonly path: Float64Array;
  readonly openLink: Float64Array;
  readonly openPath: Float64Array;
  readonly securitization: Float64Array;
}

/** Arrays for the connections at a table of n seats. */
export function connectionArrays(n: number): ConnectionArrays {
  const pairs = () => new Float64Array(n * n);
  return {
    link: pairs(),
    path: pairs(),
    openLink: pairs(),
    openPath: pairs(),
    securitization: new Float64Array(n),
  };
}
