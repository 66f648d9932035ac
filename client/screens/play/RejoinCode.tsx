import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { api } from '../../net/api.ts';
import { seatPassOf } from '../../net/tokens.ts';
import { words } from '../../text/language.ts';

/** The person's own code, loaded on request, so that the screen does not show it all the time. */
export function RejoinCode({ code }: { readonly code: string }) {
  const { rejoin } = words.value.entry;
  const own = useSignal<string | null>(null);
  const failed = useSignal(false);
  useEffect(() => {
    own.value = null;
  }, [code]);
  const show = async (): Promise<void> => {
    const pass = seatPassOf(code);
    const answer = pass === null ? null : await api.rejoinCode(code, pass.token);
    own.value = answer?.ok === true ? answer.value.code : null;
    failed.value = own.value === null;
  };
  return (
    <section class="rejoin-code" aria-label={rejoin.yours}>
      {own.value === null ? (
        <button type="button" class="btn" onClick={() => void show()}>
          {rejoin.show}
        </button>
      ) : (
        <p class="num" role="status">
          <b>{`${own.value.slice(0, 4)} ${own.value.slice(4)}`}</b>
        </p>
      )}
      <p class="hint">{failed.value ? rejoin.none : rejoin.note}</p>
    </section>
  );
}
