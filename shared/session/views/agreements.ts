import type { SeatId } from '../../model/world.ts';
import { type Agreement, isOpenTo } from '../vocabulary/agreements.ts';
import type { SessionState } from '../vocabulary/state.ts';
import { type AgreementView, agreementView } from './agreementView.ts';

/** How many failed offers a list still shows. */
const FAILED_SHOWN = 12;

/** What everybody may read: the public agreements and offers. */
export function publicAgreements({ agreements }: SessionState): readonly AgreementView[] {
  return shown(agreements.filter(({ secrecy }) => secrecy === 'public'));
}

/** The secret agreements and offers of one seat. */
export function secretAgreements({ agreements }: SessionState, seat: SeatId): readonly AgreementView[] {
  return shown(agreements.filter((agreement) => agreement.secrecy === 'secret' && isOpenTo(agreement, seat)));
}

/** Every secret agreement and offer, for a host who may read them all. */
export function allSecretAgreements({ agreements }: SessionState): readonly AgreementView[] {
  return agreements.filter(({ secrecy }) => secrecy === 'secret').map(agreementView);
}

/** Every agreement and offer that one seat may read, for the bot that plays it. */
export function agreementsOpenTo({ agreements }: SessionState, seat: SeatId): readonly AgreementView[] {
  return agreements.filter((agreement) => isOpenTo(agreement, seat)).map(agreementView);
}

/** All that are on offer, in force or judged, and the latest failed offers. */
function shown(agreements: readonly Agreement[]): readonly AgreementView[] {
  const failed = agreements.filter(cameToNothing);
  const old = new Set(failed.slice(0, Math.max(0, failed.length - FAILED_SHOWN)).map(({ id }) => id));
  return agreements.filter(({ id }) => !old.has(id)).map(agreementView);
}

function cameToNothing({ status, judgements }: Agreement): boolean {
  return judgements.length === 0 && status !== 'proposed' && status !== 'inForce';
}
