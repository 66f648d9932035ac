import { signal } from '@preact/signals';

const spoken = signal<{ readonly text: string; readonly turn: number }>({ text: '', turn: 0 });

/** Speaks a sentence to screen reader users without showing it. The same sentence twice is spoken twice. */
export function announce(text: string): void {
  spoken.value = { text, turn: spoken.value.turn + 1 };
}

/** The single live region of the page; it belongs to the shell and outlives every screen. */
export function Announcer() {
  const { text, turn } = spoken.value;
  return (
    <div class="visually-hidden" role="status" aria-live="polite">
      <p key={turn}>{text}</p>
    </div>
  );
}
