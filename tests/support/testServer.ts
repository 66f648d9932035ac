import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RequestHandler } from 'express';
import { pino } from 'pino';
import { type Api, apiAt } from '../../client/net/api.ts';
import { type ServerApp, type AppInput, buildApp } from '../../server/app.ts';
import type { ServerLog } from '../../server/lib/serverLog.ts';
import { memoryStore } from '../../server/store/memory.ts';
import { timeFrom } from '../../server/lib/serverTime.ts';
import type { SessionStore } from '../../server/store/sessionStore.ts';
import { plainInput } from './plainInput.ts';

/** The real server on a free port of this computer, with its store in memory. */
export interface TestServer {
  readonly app: ServerApp;
  readonly origin: string;
  readonly api: Api;
  readonly store: SessionStore;
  readonly dataDir: string;
  /** Everything in the server's log, as JSON. */
  readonly logged: readonly string[];
  /** The host's cookie, as a `Cookie` header. */
  hostCookie(): Promise<string>;
  /** Calls the API with a JSON body and extra headers. */
  call(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Response>;
  close(): Promise<void>;
}

/**
 * Starts a server; the test decides whether `now` stands still or runs. Serves only the API unless it is given pages. Its store is in
 * memory unless it is given another, which it closes.
 */
export async function testServer(
  now: () => number = Date.now,
  pages: RequestHandler | null = null,
  around: Partial<Pick<AppInput, 'publicUrl' | 'trustProxy' | 'metricsToken' | 'ownership'>> = {},
  store: SessionStore = memoryStore(),
): Promise<TestServer> {
  const dataDir = mkdtempSync(join(tmpdir(), 'crossroads-'));
  const logged: string[] = [];
  const app = buildApp(
    plainInput({ store, dataDir, log: recorder(logged), pages, ...around }, timeFrom(now)),
  );
  const origin = `http://127.0.0.1:${await app.listen(0, '127.0.0.1')}`;
  const call: TestServer['call'] = async (method, path, body, headers = {}) =>
    fetch(
      `${origin}${path}`,
      body === undefined
        ? { method, headers }
        : {
            method,
            headers: { 'content-type': 'application/json', ...headers },
            body: JSON.stringify(body),
          },
    );
  return {
    app,
    origin,
    api: apiAt(origin),
    store,
    dataDir,
    logged,
    call,
    hostCookie: async () => {
      const entered = await call('POST', '/api/host/enter', { secret: await app.door.secret() });
      return entered.headers.get('set-cookie')?.split(';')[0] ?? '';
    },
    close: async () => {
      await app.close();
      await store.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** Waits until a condition holds; throws after five seconds. */
export async function until(what: string, holds: () => boolean | undefined, withinMs = 5000): Promise<void> {
  const end = Date.now() + withinMs;
  while (holds() !== true) {
    if (Date.now() > end) throw new Error(`waited in vain until ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

function recorder(logged: string[]): ServerLog {
  return pino({ level: 'info', base: null }, { write: (line: string) => void logged.push(line) });
}
