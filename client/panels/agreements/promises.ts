import type { AgreementView } from '#shared/session/views/agreementView.ts';
import type { Judgement } from '#shared/session/vocabulary/agreements.ts';
import type { Answer } from '#shared/session/views/questions.ts';
import type { View } from '#shared/session/views/tableView.ts';
import type { Tenths } from '#shared/session/views/tenths.ts';
import { agreementsOf } from '../lookup.ts';

/** An agreement with its judgement in one round. */
export interface JudgedAgreement {
  readonly agreement: AgreementView;
  readonly judgement: Judgement;
}

/** The judgements of a round that this viewer may read, the broken ones first. */
export function judgedInRound(view: View, round: number): readonly JudgedAgreement[] {
  return agreementsOf(view)
    .flatMap((agreement) =>
      agreement.judgements
        .filter((judgement) => judgement.round === round && judgement.outcome !== 'idle')
        .map((judgement) => ({ agreement, judgement })),
    )
    .toSorted((a, b) => a.judgement.outcome.localeCompare(b.judgement.outcome));
}

/** A broken promise's part of a change of trust, in tenths; null if unknown. */
export function brokenPart(answer: Answer<'why'>): Tenths | null {
  if (!answer.ok) return null;
  const parts = answer.answer.parts.filter(({ reason }) => reason === 'pledgeBroken');
  return parts.length === 0 ? null : parts.reduce((sum, { delta }) => sum + delta, 0) / 1000;
}
