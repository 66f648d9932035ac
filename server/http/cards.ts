import { defaultScenarioIds, offTheDefaultList, scenarioById, scenarioIds } from '#shared/scenario/packs.ts';
import { isEntryOpen } from '#shared/session/vocabulary/entry.ts';
import { isCancelled } from '#shared/session/topics/ending.ts';
import { delegationSizeOf } from '#shared/session/topics/delegationRules.ts';
import type { SessionState } from '#shared/session/vocabulary/state.ts';
import type { JoinCard, ScenarioListItem } from '#shared/wire/api.ts';
import { scenarioItem } from '#shared/wire/scenarioItem.ts';
import { type OwnScenario, ownScenarios } from '../store/ownScenarios.ts';
import type { SessionStore } from '../store/sessionStore.ts';

type Packs = Pick<SessionStore, 'packs'>;

/** The scenarios open for practice: the shipped ones, and the host's own that are public. They contain nothing confidential. */
export async function openScenarios(store: Packs): Promise<readonly ScenarioListItem[]> {
  const own = (await ownScenarios(store)).filter(({ practice }) => practice);
  return [...shippedItems(defaultScenarioIds), ...own.map(ownItem)];
}

/** The scenarios that a host may open: the shipped ones, then those for prepared groups, then the host's own. */
export async function hostScenarios(store: Packs): Promise<readonly ScenarioListItem[]> {
  return [...shippedItems(scenarioIds), ...(await ownScenarios(store)).map(ownItem)];
}

function shippedItems(ids: readonly string[]): readonly ScenarioListItem[] {
  return ids.flatMap((id) => {
    const scenario = scenarioById(id);
    const isForPrepared = offTheDefaultList.some((one) => one === id);
    return scenario === null ? [] : [{ ...scenarioItem(scenario), isForPrepared }];
  });
}

function ownItem({ scenario, version, practice }: OwnScenario): ScenarioListItem {
  return { ...scenarioItem(scenario), own: { version, practice } };
}

/** What a visitor sees of a session before taking a seat. */
export function joinCard(code: string, state: SessionState, keepDays: number | null): JoinCard {
  const { scenario, plan } = state.basis;
  const size = delegationSizeOf(state);
  return {
    code,
    scenario: { id: scenario.id, title: scenario.title, summary: scenario.summary },
    minutes: plan.minutes,
    rounds: plan.rounds,
    phase: state.phase.name,
    cancelled: isCancelled(state),
    round: shownRoundOf(state),
    entry: state.entry,
    isOpen: isEntryOpen(state.entry, state.phase.name),
    keepDays,
    privateTalkOpens: state.basis.options.privateTalkOpens,
    hostReadsTalk: state.basis.options.hostReadsTalk,
    talkLevel: state.basis.options.talkLevel,
    languages: state.basis.options.languages,
    seats: state.seats.map(({ id, delegates, bot }, index) => {
      const seat = scenario.seats[index];
      if (seat === undefined) throw new Error('a seat that its scenario lacks');
      const people = delegates.length;
      return { id, name: seat.name, role: seat.role, people, bot: bot !== null, full: people >= size };
    }),
  };
}

/** The current round; the last one after the end, 0 in the lobby. */
export function shownRoundOf(state: SessionState): number {
  return 'round' in state.phase ? state.phase.round : state.rounds.length;
}
