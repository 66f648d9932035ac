import { signal } from '@preact/signals';
import { expect, test } from 'vitest';
import { draftsAt } from '../../client/screens/debrief/noteDrafts.ts';
import type { ViewSource } from '../../client/source/viewSource.ts';

function sourceOf(): ViewSource {
  return {
    view: signal(null),
    presence: signal(null),
    status: signal('live'),
    mayHost: false,
    said: null,
    send: async () => ({ ok: false, undelivered: 'offline' }),
    ask: async () => null,
    record: async () => null,
    lead: () => Promise.resolve(),
    show: () => Promise.resolve(),
    putInCentre: () => Promise.resolve(),
    draw: async () => undefined,
    close: () => undefined,
  };
}

test('what somebody writes is still there on the next look, and is nobody else’s', () => {
  const [mine, other] = [sourceOf(), sourceOf()];
  draftsAt(mine).reflection.value = 'We were quick to';
  draftsAt(mine).after.value = { 1: 4 };
  expect(draftsAt(mine).reflection.value).toBe('We were quick to');
  expect(draftsAt(mine).after.value).toEqual({ 1: 4 });
  expect(draftsAt(mine).before.value).toEqual({});
  expect(draftsAt(other).reflection.value).toBe(null);
});
