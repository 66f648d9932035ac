import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { api } from '../../net/api.ts';

/** The code by which newcomers join: the session's own, or where it is a table of an event, the event's. */
export function useDoorCode(code: string): string {
  const event = useSignal<string | null>(null);
  useEffect(() => {
    void api.joinCard(code).then((answer) => {
      event.value = answer.ok ? (answer.value.event ?? null) : null;
    });
  }, [code]);
  return event.value ?? code;
}
