import { useSignal } from '@preact/signals';
import { isKeptInTabOnly } from '../net/kept.ts';
import { words } from '../text/language.ts';

/** Explains, until dismissed, that the browser does not store the seat and what to do about it. */
export function KeptInTab() {
  const isRead = useSignal(false);
  const { keptInTab } = words.value.play;
  if (!isKeptInTabOnly.value || isRead.value) return null;
  return (
    <div class="banner" role="status">
      <span>{keptInTab.text}</span>
      <button type="button" class="btn" onClick={() => (isRead.value = true)}>
        {keptInTab.read}
      </button>
    </div>
  );
}
