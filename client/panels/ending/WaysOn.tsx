import { useSignal } from '@preact/signals';
import type { View } from '#shared/session/views/tableView.ts';
import { api } from '../../net/api.ts';
import { keepSeatPass } from '../../net/tokens.ts';
import { go } from '../../lib/address.ts';
import { words } from '../../text/language.ts';
import { pathTo } from '../../net/ownAddress.ts';

/** The ways on from an ending: the replay, and after practice another table like this one. */
export function WaysOn({ view, code }: { readonly view: View; readonly code: string | null }) {
  const { ending } = words.value.play;
  const state = useSignal<'idle' | 'starting' | 'failed'>('idle');
  const again = async (): Promise<void> => {
    state.value = 'starting';
    const seat = view.viewer.kind === 'participantAfterEnd' ? view.viewer.seat : (view.own?.seat ?? null);
    const opened = await api.practice({ scenario: view.card.id, plan: view.card.plan.id, seat });
    if (!opened.ok) {
      state.value = 'failed';
      return;
    }
    keepSeatPass(opened.value);
    go(`/play/${opened.value.code}`);
  };
  return (
    <footer class="ways-on no-print">
      {code !== null && (
        <a class="btn primary lg" href={pathTo(`/replay/${code}`)}>
          {ending.replay}
        </a>
      )}
      {view.card.practice && (
        <button
          type="button"
          class="btn lg"
          disabled={state.value === 'starting'}
          onClick={() => void again()}
        >
          {state.value === 'starting' ? ending.starting : ending.playAgain}
        </button>
      )}
      <a class="btn quiet" href={pathTo('/')}>
        {ending.home}
      </a>
      {state.value === 'failed' && <p role="alert">{ending.startFailed}</p>}
    </footer>
  );
}
