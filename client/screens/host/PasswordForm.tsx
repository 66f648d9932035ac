import { type Signal, useSignal } from '@preact/signals';
import { Notice } from '../../components/Notice.tsx';
import { announce } from '../../components/Announcer.tsx';
import { api } from '../../net/api.ts';
import type { ApiFailure } from '../../net/asking.ts';
import { words } from '../../text/language.ts';

/** Fewest symbols; the server's own rule is `PASSWORD_SYMBOLS`, and a test keeps both equal. */
export const FEWEST_SYMBOLS = 8;

interface Props {
  /** A password is set already, so the form asks for the current one. */
  readonly isChange: boolean;
  readonly done: () => void;
  /** Continues without a password; null if that is not allowed. */
  readonly later: (() => void) | null;
}

function useSetting({ isChange, done }: Props) {
  const current = useSignal('');
  const first = useSignal('');
  const second = useSignal('');
  const problem = useSignal<ApiFailure['code'] | 'short' | 'differ' | null>(null);
  const submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (first.value.length < FEWEST_SYMBOLS) problem.value = 'short';
    else if (first.value !== second.value) problem.value = 'differ';
    else {
      const set = await api.setPassword({
        password: first.value,
        current: isChange ? current.value : null,
      });
      problem.value = set.ok ? null : set.failure.code;
      if (!set.ok) return;
      announce(words.value.hostDoor.set.saved);
      done();
    }
  };
  return { current, first, second, problem, submit };
}

/** Sets the host's password, for the first time or again. */
export function PasswordForm(parts: Props) {
  const { set } = words.value.hostDoor;
  const { current, first, second, problem, submit } = useSetting(parts);
  return (
    <form class="door" onSubmit={(event) => void submit(event)}>
      <h2>{parts.isChange ? set.change : set.title}</h2>
      <p class="note">{parts.isChange ? set.changeNote : set.note}</p>
      {parts.isChange && <Field id="current" label={set.current} value={current} kind="current-password" />}
      <Field id="first" label={set.first} value={first} kind="new-password" />
      <Field id="second" label={set.second} value={second} kind="new-password" />
      {problem.value !== null && <Problem code={problem.value} />}
      <div class="row">
        <button type="submit" class="btn primary">
          {set.save}
        </button>
        {parts.later !== null && (
          <button type="button" class="btn quiet" onClick={parts.later}>
            {parts.isChange ? set.cancel : set.later}
          </button>
        )}
      </div>
    </form>
  );
}

function Problem({ code }: { readonly code: ApiFailure['code'] | 'short' | 'differ' }) {
  const { hostDoor, refusals } = words.value;
  const text = code === 'short' || code === 'differ' ? hostDoor.set[code] : refusals.api[code];
  return <Notice title={refusals.notDone} text={text} />;
}

interface FieldProps {
  readonly id: string;
  readonly label: string;
  readonly value: Signal<string>;
  readonly kind: 'current-password' | 'new-password';
}

function Field({ id, label, value, kind }: FieldProps) {
  return (
    <div class="field">
      <label for={`password-${id}`}>{label}</label>
      <input
        id={`password-${id}`}
        class="input"
        type="password"
        autocomplete={kind}
        value={value.value}
        onInput={(event) => {
          value.value = event.currentTarget.value;
        }}
      />
    </div>
  );
}
