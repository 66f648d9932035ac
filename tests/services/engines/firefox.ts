import puppeteer from 'puppeteer-core';
import { type Engine, type EngineSize, engineSizes, type EngineWindow, scriptOf } from './engine.ts';
import { onPath } from './found.ts';

/** The Firefox of this computer: the one named by `FIREFOX`, else one on the PATH; null if there is none. */
export function findFirefox(): string | null {
  return onPath(process.env['FIREFOX'] ?? '', 'firefox-esr', 'firefox');
}

/** The wire's packer tries to compile a function and continues without one if the policy forbids it; Firefox reports the refusal. */
const EXPECTED = /Content-Security-Policy: .* blocked a JavaScript eval .*'unsafe-eval'/;

/** Starts Firefox with an empty profile and drives it over WebDriver BiDi. */
export async function startFirefox(program: string): Promise<Engine> {
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: program,
    headless: true,
    timeout: 60_000,
    protocolTimeout: 120_000,
  });
  return {
    open: async (size: EngineSize): Promise<EngineWindow> => {
      const context = await browser.createBrowserContext();
      const page = await context.newPage({ type: 'window' });
      await page.setViewport(engineSizes[size]);
      const complaints: string[] = [];
      page.on('pageerror', (fault) => {
        if (!EXPECTED.test(String(fault))) complaints.push(String(fault));
      });
      return {
        complaints,
        goTo: async (address) => {
          // A page that is still loading aborts the next navigation once; people press again.
          await page.goto(address).catch(() => page.goto(address));
        },
        evaluate: async (work, given = '') => JSON.parse(String(await page.evaluate(scriptOf(work, given)))),
        load: async (script) => void (await page.evaluate(script)),
        pointerDown: async (x, y) => {
          await page.mouse.move(x, y);
          await page.mouse.down();
        },
        pointerUp: () => page.mouse.up(),
        type: (text) => page.keyboard.type(text),
        key: (name) => page.keyboard.press(name),
        picture: () => page.screenshot(),
      };
    },
    close: () => browser.close(),
  };
}
