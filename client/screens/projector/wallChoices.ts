import { subjectKey } from '#shared/model/explain.ts';
import type { View } from '#shared/session/views/tableView.ts';
import { AUTO_PAGE, type WallPage } from '#shared/wire/wallPage.ts';
import { lastRound } from '../../panels/world/gauges.ts';

/** The keys of the wall's pages, as shown beside their names. */
export const wallKeys = {
  auto: '1',
  why: '2',
  agreements: '3',
  talk: '4',
  points: '5',
  trends: '6',
  factors: '7',
  compare: '8',
} as const;
/** A page that can be chosen by name. */
export type WallKey = keyof typeof wallKeys;

/**
 * What the wall can show now: causes only after a round, points only when they are public, and where the class lies once it has
 * ended.
 */
export function wallChoices(view: View): readonly { readonly key: WallKey; readonly page: WallPage }[] {
  const { phase } = view.table;
  const round = lastRound(view);
  const why = whyPage({ kind: 'indicator', indicator: 'direction' }, round);
  if (phase === 'lobby') return [{ key: 'auto', page: AUTO_PAGE }];
  return [
    { key: 'auto', page: AUTO_PAGE },
    ...(why === null ? [] : [{ key: 'why', page: why } as const]),
    { key: 'agreements', page: { show: 'agreements' } },
    { key: 'talk', page: { show: 'talk' } },
    ...(phase === 'ended' ? [{ key: 'points', page: { show: 'points' } } as const] : []),
    { key: 'trends', page: { show: 'trends' } },
    { key: 'factors', page: { show: 'factors' } },
    ...(phase === 'ended' && round > 0 ? [{ key: 'compare', page: { show: 'compare' } } as const] : []),
  ];
}

/** The page with the causes of a number in a round; null before the first round is resolved. */
export function whyPage(subject: Parameters<typeof subjectKey>[0], round: number): WallPage | null {
  return round === 0 ? null : { show: 'why', subject: subjectKey(subject), round };
}
