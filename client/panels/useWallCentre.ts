import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { WallCentre } from '#shared/wire/wallPage.ts';
import type { ViewSource } from '../source/viewSource.ts';

/** What stands in the large part of the wall, and the function that exchanges map and course. */
export interface CentreChoice {
  readonly centre: WallCentre;
  readonly turn: () => void;
}

/**
 * Map or course, by button and by the key C, on the wall and at the console. The host's choice is the same at both; without the
 * host's pass a choice at the wall holds until the host chooses again.
 */
export function useWallCentre(source: ViewSource): CentreChoice {
  const local = useSignal<WallCentre | null>(null);
  const given = source.presence.value?.centre ?? 'map';
  useEffect(() => {
    local.value = null;
  }, [given]);
  const turn = (): void => {
    const next = (local.peek() ?? source.presence.peek()?.centre) === 'course' ? 'map' : 'course';
    if (source.mayHost) void source.putInCentre(next);
    else local.value = next;
  };
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.repeat || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.key.toLowerCase() === 'c' && !isForWriting(event.target)) turn();
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, [source]);
  return { centre: local.value ?? given, turn };
}

/** Whether letters go into this element. */
function isForWriting(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('input, textarea, select, [contenteditable]') !== null;
}
