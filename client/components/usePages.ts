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
  return Math.max(1, Math.ceil((sheet.scrollWidth + gap - 2) / step));
}
