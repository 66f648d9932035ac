import { at } from '../lib/at.ts';
import { derive } from '../model/indicators.ts';
import { toUnits } from '../model/micro.ts';
import type { Setting, World } from '../model/world.ts';
import { externalInternal } from './closure.ts';
import { communitiesOf, largestPart, modularityOf } from './communities.ts';
import type { Network } from './network.ts';
import { algebraicConnectivity } from './spectrum.ts';

/** The analyst's measures of one network, as ordinary numbers. Null if a measure needs camps and there is none. */
export interface NetworkMeasures {
  /** Modularity of the partition into active camps, seats outside them each alone. */
  readonly campModularity: number | null;
  /** E-I index of the active camps. */
  readonly campClosure: number | null;
  /** How many communities the network falls into, and their modularity. */
  readonly communities: number;
  readonly communityModularity: number;
  readonly algebraicConnectivity: number;
  /** Share of seats in the largest part by ties of at least .3, .5 and .7. */
  readonly largestAt30: number;
  readonly largestAt50: number;
  readonly largestAt70: number;
}

/** The names of the measures, in the order in which tables show them. */
export const measureIds = [
  'campModularity',
  'campClosure',
  'communities',
  'communityModularity',
  'algebraicConnectivity',
  'largestAt30',
  'largestAt50',
  'largestAt70',
] as const satisfies readonly (keyof NetworkMeasures)[];

/** The two networks of a world: how states are connected, and how far they trust each other. */
export const networkIds = ['link', 'trust'] as const;
/** A network that can be measured. */
export type NetworkId = (typeof networkIds)[number];

/** The analyst's measures of both networks. */
export type WorldMeasures = Readonly<Record<NetworkId, NetworkMeasures>>;

/** The networks of a world with the active camp of each seat, null for none. */
export interface WorldNetworks extends Readonly<Record<NetworkId, Network>> {
  readonly camps: readonly (number | null)[];
}

/** The networks of a world: `link` is the connection of two states, `trust` the mean of what they hold for each other. [model D.4] */
export function networksOf(setting: Setting, world: World): WorldNetworks {
  const { n, link, camp } = derive(setting, world);
  const trust = new Float64Array(n * n);
  for (let i = 0; i < n; i += 1) {
    for (let j = 0; j < n; j += 1) {
      if (i !== j) trust[i * n + j] = toUnits(at(world.trust, i * n + j) + at(world.trust, j * n + i)) / 2;
    }
  }
  return {
    link: { n, ties: link },
    trust: { n, ties: trust },
    camps: camp.map((id) => (id < 0 ? null : id)),
  };
}

/** Measures one network. */
export function measureNetwork(network: Network, camps: readonly (number | null)[]): NetworkMeasures {
  const communities = communitiesOf(network);
  const hasCamps = camps.some((camp) => camp !== null);
  // Seats without a camp get groups of their own, below every id.
  const partition = camps.map((camp, seat) => camp ?? -1 - seat);
  return {
    campModularity: hasCamps ? modularityOf(network, partition) : null,
    campClosure: externalInternal(network, camps),
    communities: communities.count,
    communityModularity: communities.modularity,
    algebraicConnectivity: algebraicConnectivity(network),
    largestAt30: largestPart(network, 0.3),
    largestAt50: largestPart(network, 0.5),
    largestAt70: largestPart(network, 0.7),
  };
}

/** Measures both networks of a world. */
export function measureWorld(setting: Setting, world: World): WorldMeasures {
  const { link, trust, camps } = networksOf(setting, world);
  return { link: measureNetwork(link, camps), trust: measureNetwork(trust, camps) };
}
