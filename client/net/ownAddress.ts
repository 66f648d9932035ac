/** The server's public address through a proxy, as given in the page; null when people reach the server directly. */
export const publicUrl: string | null = told();

const path = publicUrl === null ? '/' : `${new URL(publicUrl).pathname.replace(/\/$/, '')}/`;

/** The address of a page or an answer of this server: `/host` is `/crossroads/host` if the server is under a path. */
export function pathTo(page: `/${string}`): string {
  return path + page.slice(1);
}

/** A path of this site as the program sees it: without the server's path prefix. */
export function pageAt(pathname: string): string {
  return `${pathname}/`.startsWith(path) ? `/${pathname.slice(path.length)}` : pathname;
}

/** This server's address for rooms and API, as this page reaches it. */
export function ownOrigin(): string {
  return location.origin + path.slice(0, -1);
}

function told(): string | null {
  if (typeof document === 'undefined') return null;
  const url = document.querySelector<HTMLMetaElement>('meta[name="public-url"]')?.content ?? '';
  return url === '' ? null : url;
}
