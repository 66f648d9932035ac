import { spawn } from 'node:child_process';

/** The command that opens an address in the user's browser, by platform; no shell parses the address. */
const openers: Partial<Record<NodeJS.Platform, readonly string[]>> = {
  darwin: ['open'],
  win32: ['rundll32', 'url.dll,FileProtocolHandler'],
};

/** Opens an address in this computer's browser if it has one; the address is printed in any case. */
export function openPage(url: string): void {
  const [program = '', ...before] = openers[process.platform] ?? ['xdg-open'];
  const child = spawn(program, [...before, url], { detached: true, stdio: 'ignore' });
  child.on('error', () => undefined);
  child.unref();
}
