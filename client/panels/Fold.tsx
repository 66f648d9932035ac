import type { ComponentChildren } from 'preact';
import type { PlayState } from './playState.ts';

interface FoldProps {
  readonly ui: PlayState;
  /** Tells this list from the others of the play screen. */
  readonly name: string;
  readonly class?: string;
  /** Where a link leads to it. */
  readonly id?: string;
  readonly children: ComponentChildren;
}

/** A list that opens and closes, and stands as it was left when its panel comes back. */
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
