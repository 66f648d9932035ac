import type { Order } from '#shared/model/actions.ts';
import { REFERENCE_PARAMETERS } from '#shared/model/parameters.ts';
import type { View } from '#shared/session/views/tableView.ts';
import { asOneText, words } from '../../text/language.ts';
import { ruleNumbers } from '../../text/ruleNumbers.ts';
import { breaking } from '../agreements/agreements.ts';
import { seatNames } from '../lookup.ts';

/** A warning under the chosen card: the promise that it would break. */
export function BreaksLine({ view, order }: { readonly view: View; readonly order: Order | null }) {
  const { agreements } = words.value;
  const { partners, isBinding } = breaking(view, order);
  if (partners.length === 0) return null;
  return (
    <p class="breaks-line" role="status">
      <span aria-hidden="true">◇ </span>
      {isBinding && order?.action !== 'hold'
        ? agreements.breaksBinding
        : asOneText(
            agreements.breaks(seatNames(view, partners)),
            agreements.breaksSize(ruleNumbers(REFERENCE_PARAMETERS)),
          )}
    </p>
  );
}
