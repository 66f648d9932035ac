import { isIP } from 'node:net';
import { z } from 'zod';
import packageJson from '../package.json' with { type: 'json' };
import { failed, ok, type Result } from '#shared/lib/result.ts';

/** The version of this program, as log headers name it. */
export const BUILD: string = packageJson.version;

/**
 * Which proxies may state the address that a request comes from: a number of proxies in front of the server, or their addresses
 * and networks. False: none, the address of the connection counts.
 */
export type TrustProxy = number | readonly string[] | false;

const networkNames = ['loopback', 'linklocal', 'uniquelocal'];

const environment = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(2567),
  HOST: z.string().min(1).default('0.0.0.0'),
  DATA_DIR: z.string().min(1).default('./data'),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
  CROSSROADS_HOST_PASSWORD: z.string().min(8).max(200).optional(),
  BACKUP_DIR: z.string().min(1).optional(),
  BACKUPS: z.enum(['nightly', 'off']).default('nightly'),
  PEER_URL: z.url({ protocol: /^http$/ }).optional(),
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  TRUST_PROXY: z.string().refine(isTrust).optional(),
  METRICS_TOKEN: z.string().min(16).max(200).optional(),
});

/** The server's settings from the environment. Command line options override them. */
export interface Config {
  readonly port: number;
  /** The address to listen on; all interfaces by default, so that a class can reach it. */
  readonly host: string;
  readonly dataDir: string;
  /** The PostgreSQL database that keeps the sessions; null: SQLite in the data directory. */
  readonly databaseUrl: string | null;
  /** How the other servers on the same database reach this one, without a final slash; null: at the address it listens on. */
  readonly peerUrl: string | null;
  readonly logLevel: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'silent';
  /** Programs that send this token may read `/metrics`; null: only this computer may. */
  readonly metricsToken: string | null;
  /** The address under which people reach the server through a proxy, without a final slash; null when they reach it directly. */
  readonly publicUrl: string | null;
  readonly trustProxy: TrustProxy;
  /** The directory of backups; null: `backups` in the data directory. */
  readonly backupDir: string | null;
  /** The server makes a backup every night. */
  readonly backsUp: boolean;
  /** The host's password, for unattended installations; null leaves it unchanged. */
  readonly hostPassword: string | null;
}

type VariableName = keyof z.infer<typeof environment>;

/** What each variable expects, for error messages, and what it is for. */
const described: Readonly<Record<VariableName, { readonly what: string; readonly means: string }>> = {
  PORT: { what: 'a whole number from 0 to 65535', means: 'The port to listen on; 0 takes a free one.' },
  HOST: {
    what: 'an address of this computer',
    means: 'The address to listen on. All by default; `127.0.0.1` behind a proxy on the same computer.',
  },
  DATA_DIR: { what: 'a folder', means: 'Where the database, the key and backups are kept.' },
  DATABASE_URL: {
    what: 'an address such as postgres://user:password@host/database',
    means:
      'A PostgreSQL database that keeps the sessions instead. The key and the list of erased words stay in `DATA_DIR`.',
  },
  PEER_URL: {
    what: 'an address such as http://10.0.0.5:2567',
    means:
      'How other servers on the same database reach this one. By default at the address it listens on, which is enough on one machine.',
  },
  PUBLIC_URL: {
    what: 'an address such as https://school.example/',
    means:
      'How people reach the server through a proxy, with its path. Links, QR codes and cookies follow it.',
  },
  TRUST_PROXY: {
    what: 'the number of proxies before the server, or their addresses and networks, such as "loopback, 10.0.0.0/8"',
    means: 'Whose word counts about the address a request comes from. Nobody’s by default.',
  },
  CROSSROADS_HOST_PASSWORD: {
    what: '8 to 200 characters',
    means: 'The host’s password, set at each start; for a server that nobody attends.',
  },
  METRICS_TOKEN: {
    what: '16 to 200 characters',
    means:
      'Opens `/metrics` to programs that send it as `Authorization: Bearer …`. Without it only programs on this computer read metrics.',
  },
  BACKUPS: { what: 'nightly or off', means: 'Whether the server makes a backup every night by itself.' },
  BACKUP_DIR: {
    what: 'a folder',
    means: 'Where backups go. By default into `backups` in the data directory.',
  },
  LOG_LEVEL: {
    what: 'fatal, error, warn, info, debug or silent',
    means: 'How much the server writes to its log, on standard output.',
  },
};

/** A documented environment variable. */
export interface Variable {
  readonly name: string;
  /** The default value; null: none. */
  readonly standard: string | null;
  /** The values it accepts. */
  readonly what: string;
  readonly means: string;
}

/** Every variable that the program reads, in the order of the documentation. */
export function variables(): readonly Variable[] {
  const standard: Readonly<Record<string, string | number | undefined>> = environment.parse({});
  return Object.entries(described).map(([name, { what, means }]) => ({
    name,
    standard: standard[name] === undefined ? null : String(standard[name]),
    what,
    means,
  }));
}

/** Variables whose values are never printed. */
const secretNames = ['CROSSROADS_HOST_PASSWORD', 'DATABASE_URL', 'METRICS_TOKEN'];

/** One sentence about a variable that cannot be used; never prints a secret. */
function faultOf(name: string, given: NodeJS.ProcessEnv): string {
  const [, { what } = { what: undefined }] =
    Object.entries(described).find(([known]) => known === name) ?? [];
  const value = secretNames.includes(name) ? 'not usable' : `"${given[name] ?? ''}"`;
  return `The variable ${name} is ${value}: it must be ${what ?? 'something else'}.`;
}

/** Reads the environment; nothing else in the program does. A failure lists every fault, one sentence each. */
export function readConfig(env: NodeJS.ProcessEnv = process.env): Result<Config, readonly string[]> {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const parsed = environment.safeParse(given);
  if (!parsed.success)
    return failed([...new Set(parsed.error.issues.map(({ path }) => faultOf(String(path[0]), given)))]);
  const {
    BACKUP_DIR,
    BACKUPS,
    PORT,
    HOST,
    DATA_DIR,
    DATABASE_URL,
    LOG_LEVEL,
    PEER_URL,
    PUBLIC_URL,
    TRUST_PROXY,
    METRICS_TOKEN,
    CROSSROADS_HOST_PASSWORD,
  } = parsed.data;
  return ok({
    port: PORT,
    host: HOST,
    dataDir: DATA_DIR,
    databaseUrl: DATABASE_URL ?? null,
    peerUrl: PEER_URL === undefined ? null : plainUrl(PEER_URL),
    logLevel: LOG_LEVEL,
    publicUrl: PUBLIC_URL === undefined ? null : plainUrl(PUBLIC_URL),
    trustProxy: trustOf(TRUST_PROXY),
    backupDir: BACKUP_DIR ?? null,
    backsUp: BACKUPS === 'nightly',
    metricsToken: METRICS_TOKEN ?? null,
    hostPassword: CROSSROADS_HOST_PASSWORD ?? null,
  });
}

function plainUrl(url: string): string {
  const { origin, pathname } = new URL(url);
  return `${origin}${pathname}`.replace(/\/+$/, '');
}

function trustOf(text: string | undefined): TrustProxy {
  if (text === undefined || text === '0') return false;
  return /^\d+$/.test(text) ? Number(text) : partsOf(text);
}

function isTrust(text: string): boolean {
  return (
    /^\d{1,2}$/.test(text) || partsOf(text).every((part) => networkNames.includes(part) || isNetwork(part))
  );
}

function isNetwork(part: string): boolean {
  const [address = '', bits = '0', ...more] = part.split('/');
  const most = isIP(address) === 6 ? 128 : 32;
  return isIP(address) !== 0 && more.length === 0 && /^\d{1,3}$/.test(bits) && Number(bits) <= most;
}

function partsOf(text: string): readonly string[] {
  return text.split(',').map((part) => part.trim());
}
