import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { words } from '../text/language.ts';

interface Props {
  /** What is chosen, in words; the button is called *do it* and these words. */
  readonly label: string;
  /** The value that holds already; doing it again is not offered. Absent where nothing holds: the empty option. */
  readonly now?: string;
  /** The options, the one that holds among them. */
  readonly children: ComponentChildren;
  readonly onDo: (chosen: string) => void;
  /** A further class for the styles of the place. */
  readonly look?: string;
}

/** A choice, and a button that does it: who looks through the choices by arrow keys gives no command on the way. */
export function ChooseAndDo({ label, now = '', children, onDo, look = '' }: Props) {
  const { shell } = words.value;
  const select = useRef<HTMLSelectElement>(null);
  const chosen = useSignal(now);
  useEffect(() => {
    chosen.value = now;
  }, [now]);
  const isChosen = chosen.value !== now;
  const act = (): void => {
    // What the list shows counts: an option may have gone since it was chosen.
    const value = select.current?.value ?? now;
    chosen.value = now;
    // The button rests now; the keyboard goes on from the list.
    select.current?.focus();
    if (value !== now) onDo(value);
  };
  return (
    <span class={`choose ${look}`} data-chosen={isChosen ? '' : undefined}>
      <select
        ref={select}
        class="btn"
        aria-label={label}
        title={label}
        value={chosen.value}
        onChange={(event) => (chosen.value = event.currentTarget.value)}
      >
        {children}
      </select>
      <button type="button" class="btn" disabled={!isChosen} aria-label={shell.doItTo(label)} onClick={act}>
        {shell.doIt}
      </button>
    </span>
  );
}
