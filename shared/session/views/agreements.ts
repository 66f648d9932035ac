import type { SeatId } from '../../model/world.ts';
import { type Agreement, isOpenTo } from '../vocabulary/agreements.ts';
import type { SessionState } from '../vocabulary/state.ts';

/** How many offers that came to nothing a list still shows. */
const FAILED_SHOWN = 12;

/** What everybody may read: the public agreements and offers. */
export function publicAgreements({ agreements }: SessionState): readonly Agreement[] {
  return shown(agreements.filter(({ secrecy }) => secrecy === 'public'));
}

/** The secret agreements and offers of one seat. */
export function secretAgreements({ agreements }: SessionState, seat: SeatId): readonly Agreement[] {
  return shown(agreements.filter((agreement) => agreement.secrecy === 'secret' && isOpenTo(agreement, seat)));
}

/** All that live or were judged, and the latest of those that came to nothing. */
function shown(agreements: readonly Agreement[]): readonly Agreement[] {
  const failed = agreements.filter(cameToNothing);
  const old = new Set(failed.slice(0, Math.max(0, failed.length - FAILED_SHOWN)).map(({ id }) => id));
  return agreements.filter(({ id }) => !old.has(id));
}

function cameToNothing({ status, judgements }: Agreement): boolean {
  return judgements.length === 0 && status !== 'proposed' && status !== 'inForce';
}
