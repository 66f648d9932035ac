import { useEffect } from 'preact/hooks';
import { words } from '../text/language.ts';
import { announce } from './Announcer.tsx';
import { HoldButton } from './HoldButton.tsx';

interface Ask {
  /** What the held button does, in words; it begins with *hold*. */
  readonly label: string;
  readonly note: string;
  readonly onDone: () => void;
  readonly cancel: () => void;
}

/** Asks once more before something is done to a person: held to do it, one tap to leave it. */
export function HeldAsk({ label, note, onDone, cancel }: Ask) {
  const { room } = words.value.host;
  useEffect(() => announce(label), [label]);
  return (
    <span class="asking">
      <HoldButton
        label={label}
        again={room.again}
        onDone={() => {
          cancel();
          onDone();
        }}
      />
      <button type="button" class="btn" onClick={cancel}>
        {room.keep}
      </button>
      <small>{note}</small>
    </span>
  );
}
