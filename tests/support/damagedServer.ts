import { vi, expect } from 'vitest';
import type { SessionListItem } from '#shared/wire/api.ts';
import type { ServerDamage } from '#shared/wire/damage.ts';
import { begin, type Ran, type Running } from '../cli/crossroads.ts';

/** The real program on a data directory, asked as its host. */
export interface HostedServer {
  readonly running: Running;
  readonly hostUrl: string;
  readonly cookie: string;
  sessions(): Promise<readonly SessionListItem[]>;
  damage(): Promise<ServerDamage>;
  get(path: string, cookie?: string): Promise<Response>;
  stop(): Promise<Ran>;
}

/** Starts the program and enters its host's door by the address it prints. */
export async function hostedServer(data: string, ...flags: readonly string[]): Promise<HostedServer> {
  const address = ['--port', '0', '--host', '127.0.0.1', '--data', data];
  const running = begin(['start', '--no-build', ...address, ...flags], { LOG_LEVEL: 'silent' });
  await vi.waitFor(() => expect(running.said.out).toContain('Stop with Ctrl-C'), { timeout: 30_000 });
  const [, origin = '', secret = ''] = /(http:\/\/localhost:\d+)\/host#([\w-]+)/.exec(running.said.out) ?? [];
  const entered = await fetch(`${origin}/api/host/enter`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ secret }),
  });
  const cookie = entered.headers.get('set-cookie')?.split(';')[0] ?? '';
  const get = async (path: string, as = cookie): Promise<Response> =>
    fetch(`${origin}${path}`, { headers: { cookie: as } });
  const json = async <Value>(path: string): Promise<Value> => {
    const value: Value = await (await get(path)).json();
    return value;
  };
  return {
    running,
    hostUrl: `${origin}/host#${secret}`,
    cookie,
    sessions: () => json('/api/sessions'),
    damage: () => json('/api/host/damage'),
    get,
    stop: () => {
      running.child.kill('SIGTERM');
      return running.ended;
    },
  };
}
