import type { Browser, CDPSession, Page } from 'playwright-core';
import { en } from '../../client/text/en.ts';
import { zh } from '../../client/text/zh.ts';

/** The encodings that a browser requests: brotli over https and on localhost, gzip on a classroom's plain http. */
export const encodings = { br: 'gzip, deflate, br', gzip: 'gzip, deflate', none: 'identity' } as const;

/** One of the ways to ask. */
export type Encoding = keyof typeof encodings;

/** The bytes that one device received over the network, with headers. */
export interface Served {
  /** The start page without its map. */
  readonly start: number;
  /** The map behind the start page. */
  readonly map: number;
  /** The join page of a session. */
  readonly join: number;
  /** What a device still fetches between the join page and its seat, including the map. */
  readonly seat: number;
  /** The files fetched for the join page, with their bytes. */
  readonly joinParts: ReadonlyMap<string, number>;
}

const words = { en, zh } as const;
const SETTLED_MS = 1000;

/** Opens a session of *Twelve States* and returns the address of its join page. */
export async function openSessionAt(hostUrl: string): Promise<string> {
  const { origin, hash } = new URL(hostUrl);
  const post = (path: string, body: object, cookie = ''): Promise<Response> =>
    fetch(`${origin}/api${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie },
      body: JSON.stringify(body),
    });
  const entered = await post('/host/enter', { secret: hash.slice(1) });
  const cookie = entered.headers.get('set-cookie')?.split(';')[0] ?? '';
  const scenarios: unknown = await (await fetch(`${origin}/api/scenarios`)).json();
  const plan = planOf(scenarios, 'twelve-states');
  const opened = await post('/sessions', { scenario: 'twelve-states', plan }, cookie);
  if (opened.status !== 201) throw new Error(`no session was opened: ${await opened.text()}`);
  const { code }: { code: string } = await opened.json();
  return `${origin}/join/${code}`;
}

function planOf(scenarios: unknown, id: string): string {
  const list = scenarios as { readonly id: string; readonly plans: readonly { readonly id: string }[] }[];
  const plan = list.find((scenario) => scenario.id === id)?.plans[0]?.id;
  if (plan === undefined) throw new Error(`no plan of ${id}`);
  return plan;
}

/** Loads the start page and the join page on devices with empty caches, and counts the bytes over the network. */
export async function servedTo(
  browser: Browser,
  joinUrl: string,
  language: 'en' | 'zh',
  encoding: Encoding,
): Promise<Served> {
  const { shell } = words[language];
  const { start, map } = await onNewDevice(browser, language, encoding, async (page, wire) => {
    await page.goto(new URL('/', joinUrl).href);
    await page.getByRole('button', { name: shell.home.join, exact: true }).waitFor();
    await page.locator('.living-map.shown').waitFor();
    await page.waitForTimeout(SETTLED_MS);
    const ofMap = new Map([...wire].filter(([path]) => path.includes('/networkMap-')));
    return { start: sum(wire) - sum(ofMap), map: sum(ofMap) };
  });
  return onNewDevice(browser, language, encoding, async (page, wire) => {
    await page.goto(joinUrl);
    const take = page.getByRole('button', { name: shell.join.take, exact: true });
    await take.waitFor();
    await page.waitForTimeout(SETTLED_MS);
    const joinParts = new Map(wire);
    await take.click();
    await page.locator('.map-host canvas').waitFor({ state: 'attached' });
    await page.waitForTimeout(SETTLED_MS);
    const join = sum(joinParts);
    return { start, map, join, seat: sum(wire) - join, joinParts };
  });
}

/** Runs an action in a new page, and reports the bytes received for each path. */
async function onNewDevice<T>(
  browser: Browser,
  language: 'en' | 'zh',
  encoding: Encoding,
  visit: (page: Page, wire: ReadonlyMap<string, number>) => Promise<T>,
): Promise<T> {
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    locale: language === 'zh' ? 'zh-CN' : 'en-GB',
  });
  try {
    const page = await context.newPage();
    const wire = await listenTo(await context.newCDPSession(page), encoding);
    return await visit(page, wire);
  } finally {
    await context.close();
  }
}

async function listenTo(cdp: CDPSession, encoding: Encoding): Promise<ReadonlyMap<string, number>> {
  const paths = new Map<string, string>();
  const wire = new Map<string, number>();
  cdp.on('Network.requestWillBeSent', ({ requestId, request }) => {
    paths.set(requestId, new URL(request.url).pathname);
  });
  cdp.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const path = paths.get(requestId);
    if (path !== undefined) wire.set(path, (wire.get(path) ?? 0) + encodedDataLength);
  });
  await cdp.send('Network.enable');
  await cdp.send('Network.setExtraHTTPHeaders', { headers: { 'Accept-Encoding': encodings[encoding] } });
  return wire;
}

function sum(wire: ReadonlyMap<string, number>): number {
  return [...wire.values()].reduce((total, bytes) => total + bytes, 0);
}
