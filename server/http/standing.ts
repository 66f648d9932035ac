import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { AwakeState, ServerStanding } from '#shared/wire/serverFacts.ts';
import type { LiveSession } from '../live/session.ts';
import type { Registry } from '../rooms/registry.ts';
import { DATABASE_NAME } from '../store/place.ts';
import type { SessionStore } from '../store/sessionStore.ts';
import type { Starts } from '../store/starts.ts';

/** The sources of the server's status. */
export interface StandingInput {
  readonly registry: Pick<Registry, 'live' | 'peopleHere'>;
  readonly store: Pick<SessionStore, 'count'>;
  readonly sockets: () => number;
  readonly dataDir: string;
  readonly starts: () => Starts;
}

/** The server's current status: counts only, no personal data. If the store does not answer, `kept` is 0. */
export async function standingNow(input: StandingInput): Promise<ServerStanding> {
  const sessions = { lobby: 0, running: 0, paused: 0, ended: 0, practice: 0 };
  for (const session of input.registry.live()) sessions[stateOf(session)] += 1;
  return {
    sessions,
    kept: await input.store.count({ deleted: false }).catch(() => 0),
    people: input.registry.peopleHere(),
    sockets: input.sockets(),
    storeBytes: sizeOf(input.dataDir),
    ...input.starts(),
  };
}

function stateOf({ state }: Pick<LiveSession, 'state'>): AwakeState {
  if (state.basis.options.practice) return 'practice';
  if (state.phase.name === 'lobby' || state.phase.name === 'ended') return state.phase.name;
  return state.paused === null ? 'running' : 'paused';
}

function sizeOf(directory: string): number {
  const files = ['', '-wal'].map((end) => join(directory, `${DATABASE_NAME}${end}`));
  return files.reduce((sum, file) => sum + (statSync(file, { throwIfNoEntry: false })?.size ?? 0), 0);
}
