import { describe, expect, test } from 'vitest';
import { readFileSync } from 'node:fs';
import { leaveComposingAlone } from '../../client/components/composing.ts';
import { sourcesOf } from '../support/sources.ts';

interface Key {
  readonly key: string;
  readonly keyCode: number;
  readonly isComposing: boolean;
}

/** Whether a handler of the program receives a key on a page whose input methods are left alone. */
function isHeard(key: Key, type: 'keydown' | 'keypress' | 'keyup' = 'keydown'): boolean {
  const page = new EventTarget();
  leaveComposingAlone(page);
  let heard = false;
  page.addEventListener(type, () => {
    heard = true;
  });
  page.dispatchEvent(Object.assign(new Event(type, { cancelable: true }), key));
  return heard;
}

describe('keys of an input method', () => {
  test.each([
    ['Enter in Chrome, before the composition ends', { key: 'Enter', keyCode: 229, isComposing: true }],
    ['Enter in Safari, after it has ended', { key: 'Enter', keyCode: 229, isComposing: false }],
    ['Enter in Firefox', { key: 'Enter', keyCode: 13, isComposing: true }],
    ['Escape that drops a candidate', { key: 'Escape', keyCode: 229, isComposing: true }],
  ])('%s acts nowhere', (_what, key) => {
    expect(isHeard(key)).toBe(false);
    expect(isHeard(key, 'keyup')).toBe(false);
  });

  test('a key of one’s own acts as ever', () => {
    expect(isHeard({ key: 'Enter', keyCode: 13, isComposing: false })).toBe(true);
    expect(isHeard({ key: 'Escape', keyCode: 27, isComposing: false })).toBe(true);
  });

  test('are kept away before anything else listens, and nobody listens ahead of that', () => {
    const main = readFileSync('client/main.tsx', 'utf8');
    const calls = [...main.matchAll(/^(\w+)\(/gm)].map((call) => call[1]);
    expect(calls[0]).toBe('leaveComposingAlone');
    const ahead = sourcesOf('client')
      .filter(({ path }) => path !== 'client/components/composing.ts')
      .filter(({ text }) => /onKey\w*Capture|addEventListener\(\s*'key\w+',[^)]*true/.test(text))
      .map(({ path }) => path);
    expect(ahead).toEqual([]);
  });
});
