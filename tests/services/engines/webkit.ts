import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Builder, Button, Capabilities, Key, Origin, type WebDriver } from 'selenium-webdriver';
import { vi } from 'vitest';
import {
  type Engine,
  type EngineKey,
  type EngineSize,
  engineSizes,
  type EngineWindow,
  scriptOf,
} from './engine.ts';
import { onPath } from './found.ts';
import { freePort } from '../../support/freePort.ts';

/** The programs that run WebKitGTK: its driver, its small browser, and a virtual screen. */
interface WebKit {
  readonly driver: string;
  readonly browser: string;
  readonly screen: string;
}

/** The WebKitGTK of this computer with everything it needs; null if a part is missing. */
export function findWebKit(): WebKit | null {
  const driver = onPath('WebKitWebDriver');
  const screen = onPath('Xvfb');
  const browser = onPath(...miniBrowsers());
  return driver === null || screen === null || browser === null ? null : { driver, browser, screen };
}

/** Where distributions keep MiniBrowser: in a folder named after the version of the interface. */
function miniBrowsers(): readonly string[] {
  const roots = ['/usr/lib/x86_64-linux-gnu', '/usr/lib/aarch64-linux-gnu', '/usr/lib64', '/usr/libexec'];
  return roots.flatMap((root) =>
    entriesOf(root)
      .filter((name) => name.startsWith('webkit'))
      .map((name) => join(root, name, 'MiniBrowser')),
  );
}

function entriesOf(folder: string): readonly string[] {
  try {
    return readdirSync(folder).toSorted().toReversed();
  } catch {
    return [];
  }
}

/** Starts a screen for WebKitGTK; every window is a browser of its own, because a driver controls one at a time. */
export async function startWebKit(webKit: WebKit): Promise<Engine> {
  const screen = spawn(
    webKit.screen,
    ['-displayfd', '3', '-screen', '0', '2000x1300x24', '-nolisten', 'tcp'],
    { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] },
  );
  const display = await displayOf(screen);
  const open: { readonly driver: ChildProcess; readonly browser: WebDriver }[] = [];
  return {
    open: async (size) => {
      const port = await freePort();
      const driver = spawn(webKit.driver, [`--port=${port}`, '--host=127.0.0.1'], {
        env: { ...process.env, DISPLAY: display, LIBGL_ALWAYS_SOFTWARE: '1', LANG: 'C.UTF-8' },
        stdio: 'ignore',
      });
      const browser = await openBrowser(port, webKit.browser);
      open.push({ driver, browser });
      return windowOf(browser, size);
    },
    close: async () => {
      for (const { driver, browser } of open) {
        await browser.quit().catch(() => undefined);
        await end(driver);
      }
      await end(screen);
    },
  };
}

async function displayOf(screen: ChildProcess): Promise<string> {
  const told = screen.stdio[3];
  if (!told) throw new Error('the screen has no channel to tell its number');
  const [number] = await once(told, 'data', { signal: AbortSignal.timeout(20_000) });
  return `:${String(number).trim()}`;
}

async function openBrowser(port: number, program: string): Promise<WebDriver> {
  const address = `http://127.0.0.1:${port}`;
  await vi.waitFor(async () => fetch(`${address}/status`), { timeout: 20_000, interval: 100 });
  const wanted = new Capabilities({
    browserName: 'MiniBrowser',
    'webkitgtk:browserOptions': { binary: program, args: ['--automation'] },
  });
  return new Builder().usingServer(address).withCapabilities(wanted).build();
}

async function windowOf(browser: WebDriver, size: EngineSize): Promise<EngineWindow> {
  await browser
    .manage()
    .window()
    .setRect({ x: 0, y: 0, ...engineSizes[size] });
  const act = (): ReturnType<WebDriver['actions']> => browser.actions({ async: true });
  return {
    complaints: [],
    goTo: (address) => browser.get(address),
    evaluate: async (work, given = '') =>
      JSON.parse(await browser.executeScript<string>(`return ${scriptOf(work, given)}`)),
    load: async (script) => void (await browser.executeScript(script)),
    pointerDown: (x, y) =>
      act()
        .move({ x: Math.round(x), y: Math.round(y), duration: 0, origin: Origin.VIEWPORT })
        .press(Button.LEFT)
        .perform(),
    pointerUp: () => act().release(Button.LEFT).perform(),
    type: (text) => act().sendKeys(text).perform(),
    key: (name) => act().sendKeys(keys[name]).perform(),
    picture: async () => Buffer.from(await browser.takeScreenshot(), 'base64'),
  };
}

const keys: Readonly<Record<EngineKey, string>> = {
  ArrowRight: Key.ARROW_RIGHT,
  Home: Key.HOME,
  Enter: Key.ENTER,
  Escape: Key.ESCAPE,
};

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGTERM');
  await gone;
}
