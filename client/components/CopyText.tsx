import { useSignal } from '@preact/signals';
import { announce } from './Announcer.tsx';
import '../styles/copy-text.css';

interface Props {
  readonly label: string;
  readonly copied: string;
  /** What the field is called in which the text stands where the browser lets no page copy. */
  readonly byHand: string;
  /** The text at the moment of the press. */
  readonly text: () => string;
}

/** Copies a text; where the browser lets no page copy, the text stands there to be taken by hand. */
export function CopyText({ label, copied, byHand: fieldLabel, text }: Props) {
  const isCopied = useSignal(false);
  const byHand = useSignal<string | null>(null);
  const copy = async (): Promise<void> => {
    const wanted = text();
    try {
      await navigator.clipboard.writeText(wanted);
      isCopied.value = true;
      announce(copied);
      setTimeout(() => (isCopied.value = false), 2500);
    } catch {
      byHand.value = wanted;
    }
  };
  return (
    <>
      <button type="button" class="btn" onClick={() => void copy()}>
        {isCopied.value ? copied : label}
      </button>
      {byHand.value !== null && (
        <input
          class="input link-by-hand"
          readOnly
          value={byHand.value}
          aria-label={fieldLabel}
          onFocus={(event) => event.currentTarget.select()}
          onBlur={() => (byHand.value = null)}
          ref={(field) => field?.focus()}
        />
      )}
    </>
  );
}
