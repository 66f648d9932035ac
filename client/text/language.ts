import { computed, effect, signal, type ReadonlySignal, type Signal } from '@preact/signals';
import type { Bilingual } from '#shared/scenario/schema.ts';
import { readStored, writeStored } from '../components/stored.ts';
import { en } from './en.ts';

/**
 * Words on the screen. To add one: write it in the module of its area under `en/` (a string, or a function of what it
 * speaks about), then in the module of the same name under `zh/`; the Chinese module is typed as the English one, so a
 * missing word does not compile. Read it inside a component as `words.value.play.seal`; the component follows the
 * language by itself. A new area is a new pair of modules, entered in `en.ts` and `zh.ts`;
 * long texts of a single screen are fetched with it instead and read through `inLanguage`.
 */
export type Messages = typeof en;
export type Language = 'en' | 'zh';

const KEY = 'crossroads.language';

function asLanguage(text: string | null | undefined): Language | null {
  const start = text?.slice(0, 2).toLowerCase();
  return start === 'en' || start === 'zh' ? start : null;
}

/** The first of: the address (`?lang=zh`), the reader's last choice, the browser's languages, English. */
export function firstLanguage(search: string, stored: string | null, browser: readonly string[]): Language {
  const asked = asLanguage(new URLSearchParams(search).get('lang')) ?? asLanguage(stored);
  if (asked) return asked;
  for (const tag of browser) {
    const known = asLanguage(tag);
    if (known) return known;
  }
  return 'en';
}

function startLanguage(): Language {
  if (typeof document === 'undefined') return 'en';
  return firstLanguage(location.search, readStored(KEY), navigator.languages);
}

/** The reader's language. Setting it changes every word on the page and is remembered on this device. */
export const language: Signal<Language> = signal(startLanguage());

const chinese = signal<Messages | null>(null);

/** Every word of the program in the reader's language; English until the Chinese words have been fetched. */
export const words: ReadonlySignal<Messages> = computed(() =>
  language.value === 'zh' ? (chinese.value ?? en) : en,
);

/** Fetches the words of a language, once; the first page waits for it, so that nobody sees the wrong language flash. */
export async function fetchWords(of: Language): Promise<void> {
  if (of === 'zh' && chinese.peek() === null) chinese.value = (await import('./zh.ts')).zh;
}

/** The reader's side of a text that comes in both languages. */
export function pick(text: Bilingual): string {
  return text[language.value];
}

/** The reader's side of words that are fetched with their screen and so stand outside `words`. */
export function inLanguage<Words>(english: Words, mandarin: Words): Words {
  return language.value === 'zh' ? mandarin : english;
}

/** Names joined as a sentence of the reader's language does. */
export function list(names: readonly string[]): string {
  return words.value.list(names);
}

if (typeof document !== 'undefined') {
  effect(() => {
    document.documentElement.lang = language.value === 'zh' ? 'zh-Hans' : 'en';
    writeStored(KEY, language.value);
    // Offline the page stays in English and the next switch asks again.
    fetchWords(language.value).catch(() => undefined);
  });
}
