import { once } from 'node:events';
import { createServer } from 'node:net';
import type { Command } from 'commander';
import { renderUnicodeCompact } from 'uqr';
import { BUILD, type Config } from '../config.ts';
import type { RunningServer, StartOptions } from '../main.ts';
import { StoreError } from '../store/sessionStore.ts';
import { runningHostUrl } from './alreadyRunning.ts';
import { buildClientIfStale, hasPageSources } from './buildClient.ts';
import { openPage } from './openPage.ts';
import { CommandFailed } from '../lib/commandFailed.ts';
import { wholeNumber } from '../lib/wholeNumber.ts';

/** How many ports to try, one after the other, if the user named none. */
const PORTS_TRIED = 10;

interface StartFlags {
  readonly port?: number;
  readonly host?: string;
  readonly data?: string;
  readonly dev?: true;
  readonly newDatabase?: true;
  readonly open?: true;
  /** False after `--no-build`. */
  readonly build: boolean;
}

/** `crossroads start`: runs the server until it is told to stop. */
export function addStart(program: Command, config: Config): void {
  program
    .command('start')
    .description('start the server and print the addresses for the host and for everybody else')
    .option('--port <n>', `the port to listen on (default: ${config.port})`, wholeNumber(0, 65_535))
    .option('--host <addr>', `the address to listen on (default: ${config.host}, all interfaces)`)
    .option('--data <dir>', `where sessions are kept (default: ${config.dataDir})`)
    .option('--dev', 'serve the pages from their sources, for development')
    .option('--new-database', 'start with an empty database where an earlier one is gone or unreadable')
    .option('--open', "open the host's page in the browser, also of a server that already runs here")
    .option('--no-build', 'serve the pages as they were last built')
    .action((flags: StartFlags) => start(flags, config));
}

async function start(flags: StartFlags, config: Config): Promise<void> {
  const options: StartOptions = {
    ...config,
    port: flags.port ?? config.port,
    host: flags.host ?? config.host,
    dataDir: flags.data ?? config.dataDir,
    databaseUrl: config.databaseUrl,
    dev: flags.dev === true,
    newDatabase: flags.newDatabase === true,
  };
  if (options.dev === true && !hasPageSources())
    throw new CommandFailed('The sources of the pages are not here; start without --dev.');
  const opensPage = flags.open === true;
  if (opensPage && (await openRunning(options.dataDir))) return;
  // A user who double-clicks names no port, so one of the next ports will do.
  const port = await freePort(options, opensPage && flags.port === undefined ? PORTS_TRIED : 1);
  if (flags.dev !== true && flags.build) await buildClientIfStale((sentence) => console.log(sentence));
  await run({ ...options, port }, opensPage);
}

async function run(options: StartOptions, opensPage: boolean): Promise<void> {
  const server = await started(options).catch(async (error: unknown) => {
    // Another start at the same moment was quicker.
    if (opensPage && (await openRunning(options.dataDir))) return null;
    throw error;
  });
  if (server === null) return;
  console.log(welcome(server));
  const stop = (): void => {
    console.log('Stopping …');
    void server.close().then(() => process.exit(0));
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  if (opensPage) openPage(server.hostUrl);
}

/** Opens the host's page of a server that already holds this data directory; false if there is none. */
async function openRunning(dataDir: string): Promise<boolean> {
  const url = await runningHostUrl(dataDir);
  if (url === null) return false;
  console.log(`Crossroads is already running. Host (keep this address to yourself): ${url}`);
  openPage(url);
  return true;
}

async function started(options: StartOptions): Promise<RunningServer> {
  // Imported only here: the other commands need no network and start faster without it.
  const { startServer } = await import('../main.ts');
  try {
    return await startServer(options);
  } catch (error) {
    if (error instanceof StoreError) throw new CommandFailed(error.message);
    const sentence = startFault(error, options);
    throw sentence === null ? error : new CommandFailed(sentence);
  }
}

/**
 * The first port from the wanted one on that the server can listen on. Tries it before building or opening anything, so that a
 * taken port costs a second instead of a minute.
 */
async function freePort(options: StartOptions, tries: number): Promise<number> {
  for (let port = options.port; ; port += 1) {
    const fault = await portFault(port, options.host);
    if (fault === null) return port;
    const isLast = port + 1 >= options.port + tries || port === 65_535;
    if (!isLast && fault.code === 'EADDRINUSE') continue;
    const sentence = startFault(fault, options);
    throw sentence === null ? fault : new CommandFailed(sentence);
  }
}

/** The system's reason why a server cannot listen; null if it can. */
async function portFault(port: number, host: string): Promise<NodeJS.ErrnoException | null> {
  const probe = createServer();
  try {
    probe.listen(port, host);
    await once(probe, 'listening');
  } catch (error) {
    if (error instanceof Error) return error;
    throw error;
  }
  probe.close();
  await once(probe, 'close');
  return null;
}

/** Why the server did not start, in a sentence; null for a fault of the program itself. */
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
