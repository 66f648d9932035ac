import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { communitiesOf } from '#shared/analysis/communities.ts';
import { measureNetwork } from '#shared/analysis/measure.ts';
import type { Network } from '#shared/analysis/network.ts';
import { findPaths } from '#shared/model/rules/connectivity.ts';
import { pairMean } from '#shared/model/rules/boundaries.ts';

interface Frozen {
  readonly name: string;
  readonly n: number;
  readonly weights: readonly number[];
  readonly groups: readonly (number | null)[];
  readonly ties: readonly number[];
  readonly found: readonly number[];
}

interface Measured {
  readonly name: string;
  readonly efficiency: number;
  readonly campModularity: number | null;
  readonly campClosure: number | null;
  readonly foundModularity: number;
  readonly bestModularity: number;
  readonly algebraicConnectivity: number;
  readonly largest: readonly [number, number, number];
}

const read = (name: string) => JSON.parse(readFileSync(new URL(name, import.meta.url), 'utf8'));
const graphs: readonly Frozen[] = read('graphs.json');
const { measured }: { readonly measured: readonly Measured[] } = read('networkx.json');

const CLOSE = 9;

function networkOf({ n, ties }: Frozen): Network {
  const matrix = new Float64Array(n * n);
  let next = 0;
  for (let i = 0; i < n; i += 1) {
    for (let j = i + 1; j < n; j += 1) {
      matrix[i * n + j] = ties[next] ?? 0;
      matrix[j * n + i] = ties[next] ?? 0;
      next += 1;
    }
  }
  return { n, ties: matrix };
}

function efficiencyOf({ n, weights }: Frozen, { ties }: Network): number {
  const paths = new Float64Array(n * n);
  findPaths(n, ties, paths);
  const pairs = weights.flatMap((one, i) => weights.map((other, j) => (i === j ? 0 : one * other)));
  const pairWeight = pairs.reduce((sum, each) => sum + each, 0);
  return pairMean({ n, profiles: { weight: Float64Array.from(weights), pairWeight } }, paths);
}

function expectClose(ours: number | null, theirs: number | null): void {
  if (ours === null || theirs === null) expect(ours).toBe(theirs);
  else expect(ours).toBeCloseTo(theirs, CLOSE);
}

describe('the measures of an analyst', () => {
  it('are compared on every frozen network, of three and more sizes', () => {
    expect(measured.map(({ name }) => name)).toEqual(graphs.map(({ name }) => name));
    expect(new Set(graphs.map(({ n }) => n)).size).toBeGreaterThan(4);
  });

  for (const [index, graph] of graphs.entries()) {
    const theirs = measured[index]!;
    const network = networkOf(graph);

    it(`are those of NetworkX: ${graph.name}`, () => {
      const ours = measureNetwork(network, graph.groups);
      expectClose(ours.campModularity, theirs.campModularity);
      expectClose(ours.campClosure, theirs.campClosure);
      expectClose(ours.algebraicConnectivity, theirs.algebraicConnectivity);
      expectClose(ours.communityModularity, theirs.foundModularity);
      expect([ours.largestAt30, ours.largestAt50, ours.largestAt70]).toEqual(theirs.largest);
      expectClose(efficiencyOf(graph, network), theirs.efficiency);
    });

    it(`finds communities as good as the best that NetworkX finds in twenty tries: ${graph.name}`, () => {
      const found = communitiesOf(network);
      expect(found.groups).toEqual(graph.found);
      expect(found.modularity).toBeGreaterThan(theirs.bestModularity - 1e-9);
    });
  }
});
