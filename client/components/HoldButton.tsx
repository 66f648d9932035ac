import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { announce } from './Announcer.tsx';

const HOLD_MS = 1100;
const CONFIRM_WITHIN_MS = 6000;

interface Held {
  readonly label: string;
  /** Shown and spoken when a device that cannot hold pressed the button. */
  readonly again: string;
  readonly onDone: () => void;
  readonly describedBy?: string;
  readonly disabled?: boolean;
}

/**
 * Performs an irreversible action only after a hold of one second, by finger, mouse, Enter or space. Voice control and screen
 * readers, which press without holding, must press a second time.
 */
export function HoldButton({ label, again, onDone, describedBy, disabled = false }: Held) {
  const button = useRef<HTMLButtonElement>(null);
  const hold = useHold(button, onDone);
  const { armed, pressed } = useConfirm(again, onDone);
  const key = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    if (!event.repeat) hold.start();
  };
  return (
    <button
      ref={button}
      type="button"
      class="btn hold"
      disabled={disabled}
      aria-describedby={describedBy}
      onPointerDown={(event) => event.button === 0 && hold.start()}
      onPointerUp={hold.stop}
      onPointerLeave={hold.stop}
      onPointerCancel={hold.stop}
      onContextMenu={(event) => event.preventDefault()}
      onKeyDown={key}
      onKeyUp={hold.stop}
      onBlur={hold.stop}
      onClick={pressed}
    >
      <span>{armed.value ? again : label}</span>
    </button>
  );
}

/** For devices that press without holding: a second press within a few seconds counts. */
function useConfirm(again: string, onDone: () => void) {
  const armed = useSignal(false);
  const pressed = (event: MouseEvent): void => {
    if (event.detail !== 0) return;
    if (armed.value) {
      armed.value = false;
      onDone();
      return;
    }
    armed.value = true;
    announce(again);
    setTimeout(() => {
      armed.value = false;
    }, CONFIRM_WITHIN_MS);
  };
  return { armed, pressed };
}

interface Hold {
  readonly start: () => void;
  readonly stop: () => void;
}

function useHold(button: { readonly current: HTMLButtonElement | null }, onDone: () => void): Hold {
  const frame = useRef(0);
  const show = (share: number): void => button.current?.style.setProperty('--held', String(share));
  const stop = (): void => {
    cancelAnimationFrame(frame.current);
    frame.current = 0;
    show(0);
  };
  const start = (): void => {
    if (frame.current !== 0) return;
    const began = performance.now();
    const step = (now: number): void => {
      const share = Math.min(1, (now - began) / HOLD_MS);
      show(share);
      if (share < 1) {
        frame.current = requestAnimationFrame(step);
        return;
      }
      stop();
      onDone();
    };
    frame.current = requestAnimationFrame(step);
  };
  useEffect(() => stop, []);
  return { start, stop };
}
