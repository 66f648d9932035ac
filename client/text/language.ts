import { batch, computed, effect, signal, type ReadonlySignal, type Signal } from '@preact/signals';
import type { Bilingual } from '#shared/scenario/schema.ts';
import { readStored, writeStored } from '../lib/stored.ts';
import type { en } from './en.ts';
import type { firstEn } from './firstEn.ts';

/**
 * Words on the screen. To add one: write it in the module of its area under `en/` (a string, or a function of its subject), then
 * in the module of the same name under `zh/`; the Chinese module has the type of the English one, so a missing word does not
 * compile. Read it inside a component as `words.value.play.seal`; the component follows the language by itself. A new area is a
 * new pair of modules, listed in `en.ts` and `zh.ts`. Two kinds of words are separate: those of the start page and the join page,
 * read as `firstWords.value.shell.join` so that a phone loads no others to join, and long texts of a single screen, loaded with it
 * and read through `inLanguage`.
 */
export type Messages = typeof en;
/** The part of them that the first pages show. */
export type FirstMessages = typeof firstEn;
/** A language of the interface: English or Simplified Chinese. */
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

/** The reader's language: the session's single language on its page, else the reader's choice. */
export const language: ReadonlySignal<Language> = computed(() => imposed.value ?? chosen.value);

/** Whether the reader may choose the language of this page. */
export const mayChooseLanguage: ReadonlySignal<boolean> = computed(() => imposed.value === null);

/** Applies the reader's choice, which changes every word on the page and is stored on this device. */
export function chooseLanguage(of: Language): void {
  chosen.value = of;
}

/** Sets the page to its session's single language, until null restores the choice. Stores nothing. */
export function imposeLanguage(of: Language | null): void {
  imposed.value = of;
}

type Fetched<Words> = Readonly<Partial<Record<Language, Words>>>;
const first = signal<Fetched<FirstMessages>>({});
const whole = signal<Fetched<Messages>>({});
/** A screen has opened that needs more than the first words. */
const needsAll = signal(false);

/**
 * The words of the first pages: the frame, the start page and the join page. Everything that `main.tsx` imports before it imports
 * a screen reads these, and a test checks that. In the reader's language; in the previous one until the new words have loaded.
 * Throws before any have loaded: nothing is drawn until then.
 */
export const firstWords: ReadonlySignal<FirstMessages> = computed(() => inOneOf(first.value));

/** Every word of the program, like `firstWords`. They load with the first screen that needs them. */
export const words: ReadonlySignal<Messages> = computed(() => inOneOf(whole.value));

function inOneOf<Words>({ en, zh }: Fetched<Words>): Words {
  const found = language.value === 'zh' ? (zh ?? en) : (en ?? zh);
  if (found === undefined) throw new Error('no words have been fetched yet');
  return found;
}

/** Loads the first words of a language, once; each reader loads one language only, and the first page waits for it. */
export async function fetchFirstWords(of: Language): Promise<void> {
  if (first.peek()[of] !== undefined) return;
  const found = of === 'zh' ? (await import('./firstZh.ts')).firstZh : (await import('./firstEn.ts')).firstEn;
  first.value = { ...first.peek(), [of]: found };
}

/** Loads every word of a language, once. From then on the page keeps all words of its language, whichever that is. */
export async function fetchWords(of: Language): Promise<void> {
  needsAll.value = true;
  if (whole.peek()[of] !== undefined) return;
  const found = of === 'zh' ? (await import('./zh.ts')).zh : (await import('./en.ts')).en;
  batch(() => {
    first.value = { ...first.peek(), [of]: found };
    whole.value = { ...whole.peek(), [of]: found };
  });
}

/** The reader's part of a text in both languages. */
export function pick(text: Bilingual): string {
  return text[language.value];
}

/** The reader's part of words that load with their screen and so are separate from `words`. */
export function inLanguage<Words>(english: Words, mandarin: Words): Words {
  return language.value === 'zh' ? mandarin : english;
}

/** Whole sentences one after the other: with a space between them, which Chinese does without. Empty ones are left out. */
export function asOneText(...sentences: readonly string[]): string {
  return sentences.filter(Boolean).join(language.value === 'zh' ? '' : ' ');
}

/** A name and what is said of it, with the colon of the language. */
export function labelled(name: string, what: string): string {
  return words.value.labelled(name, what);
}

/** Names joined as a sentence of the reader's language joins them. */
export function list(names: readonly string[]): string {
  return words.value.list(names);
}

if (typeof document !== 'undefined') {
  effect(() => {
    document.documentElement.lang = language.value === 'zh' ? 'zh-Hans' : 'en';
    writeStored(KEY, chosen.value);
    // Offline the page keeps its language, and the next switch tries again.
    const fetch = needsAll.peek() ? fetchWords : fetchFirstWords;
    fetch(language.value).catch(() => undefined);
  });
}
