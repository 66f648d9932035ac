import type { ComponentChildren } from 'preact';
import type { PlayState } from './playState.ts';

interface FoldProps {
  readonly ui: PlayState;
  /** The list's name among the lists of the play screen. */
  readonly name: string;
  readonly class?: string;
  /** The target of a link to it. */
  readonly id?: string;
  readonly children: ComponentChildren;
}

/** A list that opens and closes, and keeps its state when its panel returns. */
export function Fold({ ui, name, class: look, id, children }: FoldProps) {
  return (
    <details
      class={look}
      id={id}
      open={ui.opened.value[name] ?? false}
      onToggle={({ currentTarget: { open } }) => {
        if ((ui.opened.peek()[name] ?? false) !== open)
          ui.opened.value = { ...ui.opened.peek(), [name]: open };
      }}
    >
      {children}
    </details>
  );
}
