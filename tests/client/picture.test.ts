import { describe, expect, test } from 'vitest';
import type { View } from '#shared/session/views/tableView.ts';
import { scenarioById } from '#shared/scenario/packs.ts';
import { viewFor } from '#shared/session/view.ts';
import { pairPlace } from '../../client/panels/lookup.ts';
import { pictureOf, type PictureWishes } from '../../client/panels/world/pictureOf.ts';
import { en } from '../../client/text/en.ts';
import { zh } from '../../client/text/zh.ts';
import { decidingTable } from '../session/table.ts';

const view: View = viewFor(
  decidingTable(),
  { kind: 'delegate', seat: 'aurelia', delegate: 'person-aurelia' },
  () => null,
);
const plain: PictureWishes = {
  chosen: null,
  dimmed: [],
  arcs: [],
  withTies: true,
  language: 'en',
  speech: en.play.map,
};

describe('the picture of a view', () => {
  test('has a node for every state and a link for every pair', () => {
    const picture = pictureOf(view, plain);
    const n = view.card.seats.length;
    expect(picture.nodes.map(({ seat }) => seat)).toEqual(view.card.seats.map(({ id }) => id));
    expect(picture.links).toHaveLength((n * (n - 1)) / 2);
    expect(new Set(picture.links.map(({ a, b }) => `${a}:${b}`)).size).toBe(picture.links.length);
  });

  test('speaks in unit shares only', () => {
    const { nodes, links, blocs, fog } = pictureOf(view, plain);
    const shares = [
      fog,
      ...nodes.flatMap(({ trusted, threat }) => [trusted, threat]),
      ...links.flatMap((link) => [
        link.strength,
        link.technical,
        link.political,
        link.commercial,
        link.restricted,
      ]),
      ...blocs.map(({ depth }) => depth),
    ];
    for (const share of shares) {
      expect(share).toBeGreaterThanOrEqual(0);
      expect(share).toBeLessThanOrEqual(1);
    }
  });

  test('a restriction shows whichever of the two imposed it', () => {
    const link = pictureOf(view, plain).links.find(({ a, b }) => a === 'aurelia' && b === 'meridia');
    const imposed = scenarioById('archipelago')?.opening.restrictions.map(({ value }) => value) ?? [];
    expect(link?.restricted).toBeCloseTo(Math.max(...imposed), 3);
  });

  test('marks the own state and the chosen targets, in the family of the order', () => {
    const { nodes } = pictureOf(view, { ...plain, chosen: { seats: ['meridia'], family: 'securitize' } });
    expect(nodes.filter(({ own }) => own).map(({ seat }) => seat)).toEqual(['aurelia']);
    expect(nodes.filter(({ chosen }) => chosen).map(({ seat, chosen }) => [seat, chosen])).toEqual([
      ['meridia', 'securitize'],
    ]);
  });

  test('names and describes in the reader’s language', () => {
    const chinese = pictureOf(view, { ...plain, language: 'zh', speech: zh.play.map });
    expect(chinese.nodes[0]?.name).toMatch(/\p{Script=Han}/u);
    expect(chinese.nodes[0]?.description).toContain(zh.play.map.nodeOwn);
  });

  test('a dormant camp is not drawn', () => {
    const dormant = view.table.blocs.filter((bloc) => bloc.dormant).map(({ id }) => id);
    expect(dormant).not.toEqual([]);
    const drawn = pictureOf(view, plain).blocs.map(({ id }) => id);
    expect(drawn.filter((id) => dormant.includes(id))).toEqual([]);
  });
});

test('pairs are counted in the order of the lists', () => {
  const n = 5;
  const places: number[] = [];
  for (let a = 0; a < n; a += 1) for (let b = a + 1; b < n; b += 1) places.push(pairPlace(n, b, a));
  expect(places).toEqual(Array.from({ length: 10 }, (_, index) => index));
});
