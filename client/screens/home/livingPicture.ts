import type { MapBloc, MapLink, MapNode, MapPicture } from '../../map/mapPicture.ts';

/** Twelve places on the sheet, x, y and weight; the map of a class session, without its names. */
const places: readonly (readonly [x: number, y: number, weight: number])[] = [
  [300, 270, 1.9],
  [452, 134, 1.1],
  [592, 257, 1.1],
  [400, 476, 1],
  [746, 427, 1.2],
  [858, 144, 1.3],
  [1082, 296, 1.8],
  [986, 536, 0.9],
  [750, 632, 0.8],
  [506, 668, 0.6],
  [236, 614, 0.8],
  [1216, 662, 0.6],
];

/** The linked pairs; all others stay unlinked. */
const cables: readonly (readonly [a: number, b: number, base: number])[] = [
  [0, 1, 0.9],
  [1, 2, 0.88],
  [0, 2, 0.82],
  [0, 3, 0.66],
  [1, 3, 0.56],
  [2, 3, 0.6],
  [0, 4, 0.6],
  [2, 4, 0.58],
  [3, 4, 0.7],
  [4, 5, 0.62],
  [4, 6, 0.66],
  [5, 6, 0.86],
  [2, 5, 0.5],
  [0, 5, 0.46],
  [0, 6, 0.44],
  [4, 7, 0.68],
  [4, 8, 0.7],
  [3, 10, 0.66],
  [3, 9, 0.6],
  [8, 9, 0.58],
  [4, 9, 0.52],
  [7, 8, 0.56],
  [6, 11, 0.6],
  [7, 11, 0.5],
  [8, 11, 0.44],
  [9, 10, 0.5],
  [4, 10, 0.42],
];

/** The cables that show the world's mood first: between the two camps. */
const rivals: readonly (readonly [number, number])[] = [
  [0, 5],
  [0, 6],
  [2, 5],
];

const idOf = (place: number): string => `place-${place}`;

/**
 * The world at a mood between 0 (drifting apart) and 1 (grown together), for a page without a session. It is no forecast and no
 * real session.
 */
export function livingPicture(mood: number): MapPicture {
  return {
    nodes: places.map((_, place) => nodeAt(place, mood)),
    links: cables.map(([a, b, base]) => linkAt(a, b, base, mood)),
    blocs: blocsAt(mood),
    arcs: [],
    ties: [],
    fog: 0.42 * (1 - mood),
    dimmed: [],
  };
}

function nodeAt(place: number, mood: number): MapNode {
  const [x, y, weight] = places[place] ?? [0, 0, 1];
  const inCamp = place < 3 || place === 5 || place === 6;
  return {
    seat: idOf(place),
    name: '',
    description: '',
    x,
    y,
    weight,
    trusted: 0.42 + 0.3 * mood + 0.04 * (place % 4),
    threat: inCamp ? 0.72 - 0.55 * mood : 0.28 - 0.2 * mood,
    own: false,
    sealed: false,
    chosen: null,
  };
}

function linkAt(a: number, b: number, base: number, mood: number): MapLink {
  const tense = rivals.some(([one, other]) => one === a && other === b);
  const strength = tense ? 0.16 + 0.5 * mood : Math.min(1, base + 0.12 * mood);
  return {
    a: idOf(a),
    b: idOf(b),
    strength,
    technical: tense ? 0.3 + 0.55 * mood : 0.9,
    political: tense ? 0.2 + 0.55 * mood : 0.75,
    commercial: tense ? 0.35 + 0.5 * mood : 0.85,
    restricted: tense ? Math.max(0, 0.5 - 0.62 * mood) : 0,
  };
}

function blocsAt(mood: number): readonly MapBloc[] {
  const depth = 0.65 - 0.4 * mood;
  return [
    { id: 1, kind: 'exclusive', order: 0, depth, members: [idOf(0), idOf(1), idOf(2)], name: '' },
    { id: 2, kind: 'exclusive', order: 1, depth, members: [idOf(5), idOf(6)], name: '' },
    { id: 3, kind: 'functional', order: 0, depth: 0, members: [3, 4, 7, 8].map(idOf), name: '' },
  ];
}
