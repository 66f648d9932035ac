import type { Browser, BrowserContext, Page } from 'playwright-core';
import { en } from '../../client/text/en.ts';
import type { Messages } from '../../client/text/language.ts';
import { zh } from '../../client/text/zh.ts';

/** The words of both languages, as the client shows them: rewording a button changes the tests with it. */
export const languages: Readonly<Record<'en' | 'zh', Messages>> = { en, zh };

/** The two sizes at which tests play whole sessions. */
export const sizes = {
  laptop: { width: 1280, height: 800 },
  phone: { width: 390, height: 844 },
} as const;

/** The settings of a device. */
export interface Device {
  readonly language?: 'en' | 'zh';
  readonly size?: keyof typeof sizes;
  readonly theme?: 'night' | 'paper';
  readonly calm?: boolean;
  /** It has a touch screen; a phone always has. */
  readonly touch?: boolean;
  /** Shows the guided first round, which would otherwise cover what is tested. */
  readonly newcomer?: boolean;
  /** The server's certificate is self-signed. */
  readonly selfMade?: boolean;
  /** A script that runs in every page before the page's own. */
  readonly before?: string;
  /**
   * Draws maps with WebGL, as people's devices do. The default is a plain canvas: much quicker without a graphics card, and of the
   * same size.
   */
  readonly webgl?: boolean;
}

/** A browser window with its own storage, as on a device of its own, and its misbehaviour. */
export interface Window {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly words: Messages;
  readonly language: 'en' | 'zh';
  readonly size: keyof typeof sizes;
  /** Errors of the console and of scripts. */
  readonly complaints: readonly string[];
  /** Requested addresses on other hosts. */
  readonly strangers: readonly string[];
}

/** Lets pages find no WebGL; maps then draw on a plain canvas. */
const noWebgl = `
  const getContext = HTMLCanvasElement.prototype.getContext;
  HTMLCanvasElement.prototype.getContext = function (kind, ...given) {
    return kind.includes('webgl') ? null : getContext.call(this, kind, ...given);
  };
`;

/** How long a step may take on a busy machine. */
export const PATIENCE_MS = 45_000;

/** Opens a window on an address. */
export async function openWindow(browser: Browser, url: string, device: Device = {}): Promise<Window> {
  const { language = 'en', size = 'laptop', theme = 'night', calm = false } = device;
  const context = await browser.newContext({
    viewport: sizes[size],
    locale: language === 'zh' ? 'zh-CN' : 'en-GB',
    colorScheme: theme === 'night' ? 'dark' : 'light',
    ignoreHTTPSErrors: device.selfMade === true,
    reducedMotion: calm ? 'reduce' : 'no-preference',
    hasTouch: size === 'phone' || device.touch === true,
    isMobile: size === 'phone',
  });
  context.setDefaultTimeout(PATIENCE_MS);
  if (device.newcomer !== true) {
    await context.addInitScript("localStorage.setItem('crossroads.coach', 'seen')");
  }
  if (device.webgl !== true) await context.addInitScript(noWebgl);
  if (device.before !== undefined) await context.addInitScript(device.before);
  const page = await context.newPage();
  const complaints: string[] = [];
  const strangers: string[] = [];
  const own = new URL(url).host;
  const see = (address: string): void => {
    const { protocol, host } = new URL(address);
    if (protocol !== 'data:' && protocol !== 'blob:' && host !== own) strangers.push(address);
  };
  page.on('console', (said) => {
    if (said.type() === 'error') complaints.push(said.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('request', (request) => see(request.url()));
  page.on('websocket', (socket) => see(socket.url()));
  await page.goto(url);
  return { page, context, words: languages[language], language, size, complaints, strangers };
}
