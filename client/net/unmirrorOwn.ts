import { at } from '#shared/lib/at.ts';
import { actionIds } from '#shared/model/actions.ts';
import type { OwnView } from '#shared/session/views/tableView.ts';
import type { Tenths } from '#shared/session/views/tenths.ts';
import { agreementsOfText } from '#shared/wire/agreementPacking.ts';
import { draftsOfText, endorsedOfText } from '#shared/wire/delegationPacking.ts';
import { objectivesOfText } from '#shared/wire/objectivePacking.ts';
import { orderOfText, unpacked } from '#shared/wire/packing.ts';
import { expectationOf, payoffOf } from './unmirrorParts.ts';
import { privateTalkOf, type WirePrivateTalk } from './unmirrorTalk.ts';

const bands = [1, 2, 3, 4, 5] as const;

/** A map as the wire decoder returns it. */
export type WireMap<Item> = {
  readonly size: number;
  entries(): Iterable<[string, Item]>;
  get(key: string): Item | undefined;
};

/** What only one seat, or the host, receives: `PrivateSchema` of `server/wire/table.ts` after decoding. */
export interface WirePrivate extends WirePrivateTalk {
  readonly briefEn: string;
  readonly briefZh: string;
  readonly objectives: string;
  readonly trust: string;
  readonly away: string;
  readonly noRoom: string;
  readonly order: string;
  readonly expects: string;
  readonly bet: number;
  readonly open: string;
  readonly later: string;
  readonly answerable: string;
  readonly drafts: string;
  readonly endorsed: string;
  readonly agreements: string;
  readonly bannedUntil: number;
  readonly muted: number;
  readonly score: Tenths;
  readonly usual: string;
  readonly payoff: string;
}

/**
 * What the own seat may read: a device receives at most one private part. The host's part has no objectives and belongs to no
 * seat.
 */
export function ownFromWire(privates: WireMap<WirePrivate> | undefined): OwnView | null {
  for (const [seat, part] of privates?.entries() ?? []) {
    if (part.objectives === '') continue;
    const later = unpacked(part.later);
    return {
      seat,
      brief: { en: part.briefEn, zh: part.briefZh },
      objectives: objectivesOfText(part.objectives),
      trust: ownTrustOf(unpacked(part.trust)),
      order: part.order === '' ? null : orderOfText(part.order),
      expects: part.expects === '' ? null : expectationOf(part.expects),
      bet: part.bet === 0 ? null : at(bands, part.bet - 1),
      open: unpacked(part.open).map((action) => at(actionIds, action)),
      later: later.flatMap((action, i) =>
        i % 2 === 0 ? [{ action: at(actionIds, action), round: at(later, i + 1) }] : [],
      ),
      answerable: part.answerable === '' ? [] : part.answerable.split(' '),
      drafts: draftsOfText(part.drafts),
      endorsed: endorsedOfText(part.endorsed),
      messages: privateTalkOf(part),
      agreements: agreementsOfText(part.agreements),
      muted: part.muted,
      bannedUntil: part.bannedUntil === 0 ? null : part.bannedUntil,
      score: part.score,
      usual: part.usual === '' ? null : Number(part.usual),
      payoff: part.payoff === '' ? null : payoffOf(unpacked(part.payoff)),
    };
  }
  return null;
}

/** The own row and column of the trust matrix; null if the table shows all of it. */
function ownTrustOf(numbers: readonly Tenths[]): OwnView['trust'] {
  if (numbers.length === 0) return null;
  const n = numbers.length / 2;
  return { inOthers: numbers.slice(0, n), ofOthers: numbers.slice(n) };
}
