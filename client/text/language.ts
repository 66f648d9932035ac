import { computed, effect, signal, type ReadonlySignal, type Signal } from '@preact/signals';
import type { Bilingual } from '#shared/scenario/schema.ts';
import { readStored, writeStored } from '../components/stored.ts';
import type { en } from './en.ts';

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

const chosen: Signal<Language> = signal(startLanguage());
const imposed: Signal<Language | null> = signal(null);

/** The reader's language: the one of the session on the page, where it has but one, else the reader's choice. */
export const language: ReadonlySignal<Language> = computed(() => imposed.value ?? chosen.value);

/** Whether the reader may choose the language of this page. */
export const mayChooseLanguage: ReadonlySignal<boolean> = computed(() => imposed.value === null);

/** Takes the reader's choice, which changes every word on the page and is remembered on this device. */
export function chooseLanguage(of: Language): void {
  chosen.value = of;
}

/** Puts the page into the one language of its session, until null gives the choice back. Nothing of it is remembered. */
export function imposeLanguage(of: Language | null): void {
  imposed.value = of;
}

const fetched = signal<Readonly<Partial<Record<Language, Messages>>>>({});

/**
 * Every word of the program in the reader's language; those of the language before until the new ones have been
 * fetched. Throws before any have been: nothing is drawn until then.
 */
export const words: ReadonlySignal<Messages> = computed(() => {
  const { en, zh } = fetched.value;
  const found = language.value === 'zh' ? (zh ?? en) : (en ?? zh);
  if (found === undefined) throw new Error('no words have been fetched yet');
  return found;
});

/** Fetches the words of a language, once; each reader fetches one language only, and the first page waits for it. */
export async function fetchWords(of: Language): Promise<void> {
  if (fetched.peek()[of] !== undefined) return;
  const found = of === 'zh' ? (await import('./zh.ts')).zh : (await import('./en.ts')).en;
  fetched.value = { ...fetched.peek(), [of]: found };
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
    writeStored(KEY, chosen.value);
    // Offline the page stays in its language and the next switch asks again.
    fetchWords(language.value).catch(() => undefined);
  });
}
