import type { Entry, Quantity } from '#shared/model/entries.ts';
import type { Reason } from '#shared/model/reasons.ts';

/** The causes that moved one number in a round. */
export function causesOf(
  { entries }: { readonly entries: readonly Entry[] },
  quantity: Quantity,
  at: number,
): readonly Reason[] {
  return entries.flatMap((entry) =>
    'quantity' in entry && entry.quantity === quantity && entry.at === at ? [entry.reason] : [],
  );
}

/** A cause's change of one number, 0 if none. */
export function effectOf(
  { entries }: { readonly entries: readonly Entry[] },
  quantity: Quantity,
  at: number,
  reason: Reason,
): number {
  let sum = 0;
  for (const entry of entries) {
    if ('quantity' in entry && entry.quantity === quantity && entry.at === at && entry.reason === reason) {
      sum += entry.delta;
    }
  }
  return sum;
}

/** A cause's change of one seat's trust in another. */
export function trustGain(
  played: { readonly entries: readonly Entry[] },
  at: number,
  reason: Reason,
): number {
  return effectOf(played, 'trust', at, reason);
}
