import { useLayoutEffect, useRef } from 'preact/hooks';
import type { AgreementView } from '#shared/session/views/agreementView.ts';
import type { View } from '#shared/session/views/tableView.ts';
import type { ViewSource } from '../../source/viewSource.ts';
import { words } from '../../text/language.ts';
import { agreementsOf, seatName } from '../lookup.ts';
import { askWhy, type PlayState } from '../playState.ts';
import { canReadTalk, showTalk } from '../showTalk.ts';
import { AgreementLine } from './AgreementLedger.tsx';

interface ShownProps {
  readonly view: View;
  readonly source: ViewSource;
  readonly ui: PlayState;
}

/** The agreement that was asked for from elsewhere, above the lists: all about it, and the ways on to talk and trust. */
export function AgreementShown({ view, source, ui }: ShownProps) {
  const { agreements } = words.value;
  const shell = useRef<HTMLElement>(null);
  const asked = ui.agreement.value;
  const agreement = agreementsOf(view).find(({ id }) => id === asked);
  useLayoutEffect(() => shell.current?.focus(), [agreement?.id]);
  if (agreement === undefined) return null;
  return (
    <section ref={shell} class="agreement-shown" tabIndex={-1} aria-label={agreements.one}>
      <header>
        <h3>{agreements.one}</h3>
        <button type="button" class="btn quiet" onClick={() => (ui.agreement.value = null)}>
          {agreements.closeOne}
        </button>
      </header>
      <ul class="ledger-list">
        <AgreementLine view={view} agreement={agreement} />
      </ul>
      <WaysOn view={view} source={source} ui={ui} agreement={agreement} />
    </section>
  );
}

/** To what the two parties said, and to what a breach did to trust. */
function WaysOn({
  view,
  source,
  ui,
  agreement,
}: ShownProps & {
  readonly agreement: AgreementView;
}) {
  const { why, agreements } = words.value;
  const [a, b, third] = agreement.parties;
  const isPair = a !== undefined && b !== undefined && third === undefined;
  return (
    <p class="why-onward">
      {isPair && canReadTalk(view, source, a, b) && (
        <button type="button" class="btn" onClick={() => showTalk(view, ui, a, b)}>
          {why.theirTalk}
        </button>
      )}
      {breachesOf(agreement).map(({ round, by, towards }) => (
        <button
          key={`${round} ${by} ${towards}`}
          type="button"
          class="btn"
          onClick={() => askWhy(ui, { kind: 'trust', of: towards, in: by }, round)}
        >
          {agreements.trustAfter(round, seatName(view, towards), seatName(view, by))}
        </button>
      ))}
    </p>
  );
}

interface Breach {
  readonly round: number;
  readonly by: string;
  readonly towards: string;
}

/** Who broke it towards whom, each pair of a round once. */
function breachesOf({ judgements }: AgreementView): readonly Breach[] {
  const all = judgements.flatMap(({ round, evidence }) =>
    evidence.flatMap(({ seat, kept, towards }) =>
      kept ? [] : towards.map((other) => ({ round, by: seat, towards: other })),
    ),
  );
  return [...new Map(all.map((one) => [`${one.round} ${one.by} ${one.towards}`, one])).values()];
}
