import louvain from 'graphology-communities-louvain';
import { largestConnectedComponent } from 'graphology-components';
import modularity from 'graphology-metrics/graph/modularity.js';
import { at } from '../lib/at.ts';
import { graphOf, type Network, type NetworkGraph } from './network.ts';

/**
 * Newman's modularity Q of a partition, −0.5..1: how much more of the strength of all ties lies within its groups than by chance.
 * `groups` names each seat's group by seat index. A network without ties has 0. [newman-2006]
 */
export function modularityOf(network: Network, groups: readonly number[]): number {
  const graph = graphOf(network);
  if (graph.size === 0) return 0;
  return modularity(graph, {
    getNodeCommunity: (node) => at(groups, Number(node)),
    getEdgeWeight: 'weight',
  });
}

/** The communities into which a network falls by itself. */
export interface Communities {
  readonly count: number;
  /** Modularity of this partition. */
  readonly modularity: number;
  /** Community of each seat, by seat index. */
  readonly groups: readonly number[];
}

/** How many orders of the seats are tried; the best partition counts. */
const WALKS = 12;

/**
 * Communities by the Louvain method: the partition of highest modularity among a few walks over the seats with fixed starts, so
 * that the same network always gives the same result. [blondel-2008]
 */
export function communitiesOf(network: Network): Communities {
  const graph = graphOf(network);
  const seats = Array.from({ length: network.n }, (_, seat) => seat);
  if (graph.size === 0) return { count: network.n, modularity: 0, groups: seats };
  let best = walked(graph, 0);
  for (let walk = 1; walk < WALKS; walk += 1) {
    const found = walked(graph, walk);
    if (found.modularity > best.modularity + ROUNDING) best = found;
  }
  const groups = seats.map((seat) => best.communities[String(seat)] ?? seat);
  return { count: best.count, modularity: modularityOf(network, groups), groups };
}

/** Partitions closer than this in modularity count as equally good; the first one stays. */
const ROUNDING = 1e-12;

function walked(graph: NetworkGraph, walk: number) {
  const options = { getEdgeWeight: 'weight', randomWalk: walk > 0, rng: sequence(walk) } as const;
  return louvain.detailed(graph, options);
}

/** Fractional parts of multiples of the golden ratio, shifted by the walk: evenly spread over 0..1. */
function sequence(walk: number): () => number {
  let turns = walk * 7;
  return () => {
    turns += 1;
    const product = turns * 0.6180339887498949;
    return product - Math.floor(product);
  };
}

/** Share of the seats, 1/n..1, in the largest part that hangs together by ties of at least this strength alone. */
export function largestPart(network: Network, least: number): number {
  const graph: NetworkGraph = graphOf(network, least);
  return largestConnectedComponent(graph).length / network.n;
}
