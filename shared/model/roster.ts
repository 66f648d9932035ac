import { at } from '../lib/at.ts';
import { draw } from './chance.ts';
import type { ListedBloc, ListedSeat, Opening } from './opening.ts';

/** Capability, market, dependence, exposure, rulemaking, development, position; then localization, force, defence. [model D.7] */
type Row = readonly [string, number, number, number, number, number, number, number, number, number, number];

/** The twelve archetypes of the reference table; invented, none is a real state. [model C.2] */
const rows: readonly Row[] = [
  ['Aurelia', 0.95, 0.75, 0.7, 0.6, 0.85, 0.95, 0.9, 0.05, 0.26, 0.45],
  ['Meridia', 0.9, 0.95, 0.65, 0.55, 0.75, 0.75, -0.6, 0.22, 0.22, 0.4],
  ['Boreas', 0.8, 0.3, 0.4, 0.5, 0.5, 0.7, -0.8, 0.28, 0.32, 0.35],
  ['Concordia', 0.65, 0.75, 0.75, 0.5, 0.9, 0.9, 0.55, 0.08, 0.1, 0.45],
  ['Halcyon', 0.45, 0.15, 0.95, 0.7, 0.5, 0.95, 0.6, 0.03, 0.05, 0.45],
  ['Straitport', 0.5, 0.25, 0.95, 0.5, 0.8, 0.95, 0, 0.03, 0.05, 0.45],
  ['Indravar', 0.45, 0.8, 0.55, 0.6, 0.7, 0.45, -0.1, 0.14, 0.1, 0.25],
  ['Verdania', 0.35, 0.45, 0.6, 0.6, 0.7, 0.6, 0.15, 0.06, 0.04, 0.25],
  ['Savannah', 0.15, 0.2, 0.55, 0.85, 0.4, 0.3, -0.2, 0.06, 0.02, 0.1],
  ['Duneland', 0.4, 0.3, 0.55, 0.6, 0.45, 0.75, -0.4, 0.14, 0.08, 0.25],
  ['Pelagos', 0.08, 0.05, 0.65, 0.9, 0.35, 0.35, 0.05, 0.03, 0.01, 0.08],
  ['Ironmark', 0.5, 0.4, 0.7, 0.75, 0.5, 0.85, 0.8, 0.05, 0.1, 0.4],
];

/** Archetypes of the seats after the twelfth, in turn; no great powers, because a world has few. */
const copied = [5, 8, 7, 10, 6, 9, 4, 11, 3];

const SIX = [0, 1, 3, 6, 5, 8];
const EIGHT = [...SIX, 7, 9];

/** The reference table of n seats: twelve archetypes, then slightly different copies, drawn from the seed. [model D.7] */
export function standardRoster(n: number, seed: number): readonly ListedSeat[] {
  return Array.from({ length: n }, (_, i) => (i < rows.length ? archetypeSeat(i) : copySeat(i, seed)));
}

/** The table of six, *archipelago*, and of eight: chosen archetypes. [model D.7] */
export function smallRoster(n: 6 | 8): readonly ListedSeat[] {
  return (n === 6 ? SIX : EIGHT).map(archetypeSeat);
}

function archetypeSeat(archetype: number): ListedSeat {
  const [name, capability, market, dependence, exposure, rulemaking, development, position, ...stocks] = at(
    rows,
    archetype,
  );
  const [localization, force, defence] = stocks;
  return {
    id: name.toLowerCase(),
    archetype,
    capability,
    market,
    dependence,
    exposure,
    rulemaking,
    development,
    position,
    localization,
    force,
    defence,
  };
}

function copySeat(i: number, seed: number): ListedSeat {
  const turn = i - rows.length;
  const original = archetypeSeat(at(copied, turn % copied.length));
  const differ = (value: number, attribute: number) =>
    Math.max(0.05, Math.min(1, value + 0.2 * (draw(seed, 0, 'roster', i, attribute) - 0.5)));
  const shift = 0.3 * (draw(seed, 0, 'roster', i, 6) - 0.5);
  return {
    ...original,
    id: `${original.id}-${2 + Math.floor(turn / copied.length)}`,
    capability: differ(original.capability, 0),
    market: differ(original.market, 1),
    dependence: differ(original.dependence, 2),
    exposure: differ(original.exposure, 3),
    rulemaking: differ(original.rulemaking, 4),
    development: differ(original.development, 5),
    position: Math.max(-1, Math.min(1, original.position + shift)),
  };
}

/**
 * Blocs and restrictions at the start of the reference: trends have appeared, nothing is irreversible. [model D.7] [cai-zhang §3]
 */
export function standardOpening(seats: readonly ListedSeat[]): Opening {
  const of = (...archetypes: readonly number[]) =>
    seats
      .filter(({ archetype }) => archetype !== undefined && archetypes.includes(archetype))
      .map(({ id }) => id);
  const blocs: readonly ListedBloc[] = [
    { kind: 'exclusive', side: 1, depth: 0.28, members: of(0, 4, 11) },
    { kind: 'exclusive', side: -1, depth: 0.22, members: of(1, 2) },
    { kind: 'functional', field: 0, side: 1, members: of(0, 3, 4, 7, 11) },
    { kind: 'functional', field: 0, side: -1, members: of(8, 9) },
  ];
  const known = [
    { from: 'aurelia', to: 'meridia', value: 0.25 },
    { from: 'meridia', to: 'aurelia', value: 0.18 },
    { from: 'aurelia', to: 'boreas', value: 0.22 },
    { from: 'boreas', to: 'aurelia', value: 0.22 },
  ];
  const seated = (seat: string) => seats.some(({ id }) => id === seat);
  return { seats, blocs, restrictions: known.filter(({ from, to }) => seated(from) && seated(to)) };
}
