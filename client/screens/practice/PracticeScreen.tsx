import { useSignal, type Signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { ScenarioListItem } from '#shared/wire/api.ts';
import { Notice } from '../../components/Notice.tsx';
import { Page } from '../../components/Page.tsx';
import { PlanChoice } from '../../components/PlanChoice.tsx';
import { SeatChoice } from '../../components/SeatChoice.tsx';
import { api } from '../../net/api.ts';
import type { ApiFailure } from '../../net/asking.ts';
import { pressAnswered, pressKey } from '../../net/presses.ts';
import { standIn } from '../../net/standIn.ts';
import { keepSeatPass } from '../../net/tokens.ts';
import { pick, words } from '../../text/language.ts';
import { go } from '../../lib/address.ts';
import { OwnScenarioFile } from './OwnScenarioFile.tsx';
import '../../styles/join.css';

/** A whole session against bots: a scenario, a length, a state, one button. */
export function PracticeScreen() {
  const { shell } = words.value;
  return (
    <Page class="practice" back="/">
      <h1>{shell.practice.title}</h1>
      <p class="summary">{shell.practice.text}</p>
      <PracticeForm />
    </Page>
  );
}

function usePractice() {
  const scenarios = useSignal<readonly ScenarioListItem[]>([]);
  const scenario = useSignal('archipelago');
  const plan = useSignal<string | null>(null);
  const seat = useSignal<string | null>(null);
  const busy = useSignal(false);
  const problem = useSignal<ApiFailure['code'] | null>(null);
  const fetchScenarios = async (): Promise<void> => {
    const answer = await api.scenarios();
    if (answer.ok) scenarios.value = answer.value;
  };
  useEffect(() => void fetchScenarios(), []);
  const begin = async (event: Event): Promise<void> => {
    event.preventDefault();
    busy.value = true;
    problem.value = null;
    const wish = { scenario: scenario.value, plan: plan.value, seat: seat.value };
    const press = `practice ${JSON.stringify(wish)}`;
    const started = await api.practice({ ...wish, key: pressKey(press) });
    busy.value = false;
    if (started.ok || started.failure.code !== 'offline') pressAnswered(press);
    if (!started.ok) {
      problem.value = started.failure.code;
      return;
    }
    keepSeatPass(started.value);
    go(`/play/${started.value.code}`);
  };
  const choose = async (id: string): Promise<void> => {
    await fetchScenarios();
    [scenario.value, plan.value, seat.value] = [id, null, null];
  };
  return { scenarios, scenario, plan, seat, busy, problem, begin, choose };
}

function PracticeForm() {
  const { practice } = words.value.shell;
  const { scenarios, scenario, plan, seat, busy, problem, begin, choose } = usePractice();
  const keeper = standIn();
  const chosen = scenarios.value.find(({ id }) => id === scenario.value);
  return (
    <form onSubmit={(event) => void begin(event)} aria-busy={busy.value}>
      {scenarios.value.length > 1 && (
        <ScenarioField scenarios={scenarios.value} scenario={scenario} plan={plan} seat={seat} />
      )}
      {keeper !== null && <OwnScenarioFile keeper={keeper} onKept={choose} />}
      {chosen && (
        <>
          <PlanChoice plans={chosen.plans} chosen={plan.value} onChoose={(id) => (plan.value = id)} />
          <SeatChoice
            givenNote={practice.givenNote}
            seats={chosen.seats.map((one) => ({ ...one, note: null, full: false }))}
            chosen={seat.value}
            onChoose={(id) => (seat.value = id)}
          />
        </>
      )}
      {problem.value !== null && (
        <Notice title={words.value.refusals.notDone} text={words.value.refusals.api[problem.value]} />
      )}
      <div class="act">
        <button type="submit" class="btn primary lg" disabled={busy.value}>
          {busy.value ? practice.starting : practice.start}
        </button>
      </div>
    </form>
  );
}

interface Scenarios {
  readonly scenarios: readonly ScenarioListItem[];
  readonly scenario: Signal<string>;
  readonly plan: Signal<string | null>;
  readonly seat: Signal<string | null>;
}

function ScenarioField({ scenarios, scenario, plan, seat }: Scenarios) {
  const { practice } = words.value.shell;
  const chosen = scenarios.find(({ id }) => id === scenario.value);
  return (
    <div class="field">
      <label for="scenario">{practice.scenario}</label>
      <select
        id="scenario"
        class="input"
        value={scenario.value}
        onChange={(event) => {
          scenario.value = event.currentTarget.value;
          plan.value = null;
          seat.value = null;
        }}
      >
        {scenarios.map((item) => (
          <option key={item.id} value={item.id}>
            {pick(item.title)} · {practice.states(item.seats.length)}
          </option>
        ))}
      </select>
      {chosen && <p class="note">{pick(chosen.summary)}</p>}
    </div>
  );
}
