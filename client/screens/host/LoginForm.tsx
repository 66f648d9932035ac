import { useSignal } from '@preact/signals';
import { words } from '../../text/language.ts';

/** Asks for the host's password: on a second device of the host, or after the cookie has expired. */
export function LoginForm({ login }: { readonly login: (password: string) => void }) {
  const { login: text } = words.value.hostDoor;
  const typed = useSignal('');
  const submit = (event: Event): void => {
    event.preventDefault();
    if (typed.value !== '') login(typed.value);
  };
  return (
    <form class="door" onSubmit={submit}>
      <h2>{text.title}</h2>
      <div class="field">
        <label for="password">{text.field}</label>
        <div class="name-row">
          <input
            id="password"
            class="input"
            type="password"
            autocomplete="current-password"
            value={typed.value}
            onInput={(event) => {
              typed.value = event.currentTarget.value;
            }}
          />
          <button type="submit" class="btn primary">
            {text.enter}
          </button>
        </div>
      </div>
      <p class="note">{text.forgotten}</p>
    </form>
  );
}
