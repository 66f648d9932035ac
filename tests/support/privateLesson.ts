import { Client } from '@colyseus/sdk';
import { apiAt } from '../../client/net/api.ts';
import { liveSource } from '../../client/source/live.ts';
import type { AnyPass } from '../../client/source/viewerOf.ts';
import type { ViewSource } from '../../client/source/viewSource.ts';
import type { HostPass } from '../../shared/wire/api.ts';
import { until } from './testServer.ts';

/** What people bring into a lesson and the server must never disclose, least of all in its log. */
export const PRIVATE = {
  name: 'Annemarie Verweij',
  publicTalk: 'We will open the northern cable to everybody.',
  privateTalk: 'Between us: I distrust the tall one.',
  question: 'Is my father allowed to read this?',
  answer: 'Your father reads nothing of it.',
  pulse: 'schwermütig',
  reflection: 'I was ashamed of the fourth round.',
  announcement: 'Ten minutes of silence, please.',
  sessionName: 'Class 9b of Mrs Okonkwo',
  note: 'Jonas left in tears.',
  tag: 'parents-evening',
  file: 'homework-of-jonas.jsonl',
  preset: 'My Thursday group',
  wrongPassword: 'is-it-hunter2-perhaps',
  wrongCode: 'Z9Z9Z9',
  wrongRejoin: 'QQQQ9999',
  wrongToken: 'bm90LXlvdXItdG9rZW4h',
  wrongSecret: 'c2VjcmV0LW9mLWFub3RoZXI',
  path: '/a-page-about-jonas',
  address: '203.0.113.77',
  foreignHost: 'rebound.evil.example',
} as const;

/** A finished lesson: its other private data, and the people still connected. */
export interface HeldLesson {
  readonly secrets: readonly string[];
  readonly code: string;
  close(): void;
}

/** Holds a lesson over the real network protocol with all of `PRIVATE` in it, including wrong codes and broken messages. */
export async function holdLesson(origin: string, cookie: string): Promise<HeldLesson> {
  const call = async (method: string, path: string, body?: unknown, more = {}): Promise<Response> =>
    fetch(`${origin}/api/${path}`, {
      method,
      headers: {
        'content-type': 'application/json',
        'x-forwarded-for': PRIVATE.address,
        'user-agent': `Phone of ${PRIVATE.name}`,
        cookie,
        ...more,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  const opening = { scenario: 'archipelago', plan: '5x3' };
  const { code }: { code: string } = await (await call('POST', 'sessions', opening)).json();
  const pass: HostPass = await (await call('POST', `sessions/${code}/host`, {})).json();
  const seat = await apiAt(origin).takeSeat(code, { seat: 'aurelia', name: PRIVATE.name });
  if (!seat.ok) throw new Error(seat.failure.code);
  const rejoin = await apiAt(origin).rejoinCode(code, seat.value.token);
  if (!rejoin.ok) throw new Error(rejoin.failure.code);
  const [host, anna] = [await live(origin, code, pass), await live(origin, code, seat.value)];
  await playAndTalk(host, anna);
  await knockAtDoors(call, code);
  await sendNonsense(origin, code, seat.value.token);
  const { token } = seat.value;
  const secrets = [...Object.values(PRIVATE), code, token, pass.token, rejoin.value.code, cookie];
  return {
    secrets: [...secrets, `${code.slice(0, 3)} ${code.slice(3)}`, cookie.split('=')[1] ?? cookie],
    code,
    close: () => {
      for (const source of [host, anna]) source.close();
    },
  };
}

async function live(origin: string, code: string, pass: AnyPass): Promise<ViewSource> {
  const source = liveSource(code, pass, origin);
  await until('the source is live', () => source.status.value === 'live', 20_000);
  return source;
}

async function playAndTalk(host: ViewSource, anna: ViewSource): Promise<void> {
  const done = async (source: ViewSource, ...given: Parameters<ViewSource['send']>): Promise<void> => {
    const outcome = await source.send(...given);
    if (!outcome.ok) throw new Error(`${given[0].type}: ${JSON.stringify(outcome)}`);
  };
  const plenary = { kind: 'plenary' } as const;
  const say = { type: 'say', text: null, phrase: null, mentions: [] } as const;
  await done(host, { type: 'startSession' });
  for (let step = 0; step < 4 && host.view.value?.table.phase !== 'decision'; step += 1) {
    const before = host.view.value?.table.phase;
    await done(host, { type: 'closePhase', because: 'host' });
    await until('the next phase', () => host.view.value?.table.phase !== before);
  }
  await done(anna, { ...say, channel: plenary }, PRIVATE.publicTalk);
  await done(anna, { ...say, channel: { kind: 'bilateral', with: 'meridia' } }, PRIVATE.privateTalk);
  await done(host, { ...say, channel: { kind: 'announcement' } }, PRIVATE.announcement);
  await done(anna, { type: 'raiseHand', text: null, raised: true }, PRIVATE.question);
  const delegate = anna.view.value?.table.seats.find(({ id }) => id === 'aurelia')?.delegates[0]?.id ?? '';
  await done(host, { type: 'answerHand', delegate }, PRIVATE.answer);
  await done(host, { type: 'endSession' });
  await done(host, { type: 'setDebriefStep', step: 'leave' });
  await done(anna, { type: 'givePulse', text: null }, PRIVATE.pulse);
  await done(anna, { type: 'writeReflection', text: null }, PRIVATE.reflection);
}

type Call = (method: string, path: string, body?: unknown, more?: object) => Promise<Response>;

async function knockAtDoors(call: Call, code: string): Promise<void> {
  const described = { name: PRIVATE.sessionName, note: PRIVATE.note, tags: [PRIVATE.tag] };
  await call('PUT', `library/${code}`, described);
  await call('GET', `library?search=${encodeURIComponent(PRIVATE.sessionName)}`);
  await call('POST', `library-import?file=${PRIVATE.file}`, undefined, { 'content-type': 'text/plain' });
  await call('PUT', 'host/presets', { name: PRIVATE.preset });
  await call('POST', 'host/login', { password: PRIVATE.wrongPassword });
  await call('POST', 'host/enter', { secret: PRIVATE.wrongSecret });
  for (let tries = 0; tries < 40; tries += 1) await call('GET', `sessions/${PRIVATE.wrongCode}`);
  await call('POST', `sessions/${code}/rejoin`, { code: PRIVATE.wrongRejoin });
  await call('GET', `sessions/${code}/log`, undefined, { authorization: `Bearer ${PRIVATE.wrongToken}` });
  await call('GET', `..${PRIVATE.path}?name=${encodeURIComponent(PRIVATE.name)}`);
  await call('POST', 'sessions', { scenario: PRIVATE.note });
  await call('POST', `sessions/${code}/erase`, PRIVATE.note);
}

/** The byte that begins a message to a room; its kind follows as a text. */
const ROOM_DATA = 13;

/** Messages that no client of ours sends: wrong shapes, a text that is no UTF-8, an invalid token. */
async function sendNonsense(origin: string, code: string, token: string): Promise<void> {
  const room = await new Client(origin).joinById(code, { token });
  room.reconnection.enabled = false;
  room.onMessage('*', () => undefined);
  const command = { type: PRIVATE.privateTalk, channel: PRIVATE.note };
  await room.request('command', { key: PRIVATE.note, command, text: PRIVATE.reflection }, { timeout: 4000 });
  room.send(PRIVATE.note, { text: PRIVATE.reflection });
  for (let times = 0; times < 30; times += 1)
    room.connection.send(new Uint8Array([ROOM_DATA, 0xa8, 0xff, 0xfe, 0xfd, 0xfc, 0xfb, 0xfa, 0xf9, 0xf8]));
  await new Client(origin).joinById(code, { token: PRIVATE.wrongToken }).catch(() => undefined);
  await new Client(origin).joinById(PRIVATE.wrongCode, { token }).catch(() => undefined);
  // The room has disconnected it by now, because it sent too much.
  void room.leave().catch(() => undefined);
}
