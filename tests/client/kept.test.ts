import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';

const pass = { code: 'ABC234', seat: 'aurelia', delegate: 'd', token: 't' };

function refuse(): never {
  throw new DOMException('Access is denied for this document.', 'SecurityError');
}

/** The modules as a page loads them again. */
async function pageLoaded() {
  vi.resetModules();
  const tokens = await import('../../client/net/tokens.ts');
  const { isKeptInTabOnly } = await import('../../client/net/kept.ts');
  return { ...tokens, isKeptInTabOnly };
}

describe('a browser that stores nothing', () => {
  beforeEach(() => {
    vi.stubGlobal('window', { name: '' });
    vi.stubGlobal('localStorage', { getItem: refuse, setItem: refuse, removeItem: refuse });
  });
  afterEach(() => vi.unstubAllGlobals());

  test('a pass lives as long as the tab, over a reload too, and the page knows', async () => {
    const first = await pageLoaded();
    expect(first.isKeptInTabOnly.value).toBe(false);
    first.keepSeatPass(pass);
    expect(first.seatPassOf('ABC234')).toEqual(pass);
    expect(first.isKeptInTabOnly.value).toBe(true);
    const reloaded = await pageLoaded();
    expect(reloaded.seatPassOf('ABC234')).toEqual(pass);
    expect(reloaded.seatPassOf('ABC235')).toBeNull();
  });

  test('a pass that is forgotten leaves nothing in the tab', async () => {
    const { keepSeatPass, forgetSeatPass, seatPassOf, isKeptInTabOnly } = await pageLoaded();
    keepSeatPass(pass);
    forgetSeatPass('ABC234');
    expect(seatPassOf('ABC234')).toBeNull();
    expect(isKeptInTabOnly.value).toBe(false);
    expect(window.name).toBe('');
  });

  test('a name that is not of this program is left alone', async () => {
    window.name = 'somebody else';
    const { seatPassOf, keepSeatPass, forgetSeatPass } = await pageLoaded();
    expect(seatPassOf('ABC234')).toBeNull();
    vi.stubGlobal('localStorage', {
      getItem: () => null,
      setItem: () => undefined,
      removeItem: () => undefined,
    });
    keepSeatPass(pass);
    forgetSeatPass('ABC234');
    expect(window.name).toBe('somebody else');
  });
});
