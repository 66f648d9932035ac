import type { Signal } from '@preact/signals';
import { language, firstWords } from '../../text/language.ts';
import { suggestedName } from './pseudonyms.ts';

/** A display name: one is suggested, another is a tap away, any other may be typed. */
export function NameField({ name }: { readonly name: Signal<string> }) {
  const { join } = firstWords.value.shell;
  return (
    <div class="field">
      <label for="name">{join.yourName}</label>
      <div class="name-row">
        <input
          id="name"
          class="input"
          value={name.value}
          maxLength={40}
          autocomplete="off"
          aria-describedby="name-note"
          onInput={(event) => {
            name.value = event.currentTarget.value;
          }}
        />
        <button
          type="button"
          class="btn"
          onClick={() => {
            name.value = suggestedName(language.value);
          }}
        >
          {join.another}
        </button>
      </div>
      <p id="name-note" class="note">
        {join.nameNote}
      </p>
    </div>
  );
}
