import type { Signal } from '@preact/signals';

/** Keeps the old value if the new one is equal, so that frames without a change cause no updates. */
export function setIfNew<Value>(target: Signal<Value>, value: Value): void {
  if (JSON.stringify(target.value) !== JSON.stringify(value)) target.value = value;
}
