import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from './freePort.ts';

const PAGE = 'docs/deploy/many-nginx.conf';
const UP_WITHIN_MS = 20_000;

/** The real nginx in front of several servers of this computer, as docs/deploy says, but by plain http and at the root. */
export class NginxBefore {
  /** The address under which people reach the servers. */
  readonly origin: string;
  readonly #folder = mkdtempSync(join(tmpdir(), 'crossroads-nginx-'));
  #child: ChildProcess | null = null;

  private constructor(port: number, backs: readonly number[]) {
    this.origin = `http://127.0.0.1:${port}`;
    const site = join(this.#folder, 'site.conf');
    writeFileSync(site, plainSite(readFileSync(PAGE, 'utf8'), port, backs));
    writeFileSync(this.#main, mainAround(this.#folder, site));
  }

  /** Starts it in front of the servers at these ports. */
  static async before(backs: readonly number[]): Promise<NginxBefore> {
    const nginx = new NginxBefore(await freePort(), backs);
    await nginx.start();
    return nginx;
  }

  get #main(): string {
    return join(this.#folder, 'main.conf');
  }

  /** Starts it and waits until it answers, whatever the servers behind it do. */
  async start(): Promise<void> {
    const child = spawn('nginx', ['-c', this.#main, '-e', join(this.#folder, 'error.log')], {
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    this.#child = child;
    for (const end = Date.now() + UP_WITHIN_MS; ; await sleep(50)) {
      if (
        await fetch(`${this.origin}/crossroads`, { redirect: 'manual' }).then(
          () => true,
          () => false,
        )
      )
        return;
      if (child.exitCode !== null || Date.now() > end) throw new Error('nginx does not answer');
    }
  }

  /** Ends it and with it all connections. */
  async stop(): Promise<void> {
    const child = this.#child;
    if (child === null || child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    child.kill('SIGTERM');
    await gone;
  }

  async remove(): Promise<void> {
    await this.stop();
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

/** The page's site without the certificate, at a port of this computer, with one line for each server. */
function plainSite(page: string, port: number, backs: readonly number[]): string {
  const [first = ''] = /^ *server 127\.0\.0\.1:2567 .*;\n/m.exec(page) ?? [];
  if (first === '') throw new Error(`${PAGE} names no server at 127.0.0.1:2567`);
  return page
    .replace(/^ *server 127\.0\.0\.1:2568 .*;\n/m, '')
    .replace(first, backs.map((back) => first.replace('2567', `${back}`)).join(''))
    .replace(/^server \{\n {4}listen 80;[^}]*\}\n/m, '')
    .replace('listen 443 ssl;', `listen 127.0.0.1:${port};`)
    .replaceAll(/^ *ssl_certificate.*\n/gm, '')
    .replaceAll('school.example', 'localhost')
    .replaceAll('location /crossroads/', 'location /');
}

function mainAround(folder: string, site: string): string {
  // As root it serves as a user of its own, who may not write into our folder.
  return `
    ${process.getuid?.() === 0 ? 'user root;' : ''} daemon off; pid ${folder}/pid; worker_processes 1;
    events { worker_connections 2048; }
    http {
      access_log off;
      client_body_temp_path ${folder}/body; proxy_temp_path ${folder}/proxy;
      fastcgi_temp_path ${folder}/f; uwsgi_temp_path ${folder}/u; scgi_temp_path ${folder}/s;
      include ${site};
    }`;
}
