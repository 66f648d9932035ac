import type { SeatId, SeatProfile } from '../world.ts';

/** The fixed attributes of the seats, as arrays by seat index. [model D.1] */
export interface Profiles {
  readonly weight: Float64Array;
  readonly capability: Float64Array;
  readonly market: Float64Array;
  readonly dependence: Float64Array;
  readonly exposure: Float64Array;
  readonly rulemaking: Float64Array;
  readonly position: Float64Array;
  /** Sum of the products of weights over ordered pairs of different seats. */
  readonly pairWeight: number;
  /** The index of each seat by its id. */
  readonly index: ReadonlyMap<SeatId, number>;
}

const known = new WeakMap<readonly SeatProfile[], Profiles>();

/** The profiles of a table: computed once, because they hold for a whole session. */
export function profilesFor(seats: readonly SeatProfile[]): Profiles {
  const earlier = known.get(seats);
  if (earlier !== undefined) return earlier;
  const column = (of: Exclude<keyof SeatProfile, 'id'>) => Float64Array.from(seats, (seat) => seat[of]);
  const weight = column('weight');
  const profiles: Profiles = {
    weight,
    capability: column('capability'),
    market: column('market'),
    dependence: column('dependence'),
    exposure: column('exposure'),
    rulemaking: column('rulemaking'),
    position: column('position'),
    pairWeight: weight.reduce((sum, own) => sum + own * (seats.length - own), 0),
    index: new Map(seats.map(({ id }, index) => [id, index])),
  };
  known.set(seats, profiles);
  return profiles;
}
