import { useSignal } from '@preact/signals';
import type { Command } from '#shared/session/vocabulary/commands.ts';
import type { View } from '#shared/session/views/tableView.ts';
import { noSentence } from '../../components/outcomeSentence.ts';
import type { ViewSource } from '../../source/viewSource.ts';

/** Whether this device may write notes here: a live session, and a person at the table. */
export function writes(view: View, source: ViewSource): boolean {
  return source.status.value !== 'recorded' && view.own !== null && 'seat' in view.viewer;
}

/** Sends a note and reports the result; `sent` counts the accepted ones. */
export interface NoteSender {
  /** Whether it was accepted. */
  readonly send: (command: Command, typed: string) => Promise<boolean>;
  readonly problem: string | null;
  readonly busy: boolean;
  readonly sent: number;
}

/** A sender for one form. */
export function useNoteSender(source: ViewSource): NoteSender {
  const problem = useSignal<string | null>(null);
  const busy = useSignal(false);
  const sent = useSignal(0);
  const send = async (command: Command, typed: string): Promise<boolean> => {
    busy.value = true;
    const outcome = await source.send(command, typed);
    busy.value = false;
    problem.value = noSentence(outcome);
    if (outcome.ok) sent.value += 1;
    return outcome.ok;
  };
  return { send, problem: problem.value, busy: busy.value, sent: sent.value };
}
