import { type ReadonlySignal, type Signal, useComputed, useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { View } from '#shared/session/views/tableView.ts';
import { deviceNow } from '../../source/deviceTime.ts';
import type { Presence, ViewSource } from '../../source/viewSource.ts';

interface Picture {
  readonly view: View | null;
  readonly presence: Presence | null;
}

/** What the host may do to the picture without changing the session: freeze it, or cover it. */
export interface CurtainControl {
  /** The picture to show: the live one, or the frozen one. */
  readonly shown: ReadonlySignal<Picture>;
  readonly isFrozen: ReadonlySignal<boolean>;
  readonly isBlank: Signal<boolean>;
  readonly freeze: () => void;
  readonly blank: () => void;
}

/** Freeze and blank, by button, by the keys F and B, and from the host's console. */
export function useCurtain(source: ViewSource): CurtainControl {
  const held = useSignal<Picture | null>(null);
  const isBlank = useSignal(false);
  const shown = useComputed(() => held.value ?? { view: source.view.value, presence: source.presence.value });
  const isFrozen = useComputed(() => held.value !== null);
  const freeze = (): void => {
    held.value = held.value === null ? still(source.view.value, source.presence.value) : null;
  };
  const blank = (): void => {
    isBlank.value = !isBlank.value;
  };
  const steered = source.presence.value?.curtain ?? 'open';
  useEffect(() => {
    held.value = steered === 'frozen' ? still(source.view.value, source.presence.value) : null;
    isBlank.value = steered === 'blank';
  }, [steered]);
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.repeat || event.ctrlKey || event.metaKey || event.altKey) return;
      const key = event.key.toLowerCase();
      if (key === 'f') freeze();
      if (key === 'b') blank();
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, [source]);
  return { shown, isFrozen, isBlank, freeze, blank };
}

/** A frozen picture; its clock is stopped too. */
function still(view: View | null, presence: Presence | null): Picture | null {
  if (view === null) return null;
  const deadline = presence?.deadlineMs ?? null;
  if (presence === null || deadline === null) return { view, presence };
  const pausedRemainingMs = Math.max(0, deadline - deviceNow());
  return { view, presence: { ...presence, deadlineMs: null, pausedRemainingMs } };
}
