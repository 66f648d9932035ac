import type { ScenarioListItem } from '#shared/wire/api.ts';
import { words } from '../text/language.ts';

interface Choice {
  readonly plans: ScenarioListItem['plans'];
  /** Null means the first, the scenario's default. */
  readonly chosen: string | null;
  readonly onChoose: (plan: string) => void;
}

/** The choice of the session's length: a scenario's plans, as minutes and rounds. */
export function PlanChoice({ plans, chosen, onChoose }: Choice) {
  const { practice } = words.value.shell;
  const now = chosen ?? plans[0]?.id;
  return (
    <fieldset class="field plan-choice">
      <legend>{practice.plan}</legend>
      <div class="segments">
        {plans.map(({ id, rounds, minutes }) => (
          <label key={id}>
            <input type="radio" name="plan" checked={id === now} onChange={() => onChoose(id)} />
            {practice.planWords(rounds, minutes)}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
