import { decisionRules, MAX_DELEGATES } from '#shared/session/vocabulary/delegations.ts';
import type { OpenSessionBody } from '#shared/wire/api.ts';
import { words } from '../../text/language.ts';

interface Choice {
  readonly now: OpenSessionBody;
  readonly choose: (part: Partial<OpenSessionBody>) => void;
}

const sizes = Array.from({ length: MAX_DELEGATES }, (_, index) => index + 1);

/** How many people a state seats, and who decides for it. */
export function DelegationChoice(choice: Choice) {
  return (
    <>
      <RuleChoice {...choice} />
      <SizeChoice {...choice} />
    </>
  );
}

function RuleChoice({ now, choose }: Choice) {
  const { open, rules } = words.value.delegation;
  const chooseRule = (value: string): void => {
    choose({ decisionRule: decisionRules.find((one) => one === value) ?? now.decisionRule });
  };
  return (
    <label class="field">
      <span>{open.rule}</span>
      <select
        class="input"
        value={now.decisionRule}
        onChange={(event) => chooseRule(event.currentTarget.value)}
      >
        {(['anyone', 'head', 'majority'] as const).map((id) => (
          <option key={id} value={id}>
            {open.rules[id]}
          </option>
        ))}
      </select>
      <small>{rules[now.decisionRule]}</small>
    </label>
  );
}

function SizeChoice({ now, choose }: Choice) {
  return (
    <label class="field">
      <span>{words.value.delegation.open.size}</span>
      <select
        class="input"
        value={now.delegationSize}
        onChange={(event) => choose({ delegationSize: Number(event.currentTarget.value) })}
      >
        {sizes.map((count) => (
          <option key={count} value={count}>
            {count}
          </option>
        ))}
      </select>
    </label>
  );
}
