import { useSignal } from '@preact/signals';
import { announce } from '../../components/Announcer.tsx';
import { words } from '../../text/language.ts';

/** Copies the address of what is shown; where the browser lets no page copy, the address stands there to be taken by hand. */
export function CopyLink() {
  const { link } = words.value.replay;
  const isCopied = useSignal(false);
  const byHand = useSignal<string | null>(null);
  const copy = async (): Promise<void> => {
    const address = location.href;
    try {
      await navigator.clipboard.writeText(address);
      isCopied.value = true;
      announce(link.copied);
      setTimeout(() => (isCopied.value = false), 2500);
    } catch {
      byHand.value = address;
    }
  };
  return (
    <>
      <button type="button" class="btn" onClick={() => void copy()}>
        {isCopied.value ? link.copied : link.copy}
      </button>
      {byHand.value !== null && (
        <input
          class="input link-by-hand"
          readOnly
          value={byHand.value}
          aria-label={link.byHand}
          onFocus={(event) => event.currentTarget.select()}
          onBlur={() => (byHand.value = null)}
          ref={(field) => field?.focus()}
        />
      )}
    </>
  );
}
