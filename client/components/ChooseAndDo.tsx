import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { words } from '../text/language.ts';

interface Props {
  /** The label of the choice; the button is called *do it* plus this label. */
  readonly label: string;
  /** The current value; the button does not offer it again. Absent without a current value: the empty option. */
  readonly now?: string;
  /** The options, including the current one. */
  readonly children: ComponentChildren;
  readonly onDo: (chosen: string) => void;
  /** An additional class for local styles. */
  readonly look?: string;
}

/** A select and a button that applies it, so that browsing the options with arrow keys gives no command. */
export function ChooseAndDo({ label, now = '', children, onDo, look = '' }: Props) {
  const { shell } = words.value;
  const select = useRef<HTMLSelectElement>(null);
  const chosen = useSignal(now);
  useEffect(() => {
    chosen.value = now;
  }, [now]);
  const isChosen = chosen.value !== now;
  const act = (): void => {
    // The select's own value counts: an option may have gone since it was chosen.
    const value = select.current?.value ?? now;
    chosen.value = now;
    // The button is disabled now; the keyboard continues from the select.
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
