import { standIn } from './standIn.ts';

/** The server's public address through a proxy, as given in the page; null when people reach the server directly. */
export const publicUrl: string | null = told();

const path = publicUrl === null ? '/' : `${new URL(publicUrl).pathname.replace(/\/$/, '')}/`;

/** What an address says that it asks for: a path as the program writes it, and its parameters (`?plan=…`). */
export interface AskedPage {
  readonly path: string;
  readonly search: string;
}

/**
 * The address of a page or an answer of this server: `/host` is `/crossroads/host` if the server is under a path. A folder of files
 * has one page for all: there the address stands after a question mark, `folder/?/rules`. [decision 0099]
 */
export function pathTo(page: `/${string}`): string {
  if (standIn() === null) return path + page.slice(1);
  return page === '/' ? folderOf(location.pathname) : `${folderOf(location.pathname)}?${page}`;
}

/** What an address of this site asks for, without the server's path prefix or the folder. */
export function pageAt({ pathname, search }: Pick<Location, 'pathname' | 'search'>): AskedPage {
  if (standIn() !== null) return pageInQuery(search);
  return { path: `${pathname}/`.startsWith(path) ? `/${pathname.slice(path.length)}` : pathname, search };
}

/** The page that stands after the question mark: `?/kit/archipelago?plan=60`. What others have added to the address is left out. */
export function pageInQuery(search: string): AskedPage {
  const [, page = '/', asked = ''] = /^\?(\/[^?&]*)(\?[^?]*)?/.exec(search) ?? [];
  return { path: page, search: asked };
}

/** This server's address for rooms and API, as this page reaches it. */
export function ownOrigin(): string {
  return location.origin + path.slice(0, -1);
}

function folderOf(pathname: string): string {
  return pathname.slice(0, pathname.lastIndexOf('/') + 1);
}

function told(): string | null {
  if (typeof document === 'undefined') return null;
  const url = document.querySelector<HTMLMetaElement>('meta[name="public-url"]')?.content ?? '';
  return url === '' ? null : url;
}
