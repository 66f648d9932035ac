import { clauseKinds, MAX_CLAUSES } from '#shared/session/vocabulary/clauses.ts';
import type { View } from '#shared/session/views/tableView.ts';
import { words } from '../../text/language.ts';
import { ClauseSentence } from './ClauseRow.tsx';
import { newClause } from './offerDraft.ts';
import type { OfferDraft } from '../playState.ts';

/** What every part of the builder needs. */
export interface PartProps {
  readonly view: View;
  readonly draft: OfferDraft;
  readonly change: (more: Partial<OfferDraft>) => void;
}

/** The clauses of an offer, each as a sentence, and the button to add one. */
export function OfferClauses({ view, draft, change }: PartProps) {
  const { agreements } = words.value;
  const { clauses } = draft;
  return (
    <>
      <ol class="clauses">
        {clauses.map((clause, index) => (
          <li key={`${index}-${clause.kind}`} aria-label={agreements.clause(index + 1)}>
            <ClauseSentence
              view={view}
              clause={clause}
              fromRound={draft.fromRound}
              untilRound={draft.untilRound}
              onChange={(changed) => change({ clauses: clauses.with(index, changed) })}
            />
            {clauses.length > 1 && (
              <button
                type="button"
                class="clause-remove"
                aria-label={agreements.removeClause(index + 1)}
                onClick={() => change({ clauses: clauses.toSpliced(index, 1) })}
              >
                <span aria-hidden="true">×</span>
              </button>
            )}
          </li>
        ))}
      </ol>
      {clauses.length < MAX_CLAUSES && <AddClause view={view} draft={draft} change={change} />}
    </>
  );
}

function AddClause({ view, draft, change }: PartProps) {
  const { agreements } = words.value;
  const offered = clauseKinds.flatMap((kind) => newClause(view, kind, draft) ?? []);
  return (
    <div class="templates">
      <span>{agreements.addClause}</span>
      {offered.map((clause) => (
        <button
          key={clause.kind}
          type="button"
          class="chip add"
          onClick={() => change({ clauses: [...draft.clauses, clause] })}
        >
          {agreements.kinds[clause.kind]}
        </button>
      ))}
    </div>
  );
}
