import type { GatheringNow, TableNow } from '#shared/wire/gatherings.ts';

/** Which tables the overview shows: all, those that nobody is in charge of, or those of a co-host, by id. */
export type Shown = 'all' | 'unled' | { readonly of: string };

/** The tables of an event that are shown. */
export function shownTables({ tables }: Pick<GatheringNow, 'tables'>, shown: Shown): readonly TableNow[] {
  if (shown === 'all') return tables;
  const wanted = shown === 'unled' ? null : shown.of;
  return tables.filter(({ coHost }) => coHost === wanted);
}

/** What the overview can show now, each with the key of its option. The own tables of a co-host come first. */
export function choicesOf({ you, coHosts }: Pick<GatheringNow, 'you' | 'coHosts'>): readonly Shown[] {
  const others = coHosts.filter(({ id }) => id !== you).map(({ id }) => ({ of: id }));
  return ['all', ...(you === null ? [] : [{ of: you }]), 'unled', ...others];
}

/** The key of an option. */
export function keyOfShown(shown: Shown): string {
  return typeof shown === 'string' ? shown : `of ${shown.of}`;
}
