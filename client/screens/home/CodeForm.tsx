import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { firstWords } from '../../text/language.ts';
import { go } from '../shell/address.ts';
import { codeLength, typedCode } from '../shell/joinCode.ts';

function useCode() {
  const code = useSignal('');
  const hint = useSignal<'none' | 'short' | 'symbol'>('none');
  const field = useRef<HTMLInputElement>(null);
  const submit = (event: Event): void => {
    event.preventDefault();
    if (code.value.length === codeLength) {
      go(`/join/${code.value}`);
      return;
    }
    hint.value = 'short';
    field.current?.focus();
  };
  const typed = (event: Event & { readonly currentTarget: HTMLInputElement }): void => {
    const input = event.currentTarget;
    const strange = /[01ilo]/i.test(input.value);
    code.value = typedCode(input.value);
    input.value = code.value;
    hint.value = strange ? 'symbol' : 'none';
  };
  return { code, hint, field, submit, typed };
}

/** Asks for the code and goes to its welcome page. Six boxes to look at, one real field beneath to type and paste into. */
export function CodeForm() {
  const { home } = firstWords.value.shell;
  const { code, hint, field, submit, typed } = useCode();
  return (
    <form class="code-form" onSubmit={submit} noValidate>
      <label for="code">{home.code}</label>
      <div class="code-boxes">
        <input
          ref={field}
          id="code"
          name="code"
          value={code.value}
          autocomplete="off"
          autocapitalize="characters"
          autocorrect="off"
          spellcheck={false}
          enterkeyhint="go"
          aria-describedby="code-hint"
          aria-invalid={hint.value !== 'none'}
          onInput={typed}
          onSelect={toEnd}
        />
        <CodeBoxes code={code.value} />
      </div>
      <p id="code-hint" class="hint" aria-live="polite">
        {hint.value === 'short' && home.short(codeLength - code.value.length)}
        {hint.value === 'symbol' && home.noSuchSymbol}
      </p>
      <button type="submit" class="btn primary lg">
        {home.join}
      </button>
    </form>
  );
}

function CodeBoxes({ code }: { readonly code: string }) {
  const boxes = Array.from({ length: codeLength }, (_, place) => code[place] ?? '');
  const next = Math.min(code.length, codeLength - 1);
  return (
    <div class="boxes" aria-hidden="true">
      {boxes.map((symbol, place) => (
        <i key={place} class={place === next ? 'next' : undefined}>
          {symbol}
        </i>
      ))}
    </div>
  );
}

/** The caret is not to be seen, so it stays where the next symbol will go. */
function toEnd({ currentTarget: input }: { readonly currentTarget: HTMLInputElement }): void {
  const end = input.value.length;
  if (input.selectionStart === input.selectionEnd && input.selectionStart !== end)
    input.setSelectionRange(end, end);
}
