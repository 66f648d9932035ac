import { afterEach, beforeEach, expect, test } from 'vitest';
import { FEWEST_SYMBOLS } from '../../client/screens/host/PasswordForm.tsx';
import { PASSWORD_SYMBOLS } from '#shared/wire/api.ts';
import { doorOf, isPassword, withPassword } from '../../server/http/password.ts';
import { type TestServer, testServer } from '../support/testServer.ts';

let server: TestServer;
beforeEach(async () => {
  server = await testServer();
});
afterEach(async () => server.close());

const SECRET = 'a long password';

interface Said {
  readonly status: number;
  readonly body: { readonly code?: string; readonly host?: boolean; readonly password?: boolean };
  readonly cookie: string;
}

async function said(method: string, path: string, body?: unknown, cookie = ''): Promise<Said> {
  const answer = await server.call(method, path, body, cookie === '' ? {} : { cookie });
  return {
    status: answer.status,
    body: await answer.json(),
    cookie: answer.headers.get('set-cookie')?.split(';')[0] ?? '',
  };
}

test('before a password the set-up address opens the door, and the status says that none is set', async () => {
  expect((await said('GET', '/api/host')).body).toEqual({ host: false, password: false });
  const entered = await said('POST', '/api/host/enter', { secret: await server.app.door.secret() });
  expect(entered.body).toEqual({ host: true, password: false });
});

test('setting a password uses the set-up address up, ends earlier cookies and keeps the setter in', async () => {
  const secret = await server.app.door.secret();
  const [setter, other] = [await server.hostCookie(), await server.hostCookie()];
  const set = await said('POST', '/api/host/password', { password: SECRET }, setter);
  expect([set.status, set.body]).toEqual([200, { host: true, password: true }]);
  expect((await said('GET', '/api/host', undefined, set.cookie)).body.host).toBe(true);
  expect((await said('GET', '/api/host', undefined, other)).body.host).toBe(false);
  expect(await server.app.door.secret()).toBeNull();
  expect((await said('POST', '/api/host/enter', { secret })).body.code).toBe('wrongSecret');
});

test('another device of the host comes in by the password and no other word', async () => {
  await server.app.door.setPassword(SECRET);
  const wrong = await said('POST', '/api/host/login', { password: `${SECRET}!` });
  expect([wrong.status, wrong.body.code]).toEqual([403, 'wrongPassword']);
  expect(wrong.cookie).not.toContain('crossroads_host');
  const right = await said('POST', '/api/host/login', { password: SECRET });
  expect((await said('GET', '/api/host', undefined, right.cookie)).body).toEqual({
    host: true,
    password: true,
  });
});

test('without a password no word opens the door', async () => {
  expect((await said('POST', '/api/host/login', { password: '' })).body.code).toBe('wrongPassword');
});

test('ten wrong passwords in a minute turn the address away, even with the right one', async () => {
  await server.app.door.setPassword(SECRET);
  for (let attempt = 0; attempt < 10; attempt += 1)
    expect((await said('POST', '/api/host/login', { password: 'guess' })).status).toBe(403);
  const late = await said('POST', '/api/host/login', { password: SECRET });
  expect([late.status, late.body.code]).toEqual([429, 'tooMany']);
});

test('correct passwords are not counted', async () => {
  await server.app.door.setPassword(SECRET);
  for (let attempt = 0; attempt < 12; attempt += 1)
    expect((await said('POST', '/api/host/login', { password: SECRET })).status).toBe(200);
});

test('a password is set by the host only, changed with the one before only, and never too short', async () => {
  expect((await said('POST', '/api/host/password', { password: SECRET })).body.code).toBe('notHost');
  const cookie = await server.hostCookie();
  expect((await said('POST', '/api/host/password', { password: 'short' }, cookie)).body.code).toBe(
    'malformed',
  );
  const set = await said('POST', '/api/host/password', { password: SECRET }, cookie);
  const blind = await said('POST', '/api/host/password', { password: 'another one' }, set.cookie);
  expect(blind.body.code).toBe('wrongPassword');
  const changed = await said(
    'POST',
    '/api/host/password',
    { password: 'another one', current: SECRET },
    set.cookie,
  );
  expect(changed.status).toBe(200);
  expect((await said('POST', '/api/host/login', { password: SECRET })).status).toBe(403);
  expect((await said('POST', '/api/host/login', { password: 'another one' })).status).toBe(200);
});

test('a password from another site’s page is not even looked at', async () => {
  await server.app.door.setPassword(SECRET);
  const answer = await server.call(
    'POST',
    '/api/host/login',
    { password: SECRET },
    { origin: 'http://evil.example' },
  );
  expect([answer.status, answer.headers.get('set-cookie')]).toEqual([403, null]);
});

test('the store keeps a salted hash that two equal passwords do not share', async () => {
  const [one, two] = [await withPassword(doorOf(null), SECRET), await withPassword(doorOf(null), SECRET)];
  expect(one.password?.hash).not.toBe(two.password?.hash);
  expect(one.password?.n).toBeGreaterThanOrEqual(2 ** 15);
  expect(JSON.stringify(one)).not.toContain(SECRET);
  expect(await isPassword(two, SECRET)).toBe(true);
});

test('the host stays in when the computer’s clock is put back', async () => {
  const { door } = server.app;
  const cookie = (await door.cookie(2_000_000, { path: '/', isSecure: false })).split(';')[0];
  expect(await door.isHost(cookie, 1_000_000)).toBe(true);
  expect(await door.isHost(cookie, 2_000_000 + 30 * 86_400_000)).toBe(false);
});

test('page and server agree on how long a password is', () => {
  expect(FEWEST_SYMBOLS).toBe(PASSWORD_SYMBOLS[0]);
});
