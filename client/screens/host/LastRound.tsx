import { useSignal } from '@preact/signals';
import type { View } from '#shared/session/views/tableView.ts';
import type { ViewSource } from '../../source/viewSource.ts';
import { words } from '../../text/language.ts';
import { useLookedUp } from '../../panels/useLookedUp.ts';

/** Tells the host a hidden last round, only on request, because a class may see the same screen. */
export function LastRound({ view, source }: { readonly view: View; readonly source: ViewSource }) {
  const { hiddenEnd } = words.value.play;
  const isAsked = useSignal(false);
  const answer = useLookedUp<'lastRound'>(source, isAsked.value ? { ask: 'lastRound' } : null, '');
  if (view.card.plan.earliestEnd === null || view.table.phase === 'ended') return null;
  return (
    <p class="hint">
      {isAsked.value && answer !== null ? (
        hiddenEnd.shown(answer)
      ) : (
        <button
          type="button"
          class="btn quiet"
          onClick={() => {
            isAsked.value = true;
          }}
        >
          {hiddenEnd.show}
        </button>
      )}
    </p>
  );
}
