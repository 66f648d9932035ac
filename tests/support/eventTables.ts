import type { z } from 'zod';
import type { SeatPass } from '#shared/wire/api.ts';
import type { ActAnswer, GatheringNow, gatheringBody } from '#shared/wire/gatherings.ts';
import { newKey } from '../../client/net/newKey.ts';
import type { TestServer } from './testServer.ts';

type Wish = Partial<z.input<typeof gatheringBody>>;

const usual = {
  opening: { scenario: 'archipelago', plan: '5x3' },
  placing: 'fill',
  size: 3,
  tables: null,
} as const satisfies Wish;

/** A host of events, and people who come, at a test's server. */
export interface EventHand {
  readonly cookie: string;
  /** Opens an event of *Archipelago*, three people a table, tables laid as people come, unless the wish says otherwise. */
  opened(wish?: Wish): Promise<string>;
  overview(code: string): Promise<GatheringNow>;
  /** How many people sit at each table. */
  counts(code: string): Promise<readonly number[]>;
  /** Somebody joins; a refusal throws its code. */
  joined(code: string, name?: string | null, key?: string): Promise<SeatPass>;
  /** Gives a command to all tables, or to those with these numbers, as the overview sees them now. */
  act(code: string, command: object, numbers?: readonly number[], text?: string): Promise<ActAnswer>;
  /** Asks the API of events as the host; a refusal throws it. */
  asked<Value>(method: string, path: string, body?: unknown): Promise<Value>;
  /** The status of the answer to an opening. */
  statusOf(wish: object): Promise<number>;
}

/** The host of a test's server. */
export async function eventHand(server: TestServer): Promise<EventHand> {
  const cookie = await server.hostCookie();
  const call = async (method: string, path: string, body?: unknown): Promise<Response> =>
    server.call(method, `/api/events${path}`, body, { cookie });
  const asked: EventHand['asked'] = async <Value>(method: string, path: string, body?: unknown) => {
    const answer = await call(method, path, body);
    const value: Value = await answer.json();
    if (!answer.ok) throw new Error(JSON.stringify(value));
    return value;
  };
  const overview: EventHand['overview'] = async (code) => asked('GET', `/${code}`);
  return {
    cookie,
    asked,
    overview,
    opened: async (wish = {}) => (await asked<{ code: string }>('POST', '', { ...usual, ...wish })).code,
    statusOf: async (wish) => (await call('POST', '', { ...usual, ...wish })).status,
    counts: async (code) => (await overview(code)).tables.map(({ people }) => people),
    joined: async (code, name = null, key) => {
      const wish = { seat: null, name, ...(key === undefined ? {} : { key }) };
      const pass = await server.api.takeSeat(code, wish);
      if (!pass.ok) throw new Error(pass.failure.code);
      return pass.value;
    },
    act: async (code, command, numbers, text) => {
      const { tables } = await overview(code);
      const chosen = tables
        .filter(({ number }) => numbers?.includes(number) ?? true)
        .map(({ number, phaseLine }) => ({ number, phaseLine }));
      return asked('POST', `/${code}/acts`, { key: newKey(), tables: chosen, command, text });
    },
  };
}
