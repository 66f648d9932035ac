import { render } from 'preact';
import { termOf, type TermId } from './termWords.ts';

const [WIDTH, EDGE, GAP] = [320, 12, 8] as const;

/** Shows the meaning of a term beside the pressed element, above every panel; all terms share one bubble. */
export function showBubble(id: TermId, beside: Element): void {
  const host = bubbleHost();
  const { left, top, bottom } = beside.getBoundingClientRect();
  const width = Math.min(WIDTH, innerWidth - 2 * EDGE);
  host.style.width = `${width}px`;
  host.style.left = `${Math.max(EDGE, Math.min(left, innerWidth - EDGE - width))}px`;
  const { name, text } = termOf(id);
  render(
    <>
      <b>{name}</b>
      <span>{text}</span>
    </>,
    host,
  );
  const isLow = bottom + GAP + host.offsetHeight > innerHeight - EDGE;
  host.style.top = `${isLow ? Math.max(EDGE, top - GAP - host.offsetHeight) : bottom + GAP}px`;
}

/** Closes the bubble. */
export function hideBubble(): void {
  const host = document.getElementById('term-bubble');
  if (host !== null) render(null, host);
}

/** The place of the bubble; it stays in the page, so that a screen reader hears new content. */
function bubbleHost(): HTMLElement {
  const known = document.getElementById('term-bubble');
  if (known !== null) return known;
  const host = document.createElement('div');
  host.id = 'term-bubble';
  host.setAttribute('role', 'status');
  document.body.append(host);
  return host;
}
