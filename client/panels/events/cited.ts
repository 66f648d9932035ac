import type { Remark } from '#shared/scenario/schema.ts';
import { pick, words } from '../../text/language.ts';

/**
 * A source as people read it, in their language if it has both: the paper `cai-zhang` by its authors, works in brackets,
 * `[name-name-year]`, as names and year; other citations as published.
 */
export function cited(source: Remark): string {
  const text = typeof source === 'string' ? source : pick(source);
  const named = text.replaceAll('cai-zhang', words.value.debrief.world.authors);
  return named.replaceAll(/\[([a-z-]+)-(\d{4})\]/g, (_, names: string, year: string) => {
    const people = names.split('-').map((name) => name.slice(0, 1).toUpperCase() + name.slice(1));
    return `${people.join(', ')} ${year}`;
  });
}
