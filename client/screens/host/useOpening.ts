import { type ReadonlySignal, type Signal, useComputed, useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import {
  openSessionBody,
  type OpenSessionBody,
  type Preset,
  type ScenarioListItem,
} from '#shared/wire/api.ts';
import { api } from '../../net/api.ts';
import type { ApiFailure } from '../../net/asking.ts';
import { pressAnswered, pressKey } from '../../net/presses.ts';
import { go } from '../../lib/address.ts';

/** The guide's first scenario is preselected, if the server has it. */
const FIRST_SCENARIO = 'archipelago';

const usual: OpenSessionBody = openSessionBody.parse({ scenario: FIRST_SCENARIO, plan: '' });

/** The host's choices for a new session, the presets stored on the server, and the functions to open or save. */
export function useOpening() {
  const chosen = useSignal<OpenSessionBody>(usual);
  const busy = useSignal(false);
  const problem = useSignal<ApiFailure['code'] | null>(null);
  const { scenarios, fetchScenarios } = useScenarios(problem);
  const scenario = useComputed(
    () => scenarios.value.find(({ id }) => id === chosen.value.scenario) ?? scenarios.value[0],
  );
  /** The choices with a scenario and plan that the server has. */
  const opening = useComputed((): OpenSessionBody | null => {
    const found = scenario.value;
    if (!found) return null;
    const plan = found.plans.find(({ id }) => id === chosen.value.plan) ?? found.plans[0];
    return plan
      ? { ...chosen.value, scenario: found.id, plan: plan.id, seats: seatsIn(found, chosen.value.seats) }
      : null;
  });
  const choose = (part: Partial<OpenSessionBody>): void => {
    chosen.value = { ...chosen.value, ...part };
  };
  /** Opens a session, or with these choices what `instead` makes of them. */
  const open = async (instead: Opener | null): Promise<void> => {
    if (opening.value === null) return;
    busy.value = true;
    problem.value = await (instead ?? openSession)(opening.value);
    busy.value = false;
  };
  return {
    scenarios,
    fetchScenarios,
    scenario,
    opening,
    busy,
    problem,
    choose,
    open,
    ...usePresets(opening, problem),
  };
}

/** What can be opened on the server, and the function to load it again. */
function useScenarios(problem: Signal<ApiFailure['code'] | null>) {
  const scenarios = useSignal<readonly ScenarioListItem[]>([]);
  const fetchScenarios = async (): Promise<void> => {
    const answer = await api.hostScenarios();
    if (answer.ok) scenarios.value = answer.value;
    else problem.value = answer.failure.code;
  };
  useEffect(() => {
    void fetchScenarios();
  }, []);
  return { scenarios, fetchScenarios };
}

/** The number of states if the scenario allows it; otherwise null, for all of them. */
function seatsIn({ leaveOut, seats }: ScenarioListItem, wanted: number | null): number | null {
  const fewest = seats.length - leaveOut.length;
  return wanted !== null && wanted >= fewest && wanted < seats.length ? wanted : null;
}

/** Opens something and goes there; the failure's code if it did not work. */
type Opener = (opening: OpenSessionBody) => Promise<ApiFailure['code'] | null>;

async function openSession(opening: OpenSessionBody): Promise<ApiFailure['code'] | null> {
  const opened = await openOnce(opening);
  if (opened.ok) go(`/host/${opened.value.code}`);
  return opened.ok ? null : opened.failure.code;
}

/** Opens a session; pressed again after a lost answer, it gets the same session. */
async function openOnce(opening: OpenSessionBody): ReturnType<typeof api.openSession> {
  const press = `open ${JSON.stringify(opening)}`;
  const opened = await api.openSession({ ...opening, key: pressKey(press) });
  if (opened.ok || opened.failure.code !== 'offline') pressAnswered(press);
  return opened;
}

function usePresets(
  opening: ReadonlySignal<OpenSessionBody | null>,
  problem: Signal<ApiFailure['code'] | null>,
) {
  const presets = useSignal<readonly Preset[]>([]);
  useEffect(() => {
    void api.presets().then((answer) => {
      if (answer.ok) presets.value = answer.value;
    });
  }, []);
  /** True once the server has stored the change. */
  const keep = async (change: ReturnType<typeof api.presets>): Promise<boolean> => {
    const answer = await change;
    problem.value = answer.ok ? null : answer.failure.code;
    if (answer.ok) presets.value = answer.value;
    return answer.ok;
  };
  const keepAs = async (name: string): Promise<boolean> =>
    opening.value !== null && keep(api.keepPreset({ name, opening: opening.value }));
  const drop = async (name: string): Promise<boolean> => keep(api.deletePreset({ name }));
  return { presets, keepAs, drop };
}

/** The state of the form, as its parts receive it. */
export type OpeningForm = ReturnType<typeof useOpening>;
