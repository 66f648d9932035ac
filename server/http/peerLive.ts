import { z } from 'zod';
import type { SessionListItem } from '#shared/wire/api.ts';
import { damageKinds } from '#shared/wire/damage.ts';
import type { GatheringItem } from '#shared/wire/gatherings.ts';
import { awakeStates, type ServerStanding } from '#shared/wire/serverFacts.ts';
import type { Gathering, Gatherings } from '../rooms/gatherings.ts';
import type { Registry } from '../rooms/registry.ts';
import type { HttpContext } from './context.ts';
import { listItem } from './sessionItems.ts';

/** Where a server tells the others what it runs; below `/api`. */
export const LIVE_PATH = '/peer/live';

const count = z.int().min(0);
const bilingual = z.object({ en: z.string(), zh: z.string() });

const itemSchema = z.object({
  code: z.string(),
  title: bilingual.nullable(),
  phase: z.string(),
  round: z.int(),
  rounds: z.int(),
  people: count.nullable(),
  createdMs: z.number(),
  status: z.enum(['open', 'ended', 'cancelled']),
  damage: z.object({ kind: z.enum(damageKinds), sound: count, of: count, texts: count }).nullable(),
}) satisfies z.ZodType<SessionListItem>;

const eventSchema = z.object({
  code: z.string(),
  title: bilingual,
  createdMs: z.number(),
  tables: count,
  people: count,
  open: count,
}) satisfies z.ZodType<GatheringItem>;

const standingSchema = z.object({
  sessions: z.record(z.enum(awakeStates), count),
  kept: count,
  people: count,
  sockets: count,
  storeBytes: count,
  starts: count,
  crashes: count,
}) satisfies z.ZodType<ServerStanding>;

const liveSchema = z.object({
  sessions: z.array(z.object({ id: z.string(), isPractice: z.boolean(), item: itemSchema })),
  events: z.array(eventSchema),
  standing: standingSchema,
});

/** What a server runs: its sessions that are awake, with their ids, its events with a table awake, and its status. */
export type LiveThere = z.infer<typeof liveSchema>;

/** A session that is awake, as a list shows it, by its id. */
export type AwakeItems = ReadonlyMap<string, LiveThere['sessions'][number]>;

/** What this server runs. */
export async function liveHere({ registry, gatherings, standing }: HttpContext): Promise<LiveThere> {
  return {
    sessions: [...awakeHere(registry).values()],
    events: gatherings
      .all()
      .filter((gathering) => gatherings.awake(gathering).length > 0)
      .map((gathering) => gatheringItem(gatherings, gathering)),
    standing: await standing(),
  };
}

/** What each of the other servers runs that answers at once, and how many there are. */
export async function liveElsewhere({ ownership, peerLink }: HttpContext): Promise<{
  readonly servers: number;
  readonly answers: readonly LiveThere[];
}> {
  const peers = ownership.peers();
  const answers = await Promise.all(
    peers.map(async (peer) => peerLink.read(peer, `/api${LIVE_PATH}`, liveSchema)),
  );
  return { servers: peers.length, answers: answers.filter((answer) => answer !== null) };
}

/** The sessions that are awake on this server. */
export function awakeHere(registry: Pick<Registry, 'live' | 'damage'>): AwakeItems {
  const items = registry.live().map((session) => ({
    id: session.id,
    isPractice: session.state.basis.options.practice,
    item: listItem(session, registry.damage.ofWoken(session.id)),
  }));
  return new Map(items.map((session) => [session.id, session]));
}

/** The sessions that are awake on other servers. */
export async function awakeElsewhere(context: HttpContext): Promise<AwakeItems> {
  const { answers } = await liveElsewhere(context);
  return new Map(answers.flatMap(({ sessions }) => sessions.map((session) => [session.id, session])));
}

/** An event as the host's list shows it, as far as this server knows its tables. */
export function gatheringItem(gatherings: Pick<Gatherings, 'awake'>, gathering: Gathering): GatheringItem {
  const states = gatherings.awake(gathering).map(({ live }) => live.state);
  const seated = states.flatMap(({ seats }) => seats.map(({ delegates }) => delegates.length));
  return {
    code: gathering.code,
    title: gathering.opening.title,
    createdMs: gathering.created,
    tables: gathering.tables.length,
    people: seated.reduce((sum, each) => sum + each, 0),
    open: states.filter(({ phase }) => phase.name !== 'ended').length,
  };
}

/** The status of several servers together. What is kept, the size of the store and the starts are those of the first. */
export function standingOfAll(here: ServerStanding, others: readonly ServerStanding[]): ServerStanding {
  const all = [here, ...others];
  const sum = (of: (one: ServerStanding) => number): number => all.reduce((total, one) => total + of(one), 0);
  return {
    ...here,
    sessions: {
      lobby: sum(({ sessions }) => sessions.lobby),
      running: sum(({ sessions }) => sessions.running),
      paused: sum(({ sessions }) => sessions.paused),
      ended: sum(({ sessions }) => sessions.ended),
      practice: sum(({ sessions }) => sessions.practice),
    },
    people: sum(({ people }) => people),
    sockets: sum(({ sockets }) => sockets),
  };
}
