/** Where people reach this server through a proxy, as the page was told; null where they reach it directly. */
export const publicUrl: string | null = told();

const path = publicUrl === null ? '/' : `${new URL(publicUrl).pathname.replace(/\/$/, '')}/`;

/** The address of a page or an answer of this server: `/host` is `/crossroads/host` where it lies under a path. */
export function pathTo(page: `/${string}`): string {
  return path + page.slice(1);
}

/** A path of this site as the program sees it: without the path that the server lies under. */
export function pageAt(pathname: string): string {
  return `${pathname}/`.startsWith(path) ? `/${pathname.slice(path.length)}` : pathname;
}

/** This server as its rooms and its API are reached from this page. */
export function ownOrigin(): string {
  return location.origin + path.slice(0, -1);
}

function told(): string | null {
  if (typeof document === 'undefined') return null;
  const url = document.querySelector<HTMLMetaElement>('meta[name="public-url"]')?.content ?? '';
  return url === '' ? null : url;
}
