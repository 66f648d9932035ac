import { remainingMsOf } from '#shared/run/phaseTime.ts';
import { isSilent } from '#shared/session/topics/talk.ts';
import type { SessionState } from '#shared/session/vocabulary/state.ts';
import { type Tenths, tenths } from '#shared/session/views/tenths.ts';
import type { DialsNow, GatheringNow, TableNow } from '#shared/wire/gatherings.ts';
import type { LiveSession } from '../live/session.ts';
import { treatmentFor } from '../live/treatmentFor.ts';
import { attendanceOf } from '../rooms/attendance.ts';
import type { Gathering, GatheringTable } from '../rooms/gatherings.ts';
import { shownRoundOf } from './cards.ts';
import { type EventAsked, HOST } from './coHosts.ts';
import type { HttpContext } from './context.ts';
import { peopleAt } from './eventActs.ts';
import { nameDigest } from './eventSeating.ts';

/** An event as a host of it sees it now; null if none of its tables can be read. */
export async function gatheringNow(
  { registry, gatherings, key }: Pick<HttpContext, 'registry' | 'gatherings' | 'key'>,
  { gathering, host }: EventAsked,
): Promise<GatheringNow | null> {
  // Ended tables sleep after a while; their host looks at them again.
  await Promise.all(gathering.tables.map(async ({ code }) => registry.find(code)));
  const awake = gatherings.awake(gathering);
  const [first] = awake;
  if (first === undefined) return null;
  const { scenario } = first.live.state.basis;
  const { title, placing, size, seed, treatments } = gathering.opening;
  const numbers = new Set(awake.map(({ number }) => number));
  return {
    code: gathering.code,
    you: host === HOST ? null : host,
    coHosts: gathering.coHosts.map(({ id, name }) => ({ id, name })),
    title,
    placing,
    size,
    seed,
    expected: expectedNow({ gatherings, key }, gathering),
    treated: treatments !== null,
    seats: scenario.seats.map(({ id, name }) => ({ id, name })),
    deck: scenario.events.map((event) => ({ id: event.id, title: event.title })),
    tables: awake.map((table) => tableNow(table, registry.hereAt(table.code))),
    resting: gathering.tables
      .filter(({ number }) => !numbers.has(number))
      .map(({ number, code }) => ({ number, code })),
  };
}

/** How many names of an event's list have come; the server knows them again by their digests alone. */
function expectedNow(
  { gatherings, key }: Pick<HttpContext, 'gatherings' | 'key'>,
  gathering: Gathering,
): GatheringNow['expected'] {
  const { placing, names } = gathering.opening;
  if (placing !== 'list') return null;
  const here = new Set(
    peopleAt(gatherings, gathering).flatMap(({ name }) =>
      name === null ? [] : [nameDigest(key, gathering.id, name)],
    ),
  );
  const listed = Object.keys(names);
  return { listed: listed.length, come: listed.filter((digest) => here.has(digest)).length };
}

/**
 * The wall of an event: by allow-list, and for tables that may be watched. A table that reveals its orders keeps its new place to
 * itself until it has seen it.
 */
export function dialsNow({ gatherings }: Pick<HttpContext, 'gatherings'>, gathering: Gathering): DialsNow {
  const all = gatherings.awake(gathering);
  const tables = all.filter(({ live }) => live.state.entry.observers);
  const languages = tables[0]?.live.state.basis.options.languages ?? 'both';
  return {
    code: gathering.code,
    title: gathering.opening.title,
    languages,
    tried: triedAt(gathering, all),
    tables: tables.map(({ number, live: { code, state } }) => {
      const trail = directionsOf(state);
      return {
        number,
        code,
        phase: state.phase.name,
        round: shownRoundOf(state),
        paused: state.paused !== null,
        trail: state.phase.name === 'reveal' ? trail.slice(0, -1) : trail,
        stage: state.phase.name === 'reveal' ? 'selection' : state.world.stage,
      };
    }),
  };
}

/** What was tried at tables that may be watched; nothing while any table of the event still plays, for people there must not know. */
function triedAt(
  { opening: { treatments } }: Gathering,
  all: readonly { readonly number: number; readonly live: LiveSession }[],
): DialsNow['tried'] {
  const watched = all.filter(({ live }) => live.state.entry.observers);
  if (treatments === null || !all.every(({ live }) => live.state.phase.name === 'ended')) return [];
  return watched.map(({ number }) => ({ number, treatment: treatmentFor(treatments, number) }));
}

/** Where the dial stood, the opening first. */
function directionsOf({ openingIndicators, rounds }: SessionState): readonly Tenths[] {
  const stations = [openingIndicators, ...rounds.map(({ indicators }) => indicators)];
  return stations.map(({ direction }) => tenths(direction));
}

function tableNow(
  { number, live, coHost }: GatheringTable & { readonly live: LiveSession },
  here: ReadonlySet<string>,
): TableNow {
  const { code, state, clock, phaseOpenedAt, isStopped } = live;
  const people = state.seats.reduce((sum, { delegates }) => sum + delegates.length, 0);
  return {
    number,
    code,
    phase: state.phase.name,
    phaseLine: phaseOpenedAt,
    round: shownRoundOf(state),
    rounds: state.basis.plan.rounds,
    paused: state.paused !== null,
    leftMs: remainingMsOf(clock, live.now()),
    trail: directionsOf(state),
    stage: state.world.stage,
    people,
    here: here.size,
    bots: state.seats.filter(({ bot }) => bot !== null).length,
    unsealed: state.phase.name === 'decision' ? unsealedIn(state) : [],
    away: awayIn(live),
    hands: [...new Set(state.hands.map(({ seat }) => seat))],
    waiting: state.waiting.length,
    bookmarks: state.bookmarks.length,
    silent: isSilent(state),
    stopped: isStopped,
    coHost,
  };
}

function unsealedIn({ seats, sealed }: SessionState): readonly string[] {
  const waits = seats.filter(({ id, bot, delegates }) => {
    return bot === null && delegates.length > 0 && !Object.hasOwn(sealed, id);
  });
  return waits.map(({ id }) => id);
}

function awayIn(live: LiveSession): readonly string[] {
  const away = new Set(attendanceOf(live).away());
  const gone = live.state.seats.filter(
    ({ bot, delegates }) => bot === null && delegates.length > 0 && delegates.every(({ id }) => away.has(id)),
  );
  return gone.map(({ id }) => id);
}
