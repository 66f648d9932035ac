import { accessSync, constants } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { RequestHandler } from 'express';
import { pino } from 'pino';
import { UsualMeasurer } from './usual/usualMeasurer.ts';
import { type AppInput, buildApp, type ServerApp } from './app.ts';
import { BUILD, type Config } from './config.ts';
import { mendSettings } from './http/mendSettings.ts';
import { lanAddresses } from './http/lanAddresses.ts';
import { publicAddress } from './http/publicAddress.ts';
import { staticClient } from './http/staticClient.ts';
import { makeFolder } from './lib/makeFolder.ts';
import type { ServerLog } from './lib/serverLog.ts';
import { alone } from './store/ownership.ts';
import { keepBackups, newestBackupMs } from './nightlyBackups.ts';
import { takeConsole } from './rooms/frameworkLog.ts';
import { RunningTime } from './lib/serverTime.ts';
import { forgetAddress, noteAddress } from './runningAddress.ts';
import { prepareData } from './store/prepareData.ts';
import { openSqliteStore } from './store/sqlite.ts';
import { StoreError } from './store/sessionStore.ts';

/** The options of a server start; `dev` serves the pages from their sources. */
export interface StartOptions extends Config {
  readonly dev?: boolean;
  /** Replaces a missing or unreadable database by an empty one. */
  readonly newDatabase?: boolean;
}

/** A server that listens. */
export interface RunningServer {
  readonly port: number;
  /** The server's address on this computer, or `publicUrl` if set. */
  readonly url: string;
  /** The host's address; until a password is set, with the secret in its fragment. */
  readonly hostUrl: string;
  /** Whether the host's door has a password. */
  readonly hasPassword: boolean;
  /** Addresses for other devices, most likely first; empty if the server listens to this computer only. */
  readonly lanUrls: readonly string[];
  /** Asks every client to reconnect later, stores what was given, and stops. */
  close(): Promise<void>;
}

const root = fileURLToPath(new URL('../', import.meta.url));

/**
 * Starts the server: opens the store, wakes the unfinished sessions, listens. Rejects with a `StoreError` whose sentence a user
 * can read if the data directory cannot be used, and with the system's error if the port cannot.
 */
export async function startServer(options: StartOptions): Promise<RunningServer> {
  usable(options.dataDir);
  const log = pino({ level: options.logLevel, base: null });
  const kept = await openStore(options, (sentence) => log.error(sentence));
  const giveConsoleBack = takeConsole(log);
  try {
    const server = await listening(options, kept, log);
    return { ...server, close: async () => server.close().finally(giveConsoleBack) };
  } catch (error) {
    giveConsoleBack();
    await kept.store.close();
    throw error;
  }
}

async function openStore(
  { dataDir, databaseUrl, newDatabase }: StartOptions,
  tell: (sentence: string) => void,
): Promise<Pick<AppInput, 'store' | 'ownership'>> {
  if (databaseUrl === null) {
    prepareData(dataDir, newDatabase === true, Date.now());
    return { store: await openSqliteStore(dataDir, tell), ownership: alone };
  }
  // Loaded only where it is used: the driver is of no use to a class on a laptop.
  const { openSharedStore } = await import('./store/postgres/postgresStore.ts');
  return openSharedStore(databaseUrl, tell);
}

async function listening(
  options: StartOptions,
  { store, ownership }: Pick<AppInput, 'store' | 'ownership'>,
  log: ServerLog,
): Promise<RunningServer> {
  const { dataDir, publicUrl, host, hostPassword } = options;
  // An address that a killed server left behind says nothing about this one.
  forgetAddress(dataDir);
  const pages = options.dev === true ? await sourcePages() : builtPages(publicUrl);
  const time = new RunningTime().start();
  const usual = new UsualMeasurer({ store, log });
  const damagedSettings = await mendSettings(store);
  const app = buildApp({
    store,
    ownership,
    dataDir,
    damagedSettings,
    log,
    pages: pages.serve,
    time,
    usualOf: async (basis) => usual.of(basis),
    ...toldBy(options),
  });
  if (hostPassword !== null) await keepPassword(app, hostPassword);
  const port = await app.listen(options.port, host);
  const stopBackups = backups(options, log);
  const addresses = await addressesOf(app, options, port);
  noteAddress(dataDir, addresses.url);
  return {
    ...addresses,
    close: async () => {
      stopBackups();
      forgetAddress(dataDir);
      await usual.close();
      await app.close();
      time.stop();
      await pages.stop?.();
      await store.close();
    },
  };
}

/** The inputs of a server that follow from its options. */
function toldBy(options: StartOptions) {
  const { publicUrl, trustProxy, host, peerUrl, metricsToken } = options;
  return {
    build: BUILD,
    isDev: options.dev === true,
    publicUrl,
    trustProxy,
    metricsToken,
    keeping: { backsUp: backsUpItself(options), backupsBeside: options.backupDir === null },
    newestBackupMs: () => newestBackupMs(backupFolderOf(options)),
    peerAddressAt: (port: number) => peerUrl ?? `http://${listenedAt(host)}:${port}`,
    addressesAt: async (port: number) => (publicUrl === null ? urlsAt(host, port) : [publicUrl]),
  };
}

/** PostgreSQL has tools of its own for that. */
function backsUpItself({ backsUp, databaseUrl }: StartOptions): boolean {
  return backsUp && databaseUrl === null;
}

function backups(options: StartOptions, log: ServerLog): () => void {
  if (!backsUpItself(options)) return () => undefined;
  const { dataDir } = options;
  const folder = backupFolderOf(options);
  return keepBackups({ directory: dataDir, folder, log, now: Date.now });
}

function backupFolderOf({ backupDir, dataDir }: Pick<StartOptions, 'backupDir' | 'dataDir'>): string {
  return backupDir ?? join(dataDir, 'backups');
}

async function addressesOf(
  { door, joinAddress }: ServerApp,
  { publicUrl, host }: StartOptions,
  port: number,
): Promise<Omit<RunningServer, 'close'>> {
  const { urls } = await joinAddress.card();
  const lanUrls = urls.filter((each) => !LOOPBACK.test(new URL(each).hostname));
  const secret = await door.secret();
  const url = publicUrl ?? `http://${hereOf(host)}:${port}`;
  const hostUrl = secret === null ? `${url}/host` : `${url}/host#${secret}`;
  return { port, url, hostUrl, lanUrls, hasPassword: secret === null };
}

async function keepPassword({ door }: ServerApp, password: string): Promise<void> {
  if (!(await door.isPassword(password))) await door.setPassword(password);
}

const EVERYWHERE = ['0.0.0.0', '::', '[::]'];
const LOOPBACK = /^(?:localhost|127\..+|\[::1\])$/;

/** The name by which this computer reaches a server that listens to `host`. */
function hereOf(host: string): string {
  if ([...EVERYWHERE, '127.0.0.1', '::1'].includes(host)) return 'localhost';
  return host.includes(':') && !host.startsWith('[') ? `[${host}]` : host;
}

/** Where another server on this computer reaches one that listens to `host`. */
function listenedAt(host: string): string {
  if (EVERYWHERE.includes(host)) return '127.0.0.1';
  return host.includes(':') && !host.startsWith('[') ? `[${host}]` : host;
}

/** The addresses of a server that listens to `host`: all of the computer's, or that one address. */
async function urlsAt(host: string, port: number): Promise<readonly string[]> {
  const here = `http://${hereOf(host)}:${port}`;
  if (!EVERYWHERE.includes(host)) return [here];
  const found = await lanAddresses(port);
  return found.length > 0 ? found : [here];
}

/** Fails before anything is opened, with a sentence, if the data directory cannot be written. */
function usable(dataDir: string): void {
  try {
    makeFolder(dataDir);
    accessSync(dataDir, constants.W_OK);
  } catch {
    throw new StoreError('unavailable', `The data directory ${dataDir} cannot be written.`);
  }
}

interface Pages {
  readonly serve: RequestHandler;
  readonly stop: (() => Promise<void>) | null;
}

function builtPages(publicUrl: string | null): Pages {
  return { serve: staticClient(`${root}dist`, publicAddress(publicUrl)), stop: null };
}

/** The pages straight from their sources, for development. */
async function sourcePages(): Promise<Pages> {
  const { createServer } = await import('vite');
  const vite = await createServer({ root, server: { middlewareMode: true, hmr: false }, appType: 'spa' });
  const serve: RequestHandler = (request, response, next) => vite.middlewares(request, response, next);
  return { serve, stop: async () => vite.close() };
}
