import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { CODE_LENGTH, signsOf } from '#shared/wire/codes.ts';
import { firstWords } from '../../text/language.ts';
import { go } from '../../lib/address.ts';
import { type CodeFault, readField } from '../../lib/joinCode.ts';

type Hint = 'short' | CodeFault;
type InField<Of extends Event> = Of & { readonly currentTarget: HTMLInputElement };

function useCode() {
  const code = useSignal('');
  /** The content of the field: the code, or what an input method is composing. */
  const text = useSignal('');
  const hint = useSignal<Hint>(null);
  const field = useRef<HTMLInputElement>(null);
  const read = (input: HTMLInputElement): void => {
    const typed = readField(input.value, code.value);
    code.value = typed.code;
    text.value = typed.code;
    hint.value = typed.fault;
    input.value = typed.code;
  };
  const submit = (event: Event): void => {
    event.preventDefault();
    if (code.value.length === CODE_LENGTH) {
      go(`/join/${code.value}`);
      return;
    }
    hint.value ??= 'short';
    field.current?.focus();
  };
  const typed = (event: InField<InputEvent>): void => {
    // Leaves an input method's letters alone until it has finished; changing the field before that doubles them.
    if (event.isComposing) text.value = event.currentTarget.value;
    else read(event.currentTarget);
  };
  const composed = (event: InField<Event>): void => read(event.currentTarget);
  return { code, text, hint, field, submit, typed, composed };
}

/** Asks for the code and goes to its welcome page. Six visible boxes, and one real field beneath for typing and pasting. */
export function CodeForm() {
  const { home } = firstWords.value.shell;
  const { code, text, hint, field, submit, typed, composed } = useCode();
  return (
    <form class="code-form" onSubmit={submit} noValidate>
      <label for="code">{home.code}</label>
      <div class="code-boxes">
        <input
          ref={field}
          id="code"
          name="code"
          value={text.value}
          autocomplete="off"
          autocapitalize="characters"
          autocorrect="off"
          spellcheck={false}
          enterkeyhint="go"
          aria-describedby="code-hint"
          aria-invalid={hint.value !== null}
          onInput={typed}
          onCompositionEnd={composed}
          onSelect={toEnd}
        />
        <CodeBoxes code={text.value === code.value ? code.value : signsOf(text.value)} />
      </div>
      <p id="code-hint" class="hint" aria-live="polite">
        {hint.value === 'short' && home.short(CODE_LENGTH - code.value.length)}
        {hint.value !== null && hint.value !== 'short' && home.codeFaults[hint.value]}
      </p>
      <button type="submit" class="btn primary lg">
        {home.join}
      </button>
    </form>
  );
}

function CodeBoxes({ code }: { readonly code: string }) {
  const boxes = Array.from({ length: CODE_LENGTH }, (_, place) => code[place] ?? '');
  const next = Math.min(code.length, CODE_LENGTH - 1);
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

/** The caret is invisible, so it stays where the next symbol will go. */
function toEnd({ currentTarget: input }: { readonly currentTarget: HTMLInputElement }): void {
  const end = input.value.length;
  if (input.selectionStart === input.selectionEnd && input.selectionStart !== end)
    input.setSelectionRange(end, end);
}
