import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { LanguageSwitch } from '../../components/LanguageSwitch.tsx';
import { ThemeSwitch } from '../../components/ThemeSwitch.tsx';
import { words } from '../../text/language.ts';
import type { CurtainControl } from './useCurtain.ts';

const AWAKE_MS = 3500;

/** Buttons at the edge of the picture; they fade when nobody moves the mouse, and come back with it or with the focus. */
export function ProjectorControls({ curtain }: { readonly curtain: CurtainControl }) {
  const { projector } = words.value;
  const isAwake = useAwake();
  return (
    <div
      class={isAwake ? 'projector-controls is-awake' : 'projector-controls'}
      role="toolbar"
      aria-label={projector.controls}
    >
      <button type="button" class="btn" aria-pressed={curtain.isFrozen.value} onClick={curtain.freeze}>
        {curtain.isFrozen.value ? projector.goOn : projector.freeze}
      </button>
      <button type="button" class="btn" aria-pressed={curtain.isBlank.value} onClick={curtain.blank}>
        {curtain.isBlank.value ? projector.show : projector.blank}
      </button>
      {document.fullscreenEnabled && (
        <button type="button" class="btn" onClick={toggleFullScreen}>
          {projector.full}
        </button>
      )}
      <ThemeSwitch />
      <LanguageSwitch />
    </div>
  );
}

function toggleFullScreen(): void {
  const changed = document.fullscreenElement
    ? document.exitFullscreen()
    : document.documentElement.requestFullscreen();
  // A browser that says no leaves everything as it was.
  changed.catch(() => undefined);
}

function useAwake(): boolean {
  const awake = useSignal(true);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const wake = (): void => {
      awake.value = true;
      clearTimeout(timer);
      timer = setTimeout(() => {
        awake.value = false;
      }, AWAKE_MS);
    };
    wake();
    addEventListener('pointermove', wake);
    addEventListener('pointerdown', wake);
    return () => {
      clearTimeout(timer);
      removeEventListener('pointermove', wake);
      removeEventListener('pointerdown', wake);
    };
  }, []);
  return awake.value;
}
