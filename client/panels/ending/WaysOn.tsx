import { useSignal } from '@preact/signals';
import type { View } from '#shared/session/views/tableView.ts';
import { api } from '../../net/api.ts';
import { keepSeatPass, seatPassOf } from '../../net/tokens.ts';
import { go } from '../../lib/address.ts';
import { saveFile } from '../../lib/saveFile.ts';
import { words } from '../../text/language.ts';
import { pathTo } from '../../net/ownAddress.ts';

/** The next steps after an ending: the replay, and after practice another session like this one. */
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
      {code !== null && seatPassOf(code) !== null && <SaveCopy code={code} />}
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

/** Downloads the own copy of the record: the request needs this device's pass, so it is no plain link. */
function SaveCopy({ code }: { readonly code: string }) {
  const { ending } = words.value.play;
  const hasFailed = useSignal(false);
  const save = async (): Promise<void> => {
    const answer = await api.log(code, seatPassOf(code)?.token ?? null);
    hasFailed.value = !answer.ok;
    if (!answer.ok) return;
    saveFile(`crossroads-${code}.jsonl`, new Blob([answer.value], { type: 'text/jsonl' }));
  };
  return (
    <>
      <button type="button" class="btn lg" onClick={() => void save()}>
        {ending.save}
      </button>
      {hasFailed.value && <p role="alert">{ending.saveFailed}</p>}
    </>
  );
}
