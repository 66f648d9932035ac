import { useSignal } from '@preact/signals';
import { words } from '../../text/language.ts';

/** Asks for the address that the server printed. The key is the part after `#`; a bare key works too. */
export function AskForHostKey({ enter }: { readonly enter: (secret: string) => void }) {
  const { notHost } = words.value.host;
  const typed = useSignal('');
  const submit = (event: Event): void => {
    event.preventDefault();
    const secret = typed.value.trim().split('#').at(-1) ?? '';
    if (secret !== '') enter(secret);
  };
  return (
    <form class="door" onSubmit={submit}>
      <h2>{notHost.title}</h2>
      <p class="note">{notHost.text}</p>
      <div class="field">
        <label for="door">{notHost.field}</label>
        <div class="name-row">
          <input
            id="door"
            class="input"
            autocomplete="off"
            spellcheck={false}
            value={typed.value}
            onInput={(event) => {
              typed.value = event.currentTarget.value;
            }}
          />
          <button type="submit" class="btn primary">
            {notHost.enter}
          </button>
        </div>
      </div>
    </form>
  );
}
