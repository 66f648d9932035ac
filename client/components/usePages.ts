import { useSignal } from '@preact/signals';
import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect } from 'preact/hooks';

/** How many pages a sheet with columns needs in its frame; counted again when its words or its size change. */
export function usePages(sheet: RefObject<HTMLElement | null>): number {
  const pages = useSignal(1);
  const count = (): void => {
    const element = sheet.current;
    if (element !== null) pages.value = pagesOf(element);
  };
  useLayoutEffect(count);
  useEffect(() => {
    const element = sheet.current;
    if (element === null) return;
    const sizes = new ResizeObserver(count);
    const changes = new MutationObserver(count);
    sizes.observe(element);
    changes.observe(element, { childList: true, characterData: true, subtree: true });
    void document.fonts.ready.then(count);
    return () => {
      sizes.disconnect();
      changes.disconnect();
    };
  }, []);
  return pages.value;
}

function pagesOf(sheet: HTMLElement): number {
  const gap = Number.parseFloat(getComputedStyle(sheet).columnGap) || 0;
  const step = sheet.clientWidth + gap;
  if (step <= 0) return 1;
  // Slightly more than a page is rounding, not a page.
  const laidOut = Math.ceil((sheet.scrollWidth + gap - 2) / step);
  return Math.max(1, laidOut > 1 ? Math.min(laidOut, pagesWithWords(sheet, step)) : 1);
}

/** Up to which page there is something to read: space beneath the last line may be laid out on a page of its own. */
function pagesWithWords(sheet: HTMLElement, step: number): number {
  const { left } = sheet.getBoundingClientRect();
  const range = document.createRange();
  let end = 0;
  const walker = document.createTreeWalker(sheet, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    if ((node.textContent ?? '').trim() === '') continue;
    range.selectNodeContents(node);
    end = Math.max(end, range.getBoundingClientRect().right - left);
  }
  for (const drawing of sheet.querySelectorAll('svg, img'))
    end = Math.max(end, drawing.getBoundingClientRect().right - left);
  return Math.ceil((end - 2) / step);
}
