import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { HostKey } from '../../server/http/hostKey.ts';
import { hostKeyIn } from '../../server/http/hostKey.ts';

/** One of several servers that share a key, in a process of its own. */
export interface OneOfSeveral {
  readonly origin: string;
  readonly id: string;
  /** The host's cookie. */
  readonly cookie: string;
  /** Ends it: properly, or as a power cut does. */
  end(signal: 'SIGTERM' | 'SIGKILL'): Promise<void>;
}

/** Several servers that know one another. */
export interface Several {
  readonly servers: readonly OneOfSeveral[];
  /** Where they agree on who runs what. */
  readonly folder: string;
  readonly key: HostKey;
  close(): Promise<void>;
}

const script = fileURLToPath(new URL('./peerServer.ts', import.meta.url));

/** Starts servers, each with a memory of its own and the same key. */
export async function severalServers(count: number, publicUrl: string | null = null): Promise<Several> {
  const folder = mkdtempSync(join(tmpdir(), 'crossroads-several-'));
  const keyFolder = join(folder, 'key', 'secrets');
  mkdirSync(keyFolder, { recursive: true });
  writeFileSync(join(keyFolder, 'host.key'), randomBytes(32));
  const servers = await Promise.all(
    Array.from({ length: count }, async (_, index) => started(folder, `data-${index}`, publicUrl)),
  );
  return {
    servers,
    folder,
    key: hostKeyIn(join(folder, 'key')),
    close: async () => {
      await Promise.all(servers.map((server) => server.end('SIGTERM')));
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function started(folder: string, data: string, publicUrl: string | null): Promise<OneOfSeveral> {
  const dataDir = join(folder, data);
  cpSync(join(folder, 'key'), dataDir, { recursive: true });
  const args = [script, dataDir, folder, ...(publicUrl === null ? [] : [publicUrl])];
  const child = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'ignore'] });
  const gone = once(child, 'exit');
  const [said]: Buffer[] = await once(child.stdout, 'data');
  const [origin = '', id = '', secret = ''] = (said?.toString() ?? '').trim().split(' ');
  const entered = await fetch(`${origin}/api/host/enter`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ secret }),
  });
  return {
    origin,
    id,
    cookie: entered.headers.get('set-cookie')?.split(';')[0] ?? '',
    end: async (signal) => {
      if (child.exitCode === null && child.signalCode === null && child.kill(signal)) await gone;
    },
  };
}
