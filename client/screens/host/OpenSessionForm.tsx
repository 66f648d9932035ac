import { useSignal, type Signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { type DecisionRule, MAX_DELEGATES } from '#shared/session/delegation.ts';
import type { ScenarioListItem } from '#shared/wire/api.ts';
import { Notice } from '../../components/Notice.tsx';
import { PlanChoice } from '../../components/PlanChoice.tsx';
import { api, type ApiFailure } from '../../net/api.ts';
import { pick, words } from '../../text/language.ts';
import { go } from '../shell/address.ts';
import { DelegationChoice } from './DelegationChoice.tsx';

/** The scenario that suits a class best is offered first, where the server has it. */
const CLASS_SCENARIO = 'twelve-states';

function useOpening() {
  const scenarios = useSignal<readonly ScenarioListItem[]>([]);
  const scenario = useSignal<string | null>(null);
  const plan = useSignal<string | null>(null);
  const openDeck = useSignal(false);
  const bots = useSignal(true);
  const survey = useSignal(false);
  const rule = useSignal<DecisionRule>('anyone');
  const size = useSignal(MAX_DELEGATES);
  const busy = useSignal(false);
  const problem = useSignal<ApiFailure['code'] | null>(null);
  useEffect(() => {
    void api.scenarios().then((answer) => {
      if (answer.ok) scenarios.value = answer.value;
      else problem.value = answer.failure.code;
    });
  }, []);
  const chosen =
    scenarios.value.find(({ id }) => id === (scenario.value ?? CLASS_SCENARIO)) ?? scenarios.value[0];
  const submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    const planId = plan.value ?? chosen?.plans[0]?.id;
    if (!chosen || planId === undefined) return;
    busy.value = true;
    const opened = await api.openSession({
      scenario: chosen.id,
      plan: planId,
      openDeck: openDeck.value,
      coverEmptySeats: bots.value,
      survey: survey.value,
      decisionRule: rule.value,
      delegationSize: size.value,
    });
    busy.value = false;
    if (opened.ok) go(`/host/${opened.value.code}`);
    else problem.value = opened.failure.code;
  };
  return { scenarios, scenario, plan, openDeck, bots, survey, rule, size, busy, problem, chosen, submit };
}

/** Opens a session: a scenario, a length, two choices, one button. */
export function OpenSessionForm() {
  const { host, refusals, debrief } = words.value;
  const { scenarios, scenario, plan, openDeck, bots, survey, rule, size, busy, problem, chosen, submit } =
    useOpening();
  return (
    <form class="card-form" onSubmit={(event) => void submit(event)} aria-busy={busy.value}>
      <h2>{host.open.title}</h2>
      {chosen && (
        <ScenarioCards scenarios={scenarios.value} chosen={chosen.id} scenario={scenario} plan={plan} />
      )}
      {chosen && <PlanChoice plans={chosen.plans} chosen={plan.value} onChoose={(id) => (plan.value = id)} />}
      {chosen && (
        <a
          class="rules-link"
          href={`/kit/${chosen.id}?plan=${plan.value ?? chosen.plans[0]?.id ?? ''}`}
          target="_blank"
          rel="noopener"
        >
          {host.open.kit}
        </a>
      )}
      <Tick on={bots} label={host.open.bots} note={host.open.botsNote} />
      <Tick on={openDeck} label={host.open.deck} note={host.open.deckNote} />
      <Tick on={survey} label={debrief.survey.option} note={debrief.survey.optionNote} />
      <DelegationChoice rule={rule} size={size} />
      {problem.value !== null && <Notice title={refusals.notDone} text={refusals.api[problem.value]} />}
      <button type="submit" class="btn primary lg" disabled={busy.value || !chosen}>
        {busy.value ? host.open.opening : host.open.submit}
      </button>
    </form>
  );
}

interface Cards {
  readonly scenarios: readonly ScenarioListItem[];
  readonly chosen: string;
  readonly scenario: Signal<string | null>;
  readonly plan: Signal<string | null>;
}

function ScenarioCards({ scenarios, chosen, scenario, plan }: Cards) {
  const { open } = words.value.host;
  return (
    <fieldset class="field scenario-cards">
      <legend>{open.scenario}</legend>
      {scenarios.map((item) => (
        <label key={item.id} class={item.id === chosen ? 'scenario-card on' : 'scenario-card'}>
          <input
            type="radio"
            name="scenario"
            class="visually-hidden"
            checked={item.id === chosen}
            onChange={() => {
              scenario.value = item.id;
              plan.value = null;
            }}
          />
          <b>{pick(item.title)}</b>
          <small>{open.meta(item.seats.length)}</small>
          <span>{pick(item.summary)}</span>
        </label>
      ))}
    </fieldset>
  );
}

interface Choice {
  readonly on: Signal<boolean>;
  readonly label: string;
  readonly note: string;
}

function Tick({ on, label, note }: Choice) {
  return (
    <label class="tick">
      <input
        type="checkbox"
        checked={on.value}
        onChange={(event) => (on.value = event.currentTarget.checked)}
      />
      <span>
        {label}
        <small>{note}</small>
      </span>
    </label>
  );
}
