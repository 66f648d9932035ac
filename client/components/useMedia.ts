import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';

/** Portrait phones: one panel at a time, the map as a ring. */
export const PHONE = '(max-width: 719px)';

/** Whether a media query matches; follows changes. */
export function useMedia(query: string): boolean {
  const matches = useSignal(matchMedia(query).matches);
  useEffect(() => {
    const media = matchMedia(query);
    const follow = (): void => {
      matches.value = media.matches;
    };
    follow();
    media.addEventListener('change', follow);
    return () => media.removeEventListener('change', follow);
  }, [query]);
  return matches.value;
}
