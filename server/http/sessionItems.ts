import { type LogHeader, headerSchema } from '#shared/log/header.ts';
import type { SessionListItem } from '#shared/wire/api.ts';
import { isCancelled } from '#shared/session/topics/ending.ts';
import { UNDO_DAYS } from '#shared/wire/retention.ts';
import type { SessionDamage } from '#shared/wire/damage.ts';
import type { LibraryItem } from '#shared/wire/library.ts';
import type { LiveSession } from '../live/session.ts';
import { treatmentFor } from '../live/treatmentFor.ts';
import type { Gatherings, TablePlaceNow } from '../rooms/gatherings.ts';
import type { Registry } from '../rooms/registry.ts';
import type { StoredSession } from '../store/sessionStore.ts';
import { shownRoundOf } from './cards.ts';

/** A session that is awake, as lists show it. */
export function listItem(
  { code, header, state }: LiveSession,
  damage: SessionDamage | null,
): SessionListItem {
  return {
    code,
    title: state.basis.scenario.title,
    phase: state.phase.name,
    round: shownRoundOf(state),
    rounds: state.basis.plan.rounds,
    people: state.seats.reduce((sum, seat) => sum + seat.delegates.length, 0),
    createdMs: header.created,
    status: state.phase.name !== 'ended' ? 'open' : isCancelled(state) ? 'cancelled' : 'ended',
    damage,
  };
}

/** A sleeping session, as far as its header tells. */
export function sleepingItem(stored: StoredSession, damage: SessionDamage | null): SessionListItem {
  const { code, status, created } = stored;
  const header = headerOf(stored);
  const rounds = header?.pace.rounds ?? 0;
  const round = status === 'ended' ? rounds : 0;
  const facts = { phase: damage === null ? 'asleep' : 'damaged', round, rounds, people: null };
  return { code, title: header?.scenario.title ?? null, ...facts, createdMs: created, status, damage };
}

/** A session as the library shows it. */
export async function libraryItem(
  {
    registry,
    gatherings,
    elsewhere,
  }: {
    readonly registry: Pick<Registry, 'sessionOf' | 'damage'>;
    readonly gatherings: Pick<Gatherings, 'placeOf'>;
    /** What is awake on other servers, by the session's id. */
    readonly elsewhere: ReadonlyMap<string, { readonly item: SessionListItem }>;
  },
  stored: StoredSession,
): Promise<LibraryItem> {
  const live = stored.deletedMs === null ? registry.sessionOf(stored.code) : null;
  const there = stored.deletedMs === null ? elsewhere.get(stored.id) : undefined;
  const item =
    live === null
      ? (there?.item ?? sleepingItem(stored, await registry.damage.ofSleeping(stored)))
      : listItem(live, registry.damage.ofWoken(stored.id));
  const { name, note, tags, practice, origin, lastMs, deletedMs } = stored;
  const keepDays = item.status === 'cancelled' ? cancelledDays(stored) : stored.keepDays;
  const place = await gatherings.placeOf(stored.id);
  const table = place === null ? null : tableItem(place, item.status === 'ended');
  const build = headerOf(stored)?.build ?? null;
  return { ...item, name, note, tags, practice, origin, build, lastMs, keepDays, deletedMs, table };
}

/** Which table of an event a session is. Its treatment is named once it has ended, so that nobody reads it here by chance. */
function tableItem({ gathering, number }: TablePlaceNow, hasEnded: boolean): LibraryItem['table'] {
  const { treatments } = gathering.opening;
  const treatment = hasEnded && treatments !== null ? treatmentFor(treatments, number) : null;
  return { event: gathering.code, number, treatment };
}

/** A cancelled session expires after as many days as a deleted one, and no later than promised; an imported one stays. */
function cancelledDays({ keepDays, origin }: StoredSession): number | null {
  return origin === null ? Math.min(keepDays ?? UNDO_DAYS, UNDO_DAYS) : keepDays;
}

function headerOf({ header }: StoredSession): LogHeader | null {
  try {
    return headerSchema.safeParse(JSON.parse(header)).data ?? null;
  } catch {
    return null;
  }
}
