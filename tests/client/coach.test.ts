import { expect, test } from 'vitest';
import { viewFor } from '#shared/session/view.ts';
import { coachSteps, stepAfterDeed, stepsNow } from '../../client/screens/play/coachSteps.ts';
import { after, decidingTable, fullTable, host } from '../session/table.ts';

const eyes = { kind: 'delegate', seat: 'aurelia', delegate: 'person-aurelia' } as const;
const deciding = decidingTable();
const view = viewFor(deciding, eyes, () => null);

test('the guide shows the table in the first round and the way to ask why after its reveal', () => {
  expect(stepsNow(view, false)).toEqual(coachSteps.slice(0, -1));
  const revealed = after(deciding, host, { type: 'closePhase', because: 'host' });
  const reveal = viewFor(revealed, eyes, () => null);
  expect([stepsNow(reveal, false), stepsNow(reveal, true)]).toEqual([[], ['why']]);
});

test('the guide does not appear for watchers, for people who wait, or in a later round', () => {
  expect(
    stepsNow(
      viewFor(deciding, { kind: 'observer' }, () => null),
      true,
    ),
  ).toEqual([]);
  expect(
    stepsNow(
      viewFor(fullTable(), eyes, () => null),
      true,
    ),
  ).toEqual([]);
  let later = deciding;
  do later = after(later, host, { type: 'closePhase', because: 'host' });
  while (later.phase.name !== 'decision');
  expect(
    stepsNow(
      viewFor(later, eyes, () => null),
      true,
    ),
  ).toEqual([]);
});

test('the guide follows the person’s own actions', () => {
  expect(stepAfterDeed('card', false, false)).toBe('card');
  expect(stepAfterDeed('card', true, false)).toBe('target');
  expect(stepAfterDeed('map', true, false)).toBe('map');
  expect(stepAfterDeed('target', true, true)).toBe('seal');
});
