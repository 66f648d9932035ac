import type { AgreementView } from '#shared/session/views/agreementView.ts';
import type { Evidence } from '#shared/session/vocabulary/agreements.ts';
import type { View } from '#shared/session/views/tableView.ts';
import { asOneText, labelled, words } from '../../text/language.ts';
import { clauseSentence } from './agreements.ts';
import { orderPhrase, seatName, seatNames } from '../lookup.ts';
import '../../styles/marks.css';

/** A judgement with its evidence: who ordered what. */
export function JudgedCard({ view, agreement }: { readonly view: View; readonly agreement: AgreementView }) {
  const { agreements } = words.value;
  const last = agreement.judgements.findLast(({ outcome }) => outcome !== 'idle');
  if (last === undefined) return null;
  const isBroken = last.outcome === 'breached';
  const breakers = [...new Set(last.evidence.filter(({ kept }) => !kept).map(({ seat }) => seat))];
  const shown: readonly Evidence[] = last.evidence.filter(({ kept }) => kept !== isBroken);
  return (
    <article class="agreement" data-outcome={last.outcome}>
      <h4>
        <JudgedMark isBroken={isBroken} />
        {isBroken ? agreements.brokenBy(seatNames(view, breakers)) : agreements.status.kept}
        <span>{agreements.inRound(last.round)}</span>
      </h4>
      <p>
        {labelled(
          seatNames(view, agreement.parties),
          asOneText(...agreement.clauses.map((one) => clauseSentence(view, one))),
        )}
      </p>
      {shown.map(({ seat, clause, order }) => (
        <p key={`${seat}-${clause}`} class="agreement-proof">
          {agreements.proof(seatName(view, seat), orderPhrase(view, order))}
        </p>
      ))}
    </article>
  );
}

/** Kept or broken, as a mark: a ticked disc, a cut lozenge. */
export function JudgedMark({ isBroken }: { readonly isBroken: boolean }) {
  return (
    <svg class="judged-mark" width="17" height="17" viewBox="0 0 16 16" aria-hidden="true">
      {isBroken ? (
        <path class="judged-broken" d="M8 1.5L14.5 8 8 14.5 1.5 8zM4 12L12 4" />
      ) : (
        <>
          <circle class="judged-kept" cx="8" cy="8" r="7" />
          <path class="judged-tick" d="M4.8 8.2l2.2 2.2 4.2-4.6" />
        </>
      )}
    </svg>
  );
}
