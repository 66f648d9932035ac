import { plainName } from '#shared/lib/plainName.ts';
import { readStored, removeStored, writeStored } from './stored.ts';

/** A listed name with the number of its table. */
export interface ListedName {
  readonly name: string;
  readonly table: number;
}

const keyOf = (event: string): string => `crossroads:list:${event}`;

/** Keeps the list of names of an event on this device, by table: the server keeps none. */
export function keepList(event: string, names: readonly (readonly string[])[]): void {
  if (names.flat().length > 0) writeStored(keyOf(event), JSON.stringify(names));
}

/** The names that were listed for an event on this device, by table; empty if it has none. */
export function listOf(event: string): readonly ListedName[] {
  try {
    const kept: unknown = JSON.parse(readStored(keyOf(event)) ?? '[]');
    return Array.isArray(kept) ? kept.flatMap(namesOf) : [];
  } catch {
    return [];
  }
}

/** Forgets the list of an event. */
export function forgetList(event: string): void {
  removeStored(keyOf(event));
}

/** Those of a list whose name nobody who has come has typed, by the rule by which the server knows them again. */
export function notCome(
  listed: readonly ListedName[],
  come: readonly { readonly name: string | null }[],
): readonly ListedName[] {
  const there = new Set(come.flatMap(({ name }) => (name === null ? [] : [plainName(name)])));
  return listed.filter(({ name }) => !there.has(plainName(name)));
}

function namesOf(names: unknown, index: number): readonly ListedName[] {
  if (!Array.isArray(names)) return [];
  return names.flatMap((name) => (typeof name === 'string' ? [{ name, table: index + 1 }] : []));
}
