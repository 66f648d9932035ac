import { useSignal } from '@preact/signals';
import { words } from '../text/language.ts';
import { announce } from './Announcer.tsx';
import { chooseJoinAddress, joinAddresses, joinBase, typedAddress } from './useJoinAddress.ts';

/** The host's choice among this computer's addresses, in case phones do not reach the shown one. */
export function AddressChoice() {
  const { address } = words.value.readiness;
  const bad = useSignal(false);
  const card = joinAddresses.value;
  if (card === null) return null;
  const choose = (url: string | null): void => {
    void chooseJoinAddress(url).then((done) => {
      bad.value = !done;
      if (done) announce(address.shown(typedAddress(joinBase.value)));
    });
  };
  return (
    <details class="address-choice no-print">
      <summary>{address.choose}</summary>
      <p class="note">{card.urls.length > 1 ? address.chooseNote : address.onlyOne}</p>
      <ul>
        {card.urls.map((url) => (
          <li key={url}>
            <button
              type="button"
              class="chip"
              aria-pressed={url === joinBase.value}
              onClick={() => choose(url)}
            >
              {typedAddress(url)}
            </button>
          </li>
        ))}
      </ul>
      <OtherAddress choose={choose} bad={bad.value} />
      {card.chosen !== null && (
        <button type="button" class="btn quiet" onClick={() => choose(null)}>
          {address.automatic}
        </button>
      )}
    </details>
  );
}

interface OtherProps {
  readonly choose: (url: string) => void;
  /** The last typed text is no address. */
  readonly bad: boolean;
}

function OtherAddress({ choose, bad }: OtherProps) {
  const { address } = words.value.readiness;
  const typed = useSignal('');
  return (
    <form
      class="name-row"
      onSubmit={(event) => {
        event.preventDefault();
        if (typed.value.trim() !== '') choose(typed.value);
      }}
    >
      <input
        class="input"
        aria-label={address.other}
        placeholder={address.other}
        autocomplete="off"
        autocapitalize="off"
        spellcheck={false}
        inputMode="url"
        maxLength={200}
        value={typed.value}
        onInput={(event) => {
          typed.value = event.currentTarget.value;
        }}
      />
      <button type="submit" class="btn">
        {address.use}
      </button>
      {bad && <p role="alert">{address.unusable}</p>}
    </form>
  );
}
