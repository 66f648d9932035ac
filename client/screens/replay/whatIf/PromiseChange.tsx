import { useMemo } from 'preact/hooks';
import { type PromiseInRound, promisesInRound } from '#shared/session/findings/otherWay.ts';
import type { AgreementView } from '#shared/session/views/agreementView.ts';
import type { View } from '#shared/session/views/tableView.ts';
import { isSameOrder } from '#shared/session/vocabulary/sameOrder.ts';
import { clauseSentence } from '../../../panels/agreements/agreements.ts';
import { agreementsOf, orderPhrase, seatName, seatNames } from '../../../panels/lookup.ts';
import type { RecordedSource } from '../../../source/recorded.ts';
import { words } from '../../../text/language.ts';
import { withUnmade } from './changes.ts';
import { Act } from './OrderList.tsx';
import type { Inquiry } from './useWhatIf.ts';

interface Props {
  readonly source: RecordedSource;
  readonly inquiry: Inquiry;
}

/** The promises of a round: kept instead of broken, broken instead of kept, or never made. */
export function PromiseChange({ source, inquiry }: Props) {
  const { promises: text } = words.value.whatIf;
  const { round, unmade = [] } = inquiry.change.value;
  const view = useMemo(() => source.viewAt(source.length), [source, source.viewer.value]);
  const all = useMemo(() => promisesInRound(source.tableAt(source.length), round), [source, round]);
  const due = agreementsOf(view).filter(({ id }) => all.some(({ agreement }) => agreement === id));
  return (
    <details class="what-if-more" open={unmade.length > 0}>
      <summary>{text.title(round, due.length)}</summary>
      {due.length === 0 && <p class="panel-note">{text.none}</p>}
      <ul class="what-if-promises">
        {due.map((agreement) => (
          <li key={agreement.id}>
            <AgreementRow view={view} agreement={agreement} inquiry={inquiry} />
            {!unmade.includes(agreement.id) &&
              all
                .filter((one) => one.agreement === agreement.id)
                .map((one) => (
                  <SeatRow
                    key={one.seat}
                    view={view}
                    promise={one}
                    parties={seatNames(view, agreement.parties)}
                    inquiry={inquiry}
                  />
                ))}
          </li>
        ))}
      </ul>
    </details>
  );
}

interface AgreementProps {
  readonly view: View;
  readonly agreement: AgreementView;
  readonly inquiry: Inquiry;
}

function AgreementRow({ view, agreement, inquiry }: AgreementProps) {
  const { promises: text, orders } = words.value.whatIf;
  const isUnmade = inquiry.change.value.unmade?.includes(agreement.id) === true;
  const parties = seatNames(view, agreement.parties);
  const set = (gone: boolean) => inquiry.setChange(withUnmade(inquiry.change.peek(), agreement.id, gone));
  return (
    <div class={isUnmade ? 'what-if-order is-changed' : 'what-if-order'}>
      <span />
      <p>
        <b>{parties}</b>
        <small>{agreement.clauses.map((clause) => clauseSentence(view, clause)).join(' ')}</small>
        {isUnmade && <small>{text.unmade}</small>}
      </p>
      <span class="what-if-acts">
        {isUnmade ? (
          <Act label={text.madeOf(parties)} text={orders.undo} press={() => set(false)} />
        ) : (
          <Act label={text.neverOf(parties)} text={text.never} press={() => set(true)} />
        )}
      </span>
    </div>
  );
}

interface SeatProps {
  readonly view: View;
  readonly promise: PromiseInRound;
  /** The parties of the agreement, by name. */
  readonly parties: string;
  readonly inquiry: Inquiry;
}

/** What became of the word of one party, and the order with which the other would have. */
function SeatRow({ view, promise: { seat, isKept, other }, parties, inquiry }: SeatProps) {
  const { promises: text, orders } = words.value.whatIf;
  const name = seatName(view, seat);
  const now = inquiry.change.value.orders[seat];
  const isChanged = other !== null && now !== undefined && isSameOrder(now, other);
  const [label, says] = isKept
    ? [text.breakOf(name, parties), text.break]
    : [text.keepOf(name, parties), text.keep];
  return (
    <div class={isChanged ? 'what-if-order is-changed' : 'what-if-order'}>
      <span />
      <p>
        {isKept ? text.kept(name) : text.broken(name)}
        {isChanged && <small>{text.by(orderPhrase(view, now))}</small>}
        {other === null && <small>{isKept ? text.cannotBreak : text.cannotKeep}</small>}
      </p>
      <span class="what-if-acts">
        {isChanged && (
          <Act
            label={text.undoOf(name, parties)}
            text={orders.undo}
            press={() => inquiry.setOrder(seat, null)}
          />
        )}
        {!isChanged && other !== null && (
          <Act label={label} text={says} press={() => inquiry.setOrder(seat, other)} />
        )}
      </span>
    </div>
  );
}
