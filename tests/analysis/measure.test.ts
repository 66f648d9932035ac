import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { measureNetwork, measureWorld } from '#shared/analysis/measure.ts';
import type { Network } from '#shared/analysis/network.ts';
import { algebraicConnectivity } from '#shared/analysis/spectrum.ts';
import { tableOf } from '../model/tables.ts';

function networkOf(n: number, tie: (i: number, j: number) => number): Network {
  const ties = new Float64Array(n * n);
  for (let i = 0; i < n; i += 1) {
    for (let j = 0; j < n; j += 1) if (i !== j) ties[i * n + j] = tie(Math.min(i, j), Math.max(i, j));
  }
  return { n, ties };
}

describe('a network without ties', () => {
  it('has no connected parts', () => {
    const measures = measureNetwork(
      networkOf(4, () => 0),
      [1, 1, null, null],
    );
    expect(measures).toEqual({
      campModularity: 0,
      campClosure: null,
      communities: 4,
      communityModularity: 0,
      algebraicConnectivity: 0,
      largestAt30: 0.25,
      largestAt50: 0.25,
      largestAt70: 0.25,
    });
  });
});

describe('algebraic connectivity', () => {
  it('of n seats tied to each other by c each is n × c', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 40 }), fc.double({ min: 0.01, max: 1, noNaN: true }), (n, c) => {
        expect(algebraicConnectivity(networkOf(n, () => c))).toBeCloseTo(n * c, 9);
      }),
      { numRuns: 20 },
    );
  });

  it('does not depend on the order of the seats', () => {
    const tie = (i: number, j: number) => ((i * 7 + j * 13) % 10) / 10;
    const turned = (seat: number) => (seat * 3) % 8;
    const ours = algebraicConnectivity(networkOf(8, tie));
    const others = networkOf(8, (i, j) =>
      tie(Math.min(turned(i), turned(j)), Math.max(turned(i), turned(j))),
    );
    expect(algebraicConnectivity(others)).toBeCloseTo(ours, 9);
    expect(ours).toBeGreaterThan(0);
  });
});

describe('the networks of a world', () => {
  it('have no camp measures without an active camp', () => {
    const { setting, world } = tableOf(6);
    const { link, trust } = measureWorld(setting, { ...world, blocs: [] });
    expect([link.campModularity, link.campClosure, trust.campModularity, trust.campClosure]).toEqual([
      null,
      null,
      null,
      null,
    ]);
  });

  it('turn inward, in links but not in trust, as the boundary of a camp deepens', () => {
    const { setting, world } = tableOf(12);
    const members = [0, 1, 2, 3, 4, 5];
    const camp = { id: 9, kind: 'exclusive', side: 1, members, age: 1, depth: 1_000_000 } as const;
    const shallow = measureWorld(setting, { ...world, blocs: [{ ...camp, depth: 100_000 }] });
    const deep = measureWorld(setting, { ...world, blocs: [camp] });
    expect(deep.link.campClosure!).toBeLessThan(shallow.link.campClosure!);
    expect(deep.link.campModularity!).toBeGreaterThan(shallow.link.campModularity!);
    expect(deep.trust).toEqual(shallow.trust);
  });
});
