import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { words } from '../text/language.ts';
import { usePages } from './usePages.ts';
import '../styles/book.css';

/** How long a page stays before the next one comes, and how much longer after somebody turned it by hand. */
const DWELL_MS = 11_000;
const BY_HAND = 3;
/** The shortest time of a page, even in a hurried reveal. */
const LEAST_MS = 1500;

interface BookProps {
  readonly children: ComponentChildren;
  /** Changes with the content: the text then opens at its first page again. */
  readonly chapter: string;
  /** Milliseconds in which all pages are to be seen once; without it each page stays for a comfortable time. */
  readonly withinMs?: number | undefined;
  /** Pages do not turn by themselves. */
  readonly still?: boolean | undefined;
}

/**
 * Text of any length in a frame of fixed size: it flows from page to page, turns by itself and by keyboard, and shows the page
 * number. Nothing is cut: what does not fit appears whole on the next page.
 */
export function PagedText({ children, chapter, withinMs, still = false }: BookProps) {
  const sheet = useRef<HTMLDivElement>(null);
  const count = usePages(sheet);
  const paceMs = still ? null : withinMs === undefined ? DWELL_MS : Math.max(LEAST_MS, withinMs / count);
  const { page, turn } = useTurning(chapter, count, paceMs);
  useTurningKeys(turn, count > 1);
  return (
    <section class="book" data-pages={count}>
      <div class="book-frame">
        <div
          class="book-sheet"
          ref={sheet}
          data-side={page % 2}
          style={{ '--page': page }}
          aria-live="polite"
        >
          {children}
        </div>
      </div>
      <PageMark page={page} count={count} turn={turn} />
    </section>
  );
}

interface Turning {
  readonly page: number;
  /** Turns this many pages by hand; the requested page stays longer. */
  readonly turn: (by: number) => void;
}

/** The open page; the next one comes at the given pace, or never without one. */
function useTurning(chapter: string, count: number, paceMs: number | null): Turning {
  const at = useSignal(0);
  const isByHand = useSignal(false);
  const page = Math.min(at.value, count - 1);
  const go = (by: number, byHand: boolean): void => {
    isByHand.value = byHand;
    at.value = (page + by + count) % count;
  };
  useLayoutEffect(() => {
    at.value = 0;
    isByHand.value = false;
  }, [chapter]);
  useEffect(() => {
    if (paceMs === null || count < 2) return;
    const timer = setTimeout(() => go(1, false), isByHand.value ? DWELL_MS * BY_HAND : paceMs);
    return () => clearTimeout(timer);
  }, [page, count, chapter, paceMs, isByHand.value]);
  return { page, turn: (by) => go(by, true) };
}

interface MarkProps {
  readonly page: number;
  readonly count: number;
  readonly turn: (by: number) => void;
}

/** The page number with buttons to the other pages; an empty line if there is only one. */
function PageMark({ page, count, turn }: MarkProps) {
  const { pages } = words.value.projector;
  if (count < 2) return <div class="book-mark" />;
  return (
    <nav class="book-mark" aria-label={pages.label}>
      <button type="button" onClick={() => turn(-1)} aria-label={pages.previous}>
        ‹
      </button>
      <span class="num">{pages.at(page + 1, count)}</span>
      <button type="button" onClick={() => turn(1)} aria-label={pages.next}>
        ›
      </button>
    </nav>
  );
}

const forward = ['ArrowRight', 'PageDown'];
const back = ['ArrowLeft', 'PageUp'];

/** Arrows and the keys of a presenter's remote turn the pages. */
function useTurningKeys(turn: (by: number) => void, isOn: boolean): void {
  const latest = useRef(turn);
  latest.current = turn;
  useEffect(() => {
    if (!isOn) return;
    const press = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.target instanceof HTMLSelectElement) return;
      if (forward.includes(event.key)) latest.current(1);
      else if (back.includes(event.key)) latest.current(-1);
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, [isOn]);
}
