import { once } from 'node:events';
import { createServer } from 'node:net';
import type { Command } from 'commander';
import { renderUnicodeCompact } from 'uqr';
import { BUILD, type Config } from '../config.ts';
import type { RunningServer, StartOptions } from '../main.ts';
import { StoreError } from '../store/sessionStore.ts';
import { buildClientIfStale } from './buildClient.ts';
import { CommandFailed } from '../lib/commandFailed.ts';
import { wholeNumber } from '../lib/wholeNumber.ts';

interface StartFlags {
  readonly port?: number;
  readonly host?: string;
  readonly data?: string;
  readonly dev?: true;
  readonly newDatabase?: true;
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
    .option('--new-database', 'start with an empty database where an earlier one is gone or unreadable')
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
    newDatabase: flags.newDatabase === true,
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
    const sentence = startFault(error, options);
    throw sentence === null ? error : new CommandFailed(sentence);
  }
}

/** Tries the port before anything is built or opened, so that a taken one costs a second and not a minute. */
async function tryPort(options: StartOptions): Promise<void> {
  const { port, host } = options;
  const probe = createServer();
  try {
    probe.listen(port, host);
    await once(probe, 'listening');
  } catch (error) {
    const sentence = startFault(error, options);
    throw sentence === null ? error : new CommandFailed(sentence);
  }
  probe.close();
  await once(probe, 'close');
}

/** What kept a server from starting, in a sentence; null for a fault that is the program's own. */
export function startFault(
  error: unknown,
  { port, host, dataDir }: Pick<StartOptions, 'port' | 'host' | 'dataDir'>,
): string | null {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  switch (code) {
    case 'EADDRINUSE':
      return `Port ${port} is taken by another program. Stop it, or choose another port with --port.`;
    case 'EADDRNOTAVAIL':
      return `This computer has no address ${host} to listen on; --host 0.0.0.0 listens on all it has.`;
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
    case 'EAI_FAIL':
    case 'EINVAL':
      return `There is no address "${host}" to listen on; if the variable HOST is set for another program (conda does so), start with --host 0.0.0.0.`;
    case 'EACCES':
    case 'EPERM':
      return isListening(error)
        ? `Port ${port} may not be opened by this user. Choose another with --port.`
        : `The data directory ${dataDir} may not be used by this user. Choose another with --data.`;
    case 'EROFS':
    case 'ENOSPC':
    case 'EDQUOT':
      return `The data directory ${dataDir} cannot be written: the disk is full or read-only. Choose another with --data.`;
    default:
      return isListening(error)
        ? `The server cannot listen on ${host}, port ${port} (${String(code)}).`
        : null;
  }
}

function isListening(error: unknown): boolean {
  return (
    error instanceof Error &&
    'syscall' in error &&
    ['listen', 'bind', 'getaddrinfo'].includes(String(error.syscall))
  );
}

function welcome(server: RunningServer): string {
  const [lan, ...others] = server.lanUrls;
  const join = lan ?? server.url;
  const host = server.hasPassword ? 'Host (with your password)' : 'Host (keep this address to yourself)';
  const isNear = lan === undefined && /\/\/(?:localhost|127\.|\[::1\])/.test(server.url);
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
