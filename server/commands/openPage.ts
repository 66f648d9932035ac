import { spawn } from 'node:child_process';

/** What opens an address in the browser that a person uses, by platform; no shell reads the address. */
const openers: Partial<Record<NodeJS.Platform, readonly string[]>> = {
  darwin: ['open'],
  win32: ['rundll32', 'url.dll,FileProtocolHandler'],
};

/** Opens an address in this computer's browser, where it has one; the address is printed in any case. */
export function openPage(url: string): void {
  const [program = '', ...before] = openers[process.platform] ?? ['xdg-open'];
  const child = spawn(program, [...before, url], { detached: true, stdio: 'ignore' });
  child.on('error', () => undefined);
  child.unref();
}
