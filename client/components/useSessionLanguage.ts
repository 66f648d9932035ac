import { useLayoutEffect } from 'preact/hooks';
import type { LanguageChoice } from '#shared/session/vocabulary/languages.ts';
import { imposeLanguage } from '../text/language.ts';

/** Keeps the page in the session's single language while it is open; undefined while the session is unknown. */
export function useSessionLanguage(languages: LanguageChoice | undefined): void {
  useLayoutEffect(() => {
    if (languages !== undefined) imposeLanguage(languages === 'both' ? null : languages);
  }, [languages]);
  useLayoutEffect(() => () => imposeLanguage(null), []);
}
