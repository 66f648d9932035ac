import type { View } from '#shared/session/views/tableView.ts';
import type { ViewSource } from '../../source/viewSource.ts';
import { words } from '../../text/language.ts';
import { CaseOrders } from './CaseOrders.tsx';
import { isSameCase } from './caseOf.ts';
import { useCase, type WhatIfCase } from './useCase.ts';
import { ShowFindings } from './useFindings.tsx';

interface LeadProps {
  readonly view: View;
  readonly source: ViewSource;
  readonly now: WhatIfCase;
}

/** The same at the console, beside what the class sees. */
export function WhatIfLeadHere({ view, source }: Omit<LeadProps, 'now'>) {
  const now = useCase(view, source);
  return <WhatIfLead view={view} source={source} now={now} />;
}

/** Who leads chooses a change from the record, and shows the answer when all have bet. */
export function WhatIfLead({ view, source, now }: LeadProps) {
  const { whatIf: text } = words.value.debrief;
  const { lead, proposal } = now;
  if (lead === null) return null;
  return (
    <section class="case-lead">
      <ShowFindings
        source={source}
        show={({ offers }) => (
          <ul class="case-offers" aria-label={text.choose}>
            {offers.length === 0 && <li>{text.nothing}</li>}
            {offers.map((offer) => (
              <li key={offer.about}>
                <button
                  type="button"
                  class="btn"
                  aria-pressed={proposal !== null && isSameCase(proposal, offer)}
                  onClick={() => lead.propose(offer)}
                >
                  <b>{text.about[offer.about]}</b>
                  <CaseOrders view={view} proposal={offer} />
                </button>
              </li>
            ))}
          </ul>
        )}
      />
      {proposal !== null && !now.isShown && (
        <button type="button" class="btn primary lg" onClick={lead.show}>
          {text.show}
        </button>
      )}
      {now.problem !== null && <p role="alert">{now.problem}</p>}
    </section>
  );
}
