import { useSignal } from '@preact/signals';
import { type DebriefStep, debriefSteps } from '#shared/session/vocabulary/debriefSteps.ts';
import type { View } from '#shared/session/views/tableView.ts';
import { noSentence } from '../../components/outcomeSentence.ts';
import type { ViewSource } from '../../source/viewSource.ts';

/** This screen's position in a debrief, and where it may go. */
export interface DebriefWalk {
  /** Null while the host has not begun. */
  readonly step: DebriefStep | null;
  /** The steps that may be opened from here, in their order. */
  readonly open: readonly DebriefStep[];
  readonly all: readonly DebriefStep[];
  /** The host's step, if it is another one. */
  readonly hostAt: DebriefStep | null;
  readonly problem: string | null;
  readonly go: (step: DebriefStep) => void;
  readonly follow: () => void;
}

/**
 * How a screen moves through a debrief: whoever holds the host's commands leads, a record is open throughout, everybody else
 * follows the host and may go back to earlier steps.
 */
export function useDebrief(view: View, source: ViewSource): DebriefWalk {
  const own = useSignal<DebriefStep | null>(null);
  const problem = useSignal<string | null>(null);
  const { debrief } = view.table;
  const all = debrief?.steps ?? [];
  const led = debrief?.step ?? null;
  const isFree = source.status.value === 'recorded';
  const open =
    isFree || source.mayHost ? all : all.filter((step) => isShown(step, debrief?.furthest ?? null));
  // While the host pauses, a person who opens the debrief by hand sees the last step that was shown.
  const step = isFree ? (own.value ?? all[0] ?? null) : (own.value ?? led ?? debrief?.furthest ?? null);
  const lead = async (to: DebriefStep): Promise<void> => {
    problem.value = noSentence(await source.send({ type: 'setDebriefStep', step: to }));
  };
  return {
    step,
    open,
    all,
    hostAt: !isFree && own.value !== null && own.value !== led ? led : null,
    problem: problem.value,
    go: (to) => {
      if (source.mayHost) void lead(to);
      else own.value = to === led && !isFree ? null : to;
    },
    follow: () => {
      own.value = null;
    },
  };
}

function isShown(step: DebriefStep, furthest: DebriefStep | null): boolean {
  return furthest !== null && debriefSteps.indexOf(step) <= debriefSteps.indexOf(furthest);
}
