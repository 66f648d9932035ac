import { useSignal } from '@preact/signals';
import { codeIn, REJOIN_LENGTH } from '#shared/wire/codes.ts';
import { Notice } from '../../components/Notice.tsx';
import { api } from '../../net/api.ts';
import type { ApiFailure } from '../../net/asking.ts';
import { keepSeatPass } from '../../net/tokens.ts';
import { firstWords } from '../../text/language.ts';
import { go } from '../../lib/address.ts';

function useComingBack(session: string) {
  const typed = useSignal('');
  const problem = useSignal<ApiFailure['code'] | 'noCode' | null>(null);
  const submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (typed.value.trim() === '') return;
    const code = codeIn(typed.value, REJOIN_LENGTH);
    if (code === null) {
      problem.value = 'noCode';
      return;
    }
    const back = await api.rejoin(session, { code });
    if (back.ok) {
      keepSeatPass(back.value);
      go(`/play/${back.value.code}`);
    } else problem.value = back.failure.code;
  };
  return { typed, problem, submit };
}

function sentenceOf(problem: ApiFailure['code'] | 'noCode'): string {
  const { entry, refusals } = firstWords.value;
  return problem === 'noCode' ? entry.rejoin.noCode : refusals.api[problem];
}

/** Returns a person to their seat by their rejoin code: on a new phone, or after the browser forgot. */
export function RejoinForm({ session }: { readonly session: string }) {
  const { rejoin } = firstWords.value.entry;
  const { typed, problem, submit } = useComingBack(session);
  return (
    <details class="rejoin">
      <summary>{rejoin.title}</summary>
      <form onSubmit={(event) => void submit(event)}>
        <div class="field">
          <label for="rejoin">{rejoin.field}</label>
          <div class="name-row">
            <input
              id="rejoin"
              class="input num"
              autocomplete="off"
              autocapitalize="characters"
              spellcheck={false}
              value={typed.value}
              onInput={(event) => {
                typed.value = event.currentTarget.value;
                problem.value = null;
              }}
            />
            <button type="submit" class="btn">
              {rejoin.go}
            </button>
          </div>
        </div>
        {problem.value !== null && (
          <Notice title={firstWords.value.refusals.notDone} text={sentenceOf(problem.value)} />
        )}
      </form>
    </details>
  );
}
