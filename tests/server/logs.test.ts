import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { matchMaker } from '@colyseus/core';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { faultForLog } from '../../server/lib/serverLog.ts';
import { frameworkLog } from '../../server/rooms/frameworkLog.ts';
import { begin } from '../cli/crossroads.ts';
import { holdLesson, PRIVATE } from '../support/privateLesson.ts';
import { testServer, type TestServer } from '../support/testServer.ts';
import { collectedLog } from './liveTable.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 90_000 });

/** An error as handlers meet it: its message quotes what people wrote, in lines that look like places in the code. */
function quoting(text: string): Error {
  return new Error(`cannot read "${text}"\n    at ${text}\n    at ${text} (${text}:1:1)`);
}

function toldIn(output: string, secrets: readonly string[]): readonly string[] {
  return secrets.filter((secret) => output.toLowerCase().includes(secret.toLowerCase()));
}

describe('what may be written of an error', () => {
  test('is its kind and places in the code; nothing of its message, however that is made', () => {
    const fault = faultForLog(quoting(PRIVATE.reflection));
    expect(fault.kind).toBe('Error');
    expect(fault.where[0]).toContain('logs.test.ts');
    expect(JSON.stringify(fault)).not.toContain('ashamed');
    const renamed = Object.assign(quoting(PRIVATE.reflection), { name: PRIVATE.name });
    expect(JSON.stringify(faultForLog(renamed))).not.toMatch(/ashamed|Annemarie/);
  });

  test('the same where the room framework hands over an error, or its text', () => {
    const log = collectedLog();
    const voice = frameworkLog(log);
    const error = quoting(PRIVATE.reflection);
    voice['error']?.('it failed', error);
    voice['warn']?.(`it failed with ${error.stack}`);
    expect(log.lines).toHaveLength(2);
    expect(log.lines[0]).toContain('logs.test.ts');
    expect(log.lines.join('\n')).not.toContain('ashamed');
  });
});

describe('the log of a server on which a lesson is held', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await testServer(Date.now, null, { trustProxy: ['loopback'] });
  });
  afterAll(async () => server.close());

  test('tells of crashed handlers, and no name, text, code, token or address', async () => {
    const silent = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const lesson = await holdLesson(server.origin, await server.hostCookie());
    silent.mockRestore();
    const session = await server.app.registry.find(lesson.code);
    if (session === null) throw new Error('no session');
    const host = { kind: 'host', host: 'host' } as const;
    session.subscribe(() => {
      throw quoting(PRIVATE.privateTalk);
    });
    const step = { type: 'setDebriefStep', step: 'reflect' } as const;
    expect(await session.submit(host, 'the-next-step', step)).toMatchObject({ ok: true });
    const room = matchMaker.getLocalRoomById(lesson.code);
    server.app.registry.fault('command', quoting(`${PRIVATE.name} ${lesson.code}`));
    room?.onUncaughtException?.(
      Object.assign(quoting(PRIVATE.pulse), { cause: quoting(PRIVATE.note) }),
      'onMessage',
    );
    lesson.close();
    const output = server.logged.join('');
    expect(output).toContain('a listener failed');
    expect(output).toContain('a room met a fault');
    expect(toldIn(output, lesson.secrets)).toEqual([]);
  });
});

describe('everything that the program prints while a lesson is held', () => {
  test('is the welcome and a log of JSON lines, without private data, and short whatever is sent', async () => {
    const data = mkdtempSync(join(tmpdir(), 'crossroads-logs-'));
    const password = 'the right password of the host';
    const start = ['start', '--no-build', '--port', '0', '--host', '127.0.0.1', '--data', data];
    const running = begin(start, {
      LOG_LEVEL: 'debug',
      CROSSROADS_HOST_PASSWORD: password,
      TRUST_PROXY: 'loopback',
    });
    try {
      await vi.waitFor(() => expect(running.said.out).toContain('Stop with Ctrl-C.'), 60_000);
      const origin = `http://127.0.0.1:${/localhost:(\d+)/.exec(running.said.out)?.[1] ?? ''}`;
      const login = await fetch(`${origin}/api/host/login`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ password }),
      });
      const cookie = login.headers.get('set-cookie')?.split(';')[0] ?? '';
      const lesson = await holdLesson(origin, cookie);
      lesson.close();
      running.child.kill('SIGTERM');
      const { out, err } = await running.ended;
      const output = `${out}${err}`;
      expect(toldIn(output, [...lesson.secrets, password])).toEqual([]);
      const after = output.slice(output.indexOf('Stop with Ctrl-C.') + 'Stop with Ctrl-C.'.length);
      const lines = after.split('\n').filter((line) => line !== '' && line !== 'Stopping …');
      for (const line of lines) expect(() => JSON.parse(line), line).not.toThrow();
      expect(lines.length).toBeLessThan(60);
      // Nor does what is kept tell where somebody sat, or at what device.
      const kept = readFileSync(join(data, 'crossroads.sqlite'), 'utf8');
      expect(toldIn(kept, [PRIVATE.publicTalk, PRIVATE.address, 'Phone of'])).toEqual([PRIVATE.publicTalk]);
    } finally {
      running.child.kill('SIGKILL');
      await running.ended;
      rmSync(data, { recursive: true, force: true });
    }
  });
});
