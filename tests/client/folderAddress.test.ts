import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { addressOf } from '../../client/lib/address.ts';
import { pageAt, pageInQuery, pathTo } from '../../client/net/ownAddress.ts';
import { takePlaceOfServer } from '../../client/net/standIn.ts';
import type { StandIn } from '../../client/net/standIn.ts';

beforeEach(() => vi.stubGlobal('location', { pathname: '/course/week%203/index.html', search: '' }));
afterEach(() => vi.unstubAllGlobals());

test('in a folder of files the page stands after a question mark, and comes back from there', () => {
  expect(pathTo('/practice'), 'a server has paths').toBe('/practice');
  takePlaceOfServer({} as StandIn);
  expect(pathTo('/')).toBe('/course/week%203/');
  for (const page of [
    '/practice',
    '/rules#cards',
    '/kit/archipelago?plan=5x3',
    '/replay/H7KX4M#at=ended',
  ] as const) {
    const url = new URL(pathTo(page), 'https://school.example');
    expect(url.pathname).toBe('/course/week%203/');
    const { path, search } = pageAt(url);
    expect(`${path}${search}${url.hash}`).toBe(page);
  }
  expect(addressOf('/kit/archipelago', '?plan=5x3')).toMatchObject({ screen: 'kit', plan: '5x3' });
});

test.each([
  ['', '/'],
  ['?lang=zh', '/'],
  ['?from=chat&x=1', '/'],
  ['?/practice&from=chat', '/practice'],
  ['?/kit/archipelago?plan=8x2', '/kit/archipelago'],
])('%s asks for %s, whatever others have added', (search, path) => {
  expect(pageInQuery(search).path).toBe(path);
});
