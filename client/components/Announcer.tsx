import { signal } from '@preact/signals';

const spoken = signal<{ readonly text: string; readonly turn: number }>({ text: '', turn: 0 });

/** Says a sentence to people who listen to the page; it is not shown. The same sentence twice is said twice. */
export function announce(text: string): void {
  spoken.value = { text, turn: spoken.value.turn + 1 };
}

/** The one place from which the page speaks; it stands in the shell and outlives every screen. */
export function Announcer() {
  const { text, turn } = spoken.value;
  return (
    <div class="visually-hidden" role="status" aria-live="polite">
      <p key={turn}>{text}</p>
    </div>
  );
}
