import type { ComponentChildren } from 'preact';

interface Props {
  readonly title: string;
  readonly text: string;
  readonly children?: ComponentChildren;
}

/** A failed action: what happened, what is safe, what to do. Spoken as soon as it appears. */
export function Notice({ title, text, children }: Props) {
  return (
    <div class="notice" role="alert">
      <svg
        width="22"
        height="22"
        viewBox="0 0 22 22"
        fill="none"
        stroke="currentColor"
        stroke-width="2"
        stroke-linecap="round"
        aria-hidden="true"
      >
        <circle cx="11" cy="11" r="9" />
        <path d="M11 6.5v5.5M11 15.4v.1" />
      </svg>
      <strong>{title}</strong>
      <p>{text}</p>
      {children && <div class="row">{children}</div>}
    </div>
  );
}
