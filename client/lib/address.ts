import { signal, type ReadonlySignal } from '@preact/signals';
import { wholeCode } from '#shared/wire/codes.ts';
import { pageAt, pathTo } from '../net/ownAddress.ts';

/** The screen that an address asks for. */
export type Address =
  | { readonly screen: 'home' }
  | { readonly screen: 'join'; readonly code: string }
  | { readonly screen: 'play'; readonly code: string }
  | { readonly screen: 'host' }
  | { readonly screen: 'readiness' }
  | { readonly screen: 'library' }
  | { readonly screen: 'server' }
  | { readonly screen: 'privacy' }
  | { readonly screen: 'trial' }
  | { readonly screen: 'hostRoom'; readonly code: string }
  | { readonly screen: 'projector'; readonly code: string }
  | { readonly screen: 'event'; readonly code: string }
  | { readonly screen: 'dials'; readonly code: string }
  | { readonly screen: 'practice' }
  | { readonly screen: 'rules' }
  | { readonly screen: 'compare' }
  | {
      readonly screen: 'kit';
      readonly scenario: string;
      readonly plan: string | null;
      readonly pace: string | null;
      readonly seats: string | null;
      readonly session: string | null;
    }
  | { readonly screen: 'replay'; readonly code: string | null }
  | { readonly screen: 'sharedRecord' }
  | { readonly screen: 'unknown' };

/**
 * The screen of a path and its parameters (`?plan=…`). A code alone leads to its welcome page, so that people can type it after
 * the host name.
 */
export function addressOf(path: string, search = ''): Address {
  const parts = path.split('/').filter((part) => part !== '');
  const [first, second] = parts;
  if (first === undefined) return { screen: 'home' };
  if (parts.length > 2) return { screen: 'unknown' };
  if (first === 'kit' && second !== undefined) {
    const asked = new URLSearchParams(search);
    const [plan, pace, seats] = [asked.get('plan'), asked.get('pace'), asked.get('seats')];
    return { screen: 'kit', scenario: decoded(second), plan, pace, seats, session: asked.get('session') };
  }
  if (first === 'host' && second === 'ready') return { screen: 'readiness' };
  if (first === 'host' && second === 'sessions') return { screen: 'library' };
  if (first === 'host' && second === 'this-server') return { screen: 'server' };
  if (first === 'privacy' && second === undefined) return { screen: 'privacy' };
  if (first === 'shared-record' && second === undefined) return { screen: 'sharedRecord' };
  if (first === 'trial' && second === undefined) return { screen: 'trial' };
  const code = second === undefined ? null : wholeCode(decoded(second));
  if (second !== undefined) return code === null ? { screen: 'unknown' } : addressWithCode(first, code);
  if (first === 'host' || first === 'practice' || first === 'rules' || first === 'compare')
    return { screen: first };
  if (first === 'replay') return { screen: 'replay', code: null };
  const alone = wholeCode(decoded(first));
  return alone === null ? { screen: 'unknown' } : { screen: 'join', code: alone };
}

function addressWithCode(first: string, code: string): Address {
  if (first === 'join' || first === 'play' || first === 'replay') return { screen: first, code };
  if (first === 'event' || first === 'dials') return { screen: first, code };
  if (first === 'host') return { screen: 'hostRoom', code };
  if (first === 'screen') return { screen: 'projector', code };
  return { screen: 'unknown' };
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

const current = signal<Address>(typeof location === 'undefined' ? { screen: 'home' } : here());

/** The screen of the current address. */
export const address: ReadonlySignal<Address> = current;

/** The page of a session's charts, at its end. */
export function analysisPage(code: string): `/${string}` {
  return `/replay/${code}#at=ended&tab=analysis`;
}

/** The page of a record that a link leads to; its secret is in the part that no server or proxy is told. */
export function sharedPage(secret: string): `/${string}` {
  return `/shared-record#link=${secret}`;
}

/** The page of an event for a co-host; the secret of the link is in the part that no server or proxy is told. */
export function coHostPage(code: string, secret: string): `/${string}` {
  return `/event/${code}#co-host=${secret}`;
}

/** Goes to another screen without reloading; `replace` keeps the current one out of the history. */
export function go(page: `/${string}`, how: 'push' | 'replace' = 'push'): void {
  visit(pathTo(page), how);
}

function visit(path: string, how: 'push' | 'replace'): void {
  if (how === 'replace') history.replaceState(null, '', path);
  else history.pushState(null, '', path);
  current.value = here();
  scrollTo(0, 0);
}

function here(): Address {
  const { path, search } = pageAt(location);
  return addressOf(path, search);
}

/** Lets the back button and internal links change the screen instead of the page. */
export function followAddress(): void {
  addEventListener('popstate', () => {
    current.value = here();
  });
  document.addEventListener('click', (click) => {
    const path = pathOfClick(click);
    if (path === null) return;
    click.preventDefault();
    visit(path, 'push');
  });
}

/** Whether a click on a link means to go there, not to open it elsewhere or keep it. */
export function isPlainClick(click: MouseEvent): boolean {
  return click.button === 0 && !click.metaKey && !click.ctrlKey && !click.shiftKey && !click.altKey;
}

function pathOfClick(click: MouseEvent): string | null {
  if (click.defaultPrevented || !isPlainClick(click)) return null;
  const link = click.target instanceof Element ? click.target.closest('a') : null;
  if (!link || link.target !== '' || link.hasAttribute('download') || link.origin !== location.origin)
    return null;
  if (link.pathname.startsWith(pathTo('/api/'))) return null;
  if (link.hash !== '' && link.pathname === location.pathname && link.search === location.search) return null;
  return link.pathname + link.search + link.hash;
}
