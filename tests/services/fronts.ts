import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, vi } from 'vitest';
import { freePort } from '../support/freePort.ts';

/** A proxy in front of the server, configured as a page of docs/deploy says, with a self-signed certificate. */
export interface Front {
  /** The address under which people reach the server through it. */
  readonly url: string;
  /** The port at which it expects the server. */
  readonly back: number;
  /** The port of the second server, where the page's configuration has several. */
  readonly second: number;
  stop(): Promise<void>;
}

interface Ports {
  readonly front: number;
  readonly plain: number;
  readonly back: number;
  readonly second: number;
}

interface Kind {
  /** The configuration in docs/deploy. */
  readonly file: string;
  /** Changes the page's configuration as administrators often do; absent: unchanged. */
  readonly habit?: (text: string) => string;
  /** The system's own configuration around it. */
  readonly around: (folder: string, site: string, ports: Ports) => string;
  readonly command: (file: string, folder: string) => readonly [string, ...string[]];
}

/** Proxies that root starts serve requests as a user of their own, who may not read our folder. */
const isRoot = process.getuid?.() === 0;

const nginx: Kind = {
  file: 'nginx.conf',
  around: (folder, site) => `
    ${isRoot ? 'user root;' : ''} daemon off; pid ${folder}/pid; error_log ${folder}/error.log; worker_processes 1;
    events { worker_connections 256; }
    http {
      access_log off;
      client_body_temp_path ${folder}/body; proxy_temp_path ${folder}/proxy;
      fastcgi_temp_path ${folder}/f; uwsgi_temp_path ${folder}/u; scgi_temp_path ${folder}/s;
      include ${site};
    }`,
  command: (file, folder) => ['nginx', '-c', file, '-e', join(folder, 'error.log')],
};

const caddy: Kind = {
  file: 'caddy.conf',
  around: (_folder, site) => `{\n  admin off\n  auto_https disable_redirects\n}\nimport ${site}\n`,
  command: (file) => ['caddy', 'run', '--adapter', 'caddyfile', '--config', file],
};

/** The proxies in front of several servers on one database, as the page says. */
export const manyFronts: Readonly<Record<string, Kind>> = {
  nginx: { ...nginx, file: 'many-nginx.conf' },
  Caddy: { ...caddy, file: 'many-caddy.conf' },
};

const modules = ['mpm_event', 'authz_core', 'alias', 'socache_shmcb', 'ssl', 'proxy', 'proxy_http'];

/** The proxies, with common changes to the page's configuration; the last of nginx omits what many forget. */
export const fronts: Readonly<Record<string, Kind>> = {
  'nginx as the page says': nginx,
  'nginx that leaves the path on': {
    ...nginx,
    habit: (text) =>
      replaced(text, 'proxy_pass http://127.0.0.1:2567/;', 'proxy_pass http://127.0.0.1:2567;'),
  },
  'nginx that names the server by itself': {
    ...nginx,
    habit: (text) => replaced(text, 'proxy_set_header Host $host;', ''),
  },
  'Caddy as the page says': caddy,
  'Apache as the page says': {
    file: 'apache.conf',
    around: (folder, site, { front, plain }) =>
      [
        ...modules.map((name) => `LoadModule ${name}_module /usr/lib/apache2/modules/mod_${name}.so`),
        `ServerRoot ${folder}`,
        `PidFile ${folder}/pid`,
        `ErrorLog ${folder}/error.log`,
        `DefaultRuntimeDir ${folder}`,
        'ServerName localhost',
        ...(isRoot ? ['User www-data', 'Group www-data'] : []),
        `Listen 127.0.0.1:${front}`,
        `Listen 127.0.0.1:${plain}`,
        `Include ${site}`,
      ].join('\n'),
    command: (file) => ['apache2', '-D', 'FOREGROUND', '-f', file],
  },
};

/** Starts a proxy with the configuration of its page and waits until it answers. */
export async function startFront({ file, habit, around, command }: Kind): Promise<Front> {
  const folder = mkdtempSync(join(tmpdir(), 'crossroads-front-'));
  const ports = {
    front: await freePort(),
    plain: await freePort(),
    back: await freePort(),
    second: await freePort(),
  };
  makeCertificate(folder);
  const page = readFileSync(join('docs', 'deploy', file), 'utf8');
  const site = join(folder, 'site.conf');
  writeFileSync(site, here(habit === undefined ? page : habit(page), folder, ports));
  const main = join(folder, 'main.conf');
  writeFileSync(main, around(folder, site, ports));
  const [program, ...args] = command(main, folder);
  const env = { ...process.env, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder };
  const child = spawn(program, args, { stdio: ['ignore', 'ignore', 'pipe'], env });
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => {
    said += chunk.toString();
  });
  await vi.waitFor(() => reached(ports.front, child, () => said), { timeout: 20_000, interval: 200 });
  return {
    url: `https://localhost:${ports.front}/crossroads`,
    back: ports.back,
    second: ports.second,
    stop: async () => {
      const gone = once(child, 'exit');
      if (child.exitCode === null && child.kill('SIGTERM')) await gone;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The page's configuration with the names, ports and files of this computer. Every placeholder must occur. */
function here(page: string, folder: string, { front, plain, back, second }: Ports): string {
  expect(page).toContain('school.example');
  expect(page).toContain('127.0.0.1:2567');
  return page
    .replaceAll('/etc/ssl/certs/school.example.pem', join(folder, 'cert.pem'))
    .replaceAll('/etc/ssl/private/school.example.key', join(folder, 'key.pem'))
    .replaceAll('127.0.0.1:2567', `127.0.0.1:${back}`)
    .replaceAll('127.0.0.1:2568', `127.0.0.1:${second}`)
    .replace(/listen 80;/, `listen 127.0.0.1:${plain};`)
    .replace(/listen 443 ssl;/, `listen 127.0.0.1:${front} ssl;`)
    .replace('*:80', `127.0.0.1:${plain}`)
    .replace('*:443', `127.0.0.1:${front}`)
    .replace(/^school\.example \{/m, `https://localhost:${front} {\n    bind 127.0.0.1`)
    .replaceAll('school.example', 'localhost');
}

function replaced(text: string, what: string, by: string): string {
  if (!text.includes(what)) throw new Error(`the page does not say: ${what}`);
  return text.replace(what, by);
}

async function reached(port: number, child: ChildProcess, said: () => string): Promise<void> {
  if (child.exitCode !== null) throw new Error(`it ended:\n${said()}`);
  await fetch(`http://127.0.0.1:${port}/`).catch((error: unknown) => {
    // A TLS port breaks off a plain request; a closed port refuses it.
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause.message : '';
    if (cause.includes('ECONNREFUSED')) throw new Error(`no answer:\n${said()}`);
  });
}

function makeCertificate(folder: string): void {
  const names = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost'];
  const files = ['-keyout', join(folder, 'key.pem'), '-out', join(folder, 'cert.pem')];
  const how = ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2'];
  execFileSync('openssl', [...how, ...names, ...files], { stdio: 'ignore' });
}
