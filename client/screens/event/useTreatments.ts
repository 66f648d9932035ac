import { type ReadonlySignal, useSignal } from '@preact/signals';
import type { TreatmentsNow } from '#shared/wire/gatherings.ts';
import { announce } from '../../components/Announcer.tsx';
import { eventApi } from '../../net/eventApi.ts';
import { words } from '../../text/language.ts';

/** Which table has which treatment: null until the host wants to know. */
export interface TreatmentsShown {
  readonly now: ReadonlySignal<TreatmentsNow | null>;
  readonly problem: ReadonlySignal<string | null>;
  readonly show: () => Promise<void>;
  readonly hide: () => void;
}

/** The treatments of an event's tables; the page asks for them only when the host presses the key. */
export function useTreatments(code: string): TreatmentsShown {
  const now = useSignal<TreatmentsNow | null>(null);
  const problem = useSignal<string | null>(null);
  const show = async (): Promise<void> => {
    const answer = await eventApi.treatments(code);
    problem.value = answer.ok ? null : words.value.refusals.api[answer.failure.code];
    if (!answer.ok) return;
    now.value = answer.value;
    announce(words.value.manyTables.treatments.shown);
  };
  return {
    now,
    problem,
    show,
    hide: () => {
      now.value = null;
    },
  };
}
