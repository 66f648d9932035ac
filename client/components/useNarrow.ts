import { useSignal } from '@preact/signals';
import { useLayoutEffect } from 'preact/hooks';
import { PHONE } from './useMedia.ts';

/**
 * Whether an element is narrower than so many pixels, wherever it stands; follows changes. A phone's screen is taken as narrow at
 * first.
 */
export function useNarrow(element: { readonly current: Element | null }, pixels: number): boolean {
  const narrow = useSignal(matchMedia(PHONE).matches);
  useLayoutEffect(() => {
    const { current } = element;
    if (current === null) return;
    const measure = (): void => {
      const { width } = current.getBoundingClientRect();
      // Hidden, it has no width to go by.
      if (width > 0) narrow.value = width < pixels;
    };
    measure();
    const sizes = new ResizeObserver(measure);
    sizes.observe(current);
    return () => sizes.disconnect();
  }, [element, pixels]);
  return narrow.value;
}
