import { effect } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { reducedMotion, theme } from '../../components/theme.ts';
import type { MapOptions } from '../../map/mapPicture.ts';
import type { NetworkMap } from '../../map/networkMap.ts';
import { livingPicture } from './livingPicture.ts';

/** The world swings between drifting apart and growing together, and reaches neither. */
const moods = [0.28, 0.5, 0.74, 0.94, 0.66, 0.34, 0.12] as const;
const STEP_MS = 7000;
const WAY_MS = 5200;

/** The map behind the first page: loads after the page is usable, decorative, still if the reader wants less motion. */
export function LivingMap() {
  const host = useRef<HTMLDivElement>(null);
  const frame = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = host.current;
    if (!element || saysSaveData()) return undefined;
    let stop = (): void => undefined;
    const later = setTimeout(() => {
      stop = live(element, () => frame.current?.classList.add('shown'));
    }, 400);
    return () => {
      clearTimeout(later);
      stop();
    };
  }, []);
  return (
    <div class="living-map no-print" aria-hidden="true" ref={frame}>
      <div class="map-host" ref={host} inert />
    </div>
  );
}

/** Starts the map in an element; returns the function that stops it. */
function live(element: HTMLElement, onShown: () => void): () => void {
  let map: NetworkMap | null = null;
  let ended = false;
  let step = 0;
  let follow: (() => void) | null = null;
  const draw = (durationMs: number): void => {
    map?.update(livingPicture(moods[step % moods.length] ?? 0.5), optionsFor(durationMs));
  };
  const beat = setInterval(() => {
    if (document.hidden || reducedMotion.peek()) return;
    step += 1;
    draw(WAY_MS);
  }, STEP_MS);
  const begin = async (): Promise<void> => {
    const { createNetworkMap } = await import('../../map/networkMap.ts');
    if (ended) return;
    const made = await createNetworkMap(element, { onSeat: () => undefined, onCamp: () => undefined });
    if (ended) {
      made.destroy();
      return;
    }
    map = made;
    follow = effect(() => {
      void theme.value;
      draw(0);
    });
    onShown();
  };
  // The page is complete without the map.
  begin().catch(() => undefined);
  return () => {
    ended = true;
    clearInterval(beat);
    follow?.();
    map?.destroy();
  };
}

function optionsFor(durationMs: number): MapOptions {
  return {
    layer: 'all',
    layout: 'sheet',
    theme: theme.peek(),
    reducedMotion: reducedMotion.peek(),
    durationMs,
    interactive: false,
    fit: 'cover',
  };
}

function saysSaveData(): boolean {
  const connection: unknown = Reflect.get(navigator, 'connection');
  return (
    typeof connection === 'object' && connection !== null && Reflect.get(connection, 'saveData') === true
  );
}
