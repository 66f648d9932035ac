import type { ComponentChildren } from 'preact';
import { Logo } from './Logo.tsx';

interface Props {
  readonly title: string;
  readonly text: string;
  readonly children?: ComponentChildren;
}

/** A page with one message: what happened, what is safe, and in its children what to do. */
export function PlainPage({ title, text, children }: Props) {
  return (
    <main id="main" class="plain" tabIndex={-1}>
      <Logo size={42} />
      <h1>{title}</h1>
      <p>{text}</p>
      <div class="row">{children}</div>
    </main>
  );
}
