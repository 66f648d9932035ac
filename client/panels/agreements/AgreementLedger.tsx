import type { AgreementView } from '#shared/session/views/agreementView.ts';
import type { Judgement } from '#shared/session/vocabulary/agreements.ts';
import type { View } from '#shared/session/views/tableView.ts';
import { asOneText, labelled, words } from '../../text/language.ts';
import { clauseSentence } from './agreements.ts';
import { Fold } from '../Fold.tsx';
import type { PlayState } from '../playState.ts';
import { JudgedMark } from './JudgedCard.tsx';
import { orderPhrase, seatName, seatNames } from '../lookup.ts';

/**
 * Every public agreement from its offer on, including ended ones: who, what, its status, and each round's judgement with its
 * evidence.
 */
export function AgreementLedger({ view, ui }: { readonly view: View; readonly ui: PlayState }) {
  const { agreements } = words.value;
  const all = view.table.agreements.toReversed();
  if (all.length === 0) return null;
  return (
    <Fold ui={ui} name="ledger" class="ledger">
      <summary>
        {agreements.ledger} <small>{all.length}</small>
      </summary>
      <ol class="ledger-list">
        {all.map((agreement) => (
          <AgreementLine key={agreement.id} view={view} agreement={agreement} />
        ))}
      </ol>
    </Fold>
  );
}

interface LineProps {
  readonly view: View;
  readonly agreement: AgreementView;
}

/** One agreement with its status and every judgement. */
export function AgreementLine({ view, agreement }: LineProps) {
  const { agreements } = words.value;
  const { status, force, fromRound, untilRound, parties, clauses } = agreement;
  const judged = agreement.judgements.filter(({ outcome }) => outcome !== 'idle');
  return (
    <li data-status={status}>
      <p class="ledger-head">
        <b>{seatNames(view, parties)}</b>
        <span>{agreements.status[status]}</span>
      </p>
      <p>{asOneText(...clauses.map((clause) => clauseSentence(view, clause)))}</p>
      <p class="agreement-meta">
        {agreements.force[force]} · {agreements.term(fromRound, untilRound)}
        {agreement.accession === 'open' && ` · ${agreements.openToAll}`}
      </p>
      {judged.length > 0 && (
        <ul>
          {judged.map((judgement) => (
            <Verdict key={judgement.round} view={view} judgement={judgement} />
          ))}
        </ul>
      )}
    </li>
  );
}

/** One round: kept, or broken by whom and by which order. */
function Verdict({ view, judgement }: { readonly view: View; readonly judgement: Judgement }) {
  const { agreements } = words.value;
  const { round, outcome, evidence } = judgement;
  const isBroken = outcome === 'breached';
  const proofs = evidence
    .filter(({ kept }) => kept !== isBroken)
    .map(({ seat, order }) => agreements.proof(seatName(view, seat), orderPhrase(view, order)));
  return (
    <li>
      <JudgedMark isBroken={isBroken} />
      <span>
        {labelled(agreements.inRound(round), isBroken ? agreements.broken : agreements.kept)}
        {proofs.length > 0 && ` · ${[...new Set(proofs)].join(' · ')}`}
      </span>
    </li>
  );
}
