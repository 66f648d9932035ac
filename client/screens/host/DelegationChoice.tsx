import type { Signal } from '@preact/signals';
import { type DecisionRule, decisionRules, MAX_DELEGATES } from '#shared/session/delegation.ts';
import { words } from '../../text/language.ts';

interface Choice {
  readonly rule: Signal<DecisionRule>;
  readonly size: Signal<number>;
}

const sizes = Array.from({ length: MAX_DELEGATES }, (_, index) => index + 1);

/** How many people a state seats, and whose word is its own. */
export function DelegationChoice({ rule, size }: Choice) {
  const { open, rules } = words.value.delegation;
  const choose = (value: string): void => {
    rule.value = decisionRules.find((one) => one === value) ?? rule.value;
  };
  return (
    <>
      <label class="field">
        <span>{open.rule}</span>
        <select value={rule.value} onChange={(event) => choose(event.currentTarget.value)}>
          {(['anyone', 'head', 'majority'] as const).map((id) => (
            <option key={id} value={id}>
              {open.rules[id]}
            </option>
          ))}
        </select>
        <small>{rules[rule.value]}</small>
      </label>
      <label class="field">
        <span>{open.size}</span>
        <select
          value={size.value}
          onChange={(event) => {
            size.value = Number(event.currentTarget.value);
          }}
        >
          {sizes.map((count) => (
            <option key={count} value={count}>
              {count}
            </option>
          ))}
        </select>
      </label>
    </>
  );
}
