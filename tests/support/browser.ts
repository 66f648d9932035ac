import { accessSync, constants } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium } from 'playwright-core';

/** A browser that has been started successfully: its program, and what it needs in its environment. */
export interface FoundBrowser {
  readonly executablePath: string;
  /** Folders with its own libraries; empty if the system's libraries are enough. */
  readonly libraries: string;
}

/** Why no browser could be started: one line for each attempt. */
export interface NoBrowser {
  readonly tried: readonly string[];
}

const flags = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
] as const;

/** Programs as they are called on a PATH, in order of preference. */
const commands = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'microsoft-edge-stable',
] as const;

/** Starts a browser with an empty profile. The caller closes it. */
export function startBrowser({ executablePath, libraries }: FoundBrowser): Promise<Browser> {
  const env = Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
  const own = [libraries, env['LD_LIBRARY_PATH'] ?? ''].filter((part) => part !== '').join(delimiter);
  return chromium.launch({
    executablePath,
    args: [...flags],
    env: own === '' ? env : { ...env, LD_LIBRARY_PATH: own },
    timeout: 60_000,
  });
}

/**
 * Looks for a browser that starts: the one named by `CHROMIUM`, else an installed one, else the one from the registry, if
 * necessary with the libraries in its package.
 */
export async function findBrowser(): Promise<FoundBrowser | NoBrowser> {
  const tried: string[] = [];
  for (const candidate of [...installed(), fromRegistry, fromRegistryWithLibraries]) {
    const found = typeof candidate === 'string' ? { executablePath: candidate, libraries: '' } : candidate;
    try {
      const browser = typeof found === 'function' ? await found() : found;
      await tryOut(browser);
      return browser;
    } catch (error) {
      const name = typeof candidate === 'string' ? candidate : '@sparticuz/chromium';
      const [reason = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
      tried.push(`${name}: ${reason}`);
    }
  }
  return { tried };
}

/** A browser counts as found if it can draw a page. */
async function tryOut(found: FoundBrowser): Promise<void> {
  const browser = await startBrowser(found);
  try {
    const page = await browser.newPage();
    await page.goto('data:text/html,<title>there</title>', { timeout: 30_000 });
    if ((await page.title()) !== 'there') throw new Error('it starts, but shows no page');
  } finally {
    await browser.close();
  }
}

function installed(): readonly string[] {
  const named = process.env['CHROMIUM'] ?? '';
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  const onPath = commands.flatMap((command) => folders.map((folder) => join(folder, command)));
  const found = [...onPath, ...elsewhere()].filter((file) => isProgram(file));
  return named === '' ? found : [named, ...found];
}

/** Where systems keep browsers that are not on the PATH. */
function elsewhere(): readonly string[] {
  if (process.platform === 'darwin')
    return ['Chromium', 'Google Chrome', 'Microsoft Edge'].map(
      (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
    );
  if (process.platform !== 'win32') return [];
  const roots = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap(
    (name) => process.env[name] ?? [],
  );
  return roots.flatMap((root) => [
    join(root, 'Google', 'Chrome', 'Application', 'chrome.exe'),
    join(root, 'Microsoft', 'Edge', 'Application', 'msedge.exe'),
  ]);
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

async function fromRegistry(): Promise<FoundBrowser> {
  const { default: packed } = await import('@sparticuz/chromium');
  return { executablePath: await packed.executablePath(), libraries: '' };
}

async function fromRegistryWithLibraries(): Promise<FoundBrowser> {
  const { inflate } = await import('@sparticuz/chromium');
  const { executablePath } = await fromRegistry();
  const home = import.meta.resolve('@sparticuz/chromium');
  await inflate(fileURLToPath(new URL('../bin/al2023.tar.br', home)));
  return { executablePath, libraries: join(tmpdir(), 'al2023', 'lib') };
}
