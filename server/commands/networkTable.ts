import {
  measureIds,
  measureWorld,
  type NetworkId,
  networkIds,
  type NetworkMeasures,
  type WorldMeasures,
} from '#shared/analysis/measure.ts';
import type { SessionState } from '#shared/session/vocabulary/state.ts';
import { columns } from '../lib/columns.ts';

/** The measures of network science after one round; round 0 is the opening. */
export interface MeasuredRound extends WorldMeasures {
  readonly round: number;
}

/** The measures of a session's opening and of the world after each of its resolved rounds. */
export function measuredRounds(state: SessionState): readonly MeasuredRound[] {
  const worlds = [...state.roundStarts.slice(0, state.rounds.length), state.world];
  return worlds.map((world, round) => ({ round, ...measureWorld(state.basis.setting, world) }));
}

const titles: Readonly<Record<NetworkId, string>> = {
  link: 'Connections',
  trust: 'Mutual trust',
};

const heads: Readonly<Record<keyof NetworkMeasures, string>> = {
  campModularity: 'Q of camps',
  campClosure: 'E-I of camps',
  communities: 'communities',
  communityModularity: 'Q of communities',
  algebraicConnectivity: 'algebraic',
  largestAt30: 'largest at .3',
  largestAt50: 'at .5',
  largestAt70: 'at .7',
};

/** One table per network, one row per round; a dash where a measure needs camps and there are none. */
export function networkTables(rounds: readonly MeasuredRound[]): string {
  return networkIds
    .map((network) => {
      const head = ['round', ...measureIds.map((id) => heads[id])];
      const rows = rounds.map((one) => [
        String(one.round),
        ...measureIds.map((id) => cell(id, one[network][id])),
      ]);
      return `${titles[network]}\n\n${columns([head, ...rows])}`;
    })
    .join('\n\n');
}

function cell(id: keyof NetworkMeasures, value: number | null): string {
  if (value === null) return '–';
  return id === 'communities' ? String(value) : value.toFixed(3).replace('-0.000', '0.000');
}
