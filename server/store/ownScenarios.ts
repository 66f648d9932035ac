import { scenarioInFile } from '#shared/scenario/packFile.ts';
import { scenarioById } from '#shared/scenario/packs.ts';
import type { Scenario } from '#shared/scenario/schema.ts';
import { MOST_PACK_BYTES } from '#shared/wire/packs.ts';
import type { SessionStore } from './sessionStore.ts';

/** A stored scenario of the host's own. */
export interface OwnScenario {
  readonly scenario: Scenario;
  readonly version: number;
  /** Anybody may practise it. */
  readonly practice: boolean;
}

/** The scenarios that the host has uploaded. Skips one that is damaged, or that this version of the program would refuse. */
export async function ownScenarios(store: Pick<SessionStore, 'packs'>): Promise<readonly OwnScenario[]> {
  const kept = await store.packs();
  const before = readBefore.get(store);
  const now = new Map<string, Scenario | null>();
  for (const { body } of kept)
    now.set(body, before?.has(body) === true ? (before.get(body) ?? null) : scenarioIn(body));
  readBefore.set(store, now);
  return kept.flatMap(({ body, version, practice }) => {
    const scenario = now.get(body) ?? null;
    return scenario === null ? [] : [{ scenario, version, practice }];
  });
}

/** The parsed files of a store: anybody may ask for the list, and each file is parsed only once. */
const readBefore = new WeakMap<object, ReadonlyMap<string, Scenario | null>>();

function scenarioIn(body: string): Scenario | null {
  const read = scenarioInFile(body, MOST_PACK_BYTES);
  return read.ok ? read.value : null;
}

/** A scenario that can be opened: a shipped one, or one of the host's own; null if none has this id. */
export async function scenarioKept(store: Pick<SessionStore, 'packs'>, id: string): Promise<Scenario | null> {
  const shipped = scenarioById(id);
  if (shipped !== null) return shipped;
  const own = await ownScenarios(store);
  return own.find(({ scenario }) => scenario.id === id)?.scenario ?? null;
}
