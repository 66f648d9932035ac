import { once } from 'node:events';
import { createServer } from 'node:net';
import type { Command } from 'commander';
import { renderUnicodeCompact } from 'uqr';
import { BUILD, type Config } from '../config.ts';
import type { RunningServer, StartOptions } from '../main.ts';
import { StoreError } from '../store/sessionStore.ts';
import { buildClientIfStale } from './buildClient.ts';
import { CommandFailed } from './commandFailed.ts';
import { wholeNumber } from './numbers.ts';

interface StartFlags {
  readonly port?: number;
  readonly host?: string;
  readonly data?: string;
  readonly dev?: true;
  /** False after `--no-build`. */
  readonly build: boolean;
}

/** `crossroads start`: the server, until it is told to stop. */
export function addStart(program: Command, config: Config): void {
  program
    .command('start')
    .description('start the server and print the addresses for the host and for everybody else')
    .option('--port <n>', `the port to listen on (default: ${config.port})`, wholeNumber(0, 65_535))
    .option('--host <addr>', `the address to listen on (default: ${config.host}, all interfaces)`)
    .option('--data <dir>', `where sessions are kept (default: ${config.dataDir})`)
    .option('--dev', 'serve the pages from their sources, for development')
    .option('--no-build', 'serve the pages as they were last built')
    .action((flags: StartFlags) => start(flags, config));
}

async function start(flags: StartFlags, config: Config): Promise<void> {
  const options: StartOptions = {
    ...config,
    port: flags.port ?? config.port,
    host: flags.host ?? config.host,
    dataDir: flags.data ?? config.dataDir,
    dev: flags.dev === true,
  };
  await tryPort(options);
  if (flags.dev !== true && flags.build) await buildClientIfStale((sentence) => console.log(sentence));
  const server = await started(options);
  console.log(welcome(server));
  const stop = (): void => {
    console.log('Stopping …');
    void server.close().then(() => process.exit(0));
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}

async function started(options: StartOptions): Promise<RunningServer> {
  // Only here: the other commands do without the network and start faster for it.
  const { startServer } = await import('../main.ts');
  try {
    return await startServer(options);
  } catch (error) {
    if (error instanceof StoreError) throw new CommandFailed(error.message);
    throw error;
  }
}

/** Tries the port before anything is built or opened, so that a taken one costs a second and not a minute. */
async function tryPort({ port, host }: StartOptions): Promise<void> {
  const probe = createServer();
  try {
    probe.listen(port, host);
    await once(probe, 'listening');
  } catch (error) {
    const sentence = listenFault(error, port, host);
    throw sentence === null ? error : new CommandFailed(sentence);
  }
  probe.close();
  await once(probe, 'close');
}

function listenFault(error: unknown, port: number, host: string): string | null {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  if (code === 'EADDRINUSE')
    return `Port ${port} is taken by another program. Stop it, or choose another port with --port.`;
  if (code === 'EACCES') return `Port ${port} may not be opened by this user. Choose another with --port.`;
  if (code === 'EADDRNOTAVAIL') return `This computer has no address ${host} to listen on.`;
  return null;
}

function welcome(server: RunningServer): string {
  const [lan, ...others] = server.lanUrls;
  const join = lan ?? server.url;
  const host = server.hasPassword ? 'Host (with your password)' : 'Host (keep this address to yourself)';
  const isNear = lan === undefined && /\/\/localhost[:/]/.test(`${server.url}/`);
  const who = isNear ? 'Join, from this computer only' : 'Join, from any device in this network';
  const line = (label: string, url: string): string => `  ${label.padEnd(37)}  ${url}`;
  return [
    `Crossroads ${BUILD}`,
    '',
    line(host, server.hostUrl),
    line(who, join),
    ...others.map((url) => line('or', url)),
    '',
    isNear
      ? 'Other devices cannot reach this address. For a class, start it in a network and without --host 127.0.0.1.'
      : renderUnicodeCompact(join),
    '',
    'Stop with Ctrl-C.',
  ].join('\n');
}
