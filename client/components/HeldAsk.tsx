import { useEffect } from 'preact/hooks';
import { words } from '../text/language.ts';
import { announce } from './Announcer.tsx';
import { HoldButton } from './HoldButton.tsx';

interface Ask {
  /** The held button's effect, in words; it begins with *hold*. */
  readonly label: string;
  readonly note: string;
  readonly onDone: () => void;
  readonly cancel: () => void;
}

/** Confirms an action on a person: hold to do it, tap once to cancel. */
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
