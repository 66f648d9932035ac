import { computed, effect, signal, type ReadonlySignal } from '@preact/signals';
import { readStored, writeStored } from '../lib/stored.ts';

/** The two themes: light on dark, and dark on light as on paper. */
export type Theme = 'night' | 'paper';

const KEY = 'crossroads.theme';

function asTheme(text: string | null): Theme | null {
  return text === 'night' || text === 'paper' ? text : null;
}

/** The reader's choice on this device, or null to follow the device. */
const chosen = signal<Theme | null>(asTheme(readStored(KEY)));
const deviceIsLight = signal(false);
const deviceIsCalm = signal(false);
const isPrinting = signal(false);

/** The theme in force: in print the paper theme, else the reader's choice, else the device's preference. */
export const theme: ReadonlySignal<Theme> = computed(() =>
  isPrinting.value ? 'paper' : (chosen.value ?? (deviceIsLight.value ? 'paper' : 'night')),
);

/** Whether the reader asked the device for less motion. */
export const reducedMotion: ReadonlySignal<boolean> = deviceIsCalm;

/** Chooses a theme and stores it on this device. */
export function chooseTheme(next: Theme): void {
  chosen.value = next;
  writeStored(KEY, next);
}

function follow(query: string, into: { value: boolean }): void {
  const media = matchMedia(query);
  into.value = media.matches;
  media.addEventListener('change', () => {
    into.value = media.matches;
  });
}

if (typeof document !== 'undefined') {
  follow('(prefers-color-scheme: light)', deviceIsLight);
  follow('(prefers-reduced-motion: reduce)', deviceIsCalm);
  follow('print', isPrinting);
  effect(() => {
    document.documentElement.dataset['theme'] = theme.value;
  });
}
