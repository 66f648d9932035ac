import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { hideBubble, showBubble } from './termBubble.tsx';
import { termOf, termWords, type TermId } from './termWords.ts';
import '../styles/term.css';

interface TermProps {
  readonly id: TermId;
  /** The label on the screen; without one, a small question mark appears beside the explained words. */
  readonly children?: ComponentChildren;
}

/** A word with an explanation: a tap or the keyboard opens its meaning, Escape or moving elsewhere closes it. */
export function Term({ id, children }: TermProps) {
  const { isOpen, button } = useBubble(id);
  const isMark = children === undefined;
  return (
    <button
      ref={button}
      type="button"
      class={isMark ? 'term is-mark' : 'term'}
      aria-expanded={isOpen.value}
      aria-describedby={isOpen.value ? 'term-bubble' : undefined}
      aria-label={isMark ? termWords().whatIs(termOf(id).name) : undefined}
      onClick={(event) => {
        event.stopPropagation();
        isOpen.value = !isOpen.value;
      }}
      onBlur={() => {
        isOpen.value = false;
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !isOpen.value) return;
        event.stopPropagation();
        isOpen.value = false;
      }}
    >
      {isMark ? <span aria-hidden="true">?</span> : children}
    </button>
  );
}

/** Owns the shared bubble while it shows this term; a press elsewhere or a scroll closes it. */
function useBubble(id: TermId) {
  const isOpen = useSignal(false);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    const here = button.current;
    if (!isOpen.value || here === null) return;
    showBubble(id, here);
    const leave = (event: Event): void => {
      if (event.target instanceof Node && here.contains(event.target)) return;
      isOpen.value = false;
    };
    document.addEventListener('pointerdown', leave, true);
    document.addEventListener('scroll', leave, true);
    return () => {
      document.removeEventListener('pointerdown', leave, true);
      document.removeEventListener('scroll', leave, true);
      hideBubble();
    };
  }, [isOpen.value, id]);
  return { isOpen, button };
}
