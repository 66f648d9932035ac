import type { Signal } from '@preact/signals';

/** Keeps the old value where the new one says the same: frames that changed nothing wake nobody. */
export function setIfNew<Value>(target: Signal<Value>, value: Value): void {
  if (JSON.stringify(target.value) !== JSON.stringify(value)) target.value = value;
}
