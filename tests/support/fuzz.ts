import { Client, type Room } from '@colyseus/sdk';
import { commandMessage } from '#shared/wire/api.ts';
import { chanceOf } from '../../server/rehearse/script.ts';

type Chance = () => number;

const pick = <Value>(chance: Chance, values: readonly Value[]): Value | undefined =>
  values[Math.floor(chance() * values.length)];

/** Commands as the pages send them, to be damaged. */
const wholesome: readonly object[] = [
  { type: 'sealOrders', order: { action: 'dialogue', targets: ['aurelia'] } },
  { type: 'say', channel: { kind: 'plenary' }, text: null, phrase: 'thankYou', mentions: [] },
  { type: 'betOnDial', band: 3 },
  { type: 'closePhase', because: 'host' },
  { type: 'draftOrder', order: { action: 'bridge', pair: ['aurelia', 'meridia'] } },
  { type: 'raiseHand', text: null, raised: true },
  { type: 'stepBack' },
  {
    type: 'proposeAgreement',
    parties: ['aurelia', 'meridia'],
    terms: { clauses: [{ kind: 'mutualRestraint' }], force: 'pledge', fromRound: 1, untilRound: 2 },
    secrecy: 'secret',
  },
];

/** Commands in the right shape that name what does not exist, or that others must give; refused in every state. */
const wrongIds: readonly object[] = [
  { type: 'signAgreement', agreement: 'nobody-knows-it', wording: 1 },
  { type: 'joinAgreement', agreement: '__proto__' },
  { type: 'withdrawAgreement', agreement: 'constructor' },
  { type: 'voteCharter', bloc: 999_999, proposal: 7 },
  { type: 'voteExpel', bloc: 999_999, seat: 'aurelia' },
  { type: 'sealOrders', order: { action: 'dialogue', targets: ['atlantis'] } },
  { type: 'moveDelegate', delegate: 'nobody', seat: 'aurelia' },
  { type: 'turnAway', delegate: 'nobody' },
  { type: 'cancelInject', number: 999 },
  { type: 'takeSeat', seat: 'aurelia', delegate: 'me', name: null },
  { type: 'closePhase', because: 'deadline' },
];

/** Larger than a message may be, and very deep. */
const huge = 'x'.repeat(9000);
const deep: unknown = Array.from({ length: 500 }).reduce((inner) => [inner], []);

/** Values of every kind, the nasty ones first. */
const odd: readonly unknown[] = [
  Number.NaN,
  Number.POSITIVE_INFINITY,
  -0,
  2 ** 53,
  '',
  '\u0000',
  '\ud800',
  '__proto__',
  'x'.repeat(2000),
  new Uint8Array([0, 255, 1]),
  [],
  [[[[[[]]]]]],
  {},
  { __proto__: null, constructor: 1 },
  { toString: 1, length: 9 },
  null,
  true,
  new Date(0),
];

/** A copy with one member, at any depth, made odd, removed or added. */
function spoilt(chance: Chance, value: unknown): unknown {
  if (Array.isArray(value)) {
    const index = Math.floor(chance() * value.length);
    return value.length === 0 || chance() < 0.3
      ? [...value, pick(chance, odd)]
      : value.map((each: unknown, at) => (at === index ? spoilt(chance, each) : each));
  }
  if (typeof value !== 'object' || value === null || chance() < 0.25) return pick(chance, odd);
  const entries = Object.entries(value);
  const [name = 'type'] = pick(chance, entries) ?? [];
  const draw = chance();
  if (draw < 0.2) return Object.fromEntries(entries.filter(([key]) => key !== name));
  if (draw < 0.4) return { ...value, [`${name}x`]: pick(chance, odd) };
  return Object.fromEntries(
    entries.map(([key, each]: [string, unknown]) => [key, key === name ? spoilt(chance, each) : each]),
  );
}

/** A message that is no command, though it may look like one; equal random numbers give equal messages. */
export function badMessage(chance: Chance): unknown {
  for (;;) {
    const whole = { key: `key-${Math.floor(chance() * 1e9)}-key`, command: pick(chance, wholesome) };
    const message = chance() < 0.1 ? pick(chance, odd) : spoilt(chance, whole);
    if (!commandMessage.safeParse(message).success) return message;
  }
}

const wrongCommand = (chance: Chance): object => ({
  key: `key-${Math.floor(chance() * 1e9)}-key`,
  command: pick(chance, wrongIds),
});

/** How many messages one socket sends before another replaces it: fewer than would close it. */
const EACH = 15;

/** The target of the messages, the number of parallel sockets, and the number of messages. */
interface Fuzz {
  readonly origin: string;
  readonly code: string;
  /** Null: as a watcher. */
  readonly token: string | null;
  readonly sockets: number;
  readonly messages: number;
}

/** The cookie of a new browser: a client whose sockets were closed for their messages is not admitted again at once. */
async function newCookie(origin: string): Promise<string> {
  const answer = await fetch(`${origin}/api/address`);
  await answer.arrayBuffer();
  return answer.headers.get('set-cookie')?.split(';')[0] ?? '';
}

/** Sends meaningless messages, by name and as raw bytes; resolves to how many were sent once the server has processed all of them. */
export async function fuzz({ origin, code, token, sockets, messages }: Fuzz): Promise<number> {
  let sent = 0;
  const hand = async (_: unknown, number: number): Promise<void> => {
    const chance = chanceOf(29, number);
    while (sent < messages) {
      const room = await new Client(origin, { headers: { cookie: await newCookie(origin) } }).joinById(code, {
        token,
      });
      room.reconnection.enabled = false;
      room.onMessage('*', () => undefined);
      room.onError(() => undefined);
      for (let one = 0; one < EACH && room.connection.isOpen; one += 1) sendBad(room, chance);
      sent += EACH;
      if (room.connection.isOpen) await room.request('clock', {}, { timeout: 5000 }).catch(() => undefined);
      if (room.connection.isOpen) room.connection.close();
    }
  };
  await Promise.all(Array.from({ length: sockets }, hand));
  return sent;
}

function sendBad(room: Room, chance: Chance): void {
  const draw = chance();
  if (draw < 0.001) room.send('command', huge);
  else if (draw < 0.02) room.send('command', { key: 'deep-deep-deep', command: deep });
  else if (draw < 0.15) room.send('command', wrongCommand(chance));
  else if (draw < 0.7) room.send('command', badMessage(chance));
  else if (draw < 0.85)
    room.send(
      pick(chance, ['ask', 'curtain', 'card', 'clock', '__proto__', 'nothing']) ?? '',
      badMessage(chance),
    );
  else
    room.connection.send(
      Uint8Array.from({ length: 1 + Math.floor(chance() * 40) }, () => Math.floor(chance() * 256)),
    );
}
